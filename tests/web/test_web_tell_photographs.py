"""Photographs sent at the public door: they wait sealed, go to the contact with the words, and none is lost."""

from io import BytesIO

import pytest

from kith.files import queries as files
from kith.web.models import HalfToldPhotograph
from tests.support.pictures import heic
from tests.web.forms import said
from tests.web.telling import TOLD, go_on, heading, picture, send
from tests.web.test_web_tell_filled import area, contacts, nobody

__all__ = ["area", "nobody"]
pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


def test_photographs_go_to_the_contact_and_wait_nowhere_else(nobody):
    answer = nobody.get("/tell/")
    for one in TOLD[:4]:
        answer = go_on(nobody, answer, one)
    assert "Never send a photo of a child with no clothes on" in said(answer) and "101" in said(answer)
    answer = go_on(nobody, answer, {"files": [picture(), picture("PNG")]})
    (sealed, _) = HalfToldPhotograph.objects.all()
    assert not bytes(sealed.body).startswith((b"\xff\xd8", b"\x89PNG"))
    for one in TOLD[5:]:
        answer = go_on(nobody, answer, one)
    assert "Photos with your words: 2" in said(answer)
    assert "could not take" not in said(send(nobody, answer))
    (contact,) = contacts()
    assert len(files.files_of(entries=[contact.id])[contact.id]) == 2
    assert not HalfToldPhotograph.objects.exists()


def test_a_photograph_that_could_not_be_kept_now_waits_and_is_sent_once_when_the_words_come_again(
    nobody, monkeypatch
):
    answer = nobody.get("/tell/")
    for one in TOLD[:4]:
        answer = go_on(nobody, answer, one)
    answer = go_on(nobody, answer, {"files": [picture()]})
    for one in TOLD[5:]:
        answer = go_on(nobody, answer, one)
    with monkeypatch.context() as broken:
        broken.setattr("kith.files.operations.give_to_child", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            send(nobody, answer)
    (contact,) = contacts()
    assert HalfToldPhotograph.objects.count() == 1
    assert contact.id not in files.files_of(entries=[contact.id])

    send(nobody, answer)

    assert len(contacts()) == 1
    assert len(files.files_of(entries=[contact.id])[contact.id]) == 1
    assert not HalfToldPhotograph.objects.exists()


def test_a_telephones_own_picture_comes_through_without_its_place(nobody):
    answer = nobody.get("/tell/")
    for one in TOLD[:4]:
        answer = go_on(nobody, answer, one)
    photograph = BytesIO(heic())
    photograph.name = "IMG_0420.HEIC"
    assert b"MadeUp Camera 9" in photograph.getvalue()
    answer = go_on(nobody, answer, {"files": photograph})
    for one in TOLD[5:]:
        answer = go_on(nobody, answer, one)
    assert "could not take" not in said(send(nobody, answer))
    (contact,) = contacts()
    (kept,) = files.files_of(entries=[contact.id])[contact.id]
    assert kept.media_type == "image/heic"


def test_a_film_is_not_taken_and_the_words_go_on(nobody):
    answer = nobody.get("/tell/")
    for one in TOLD[:4]:
        answer = go_on(nobody, answer, one)
    film = BytesIO(b"\x00\x00\x00\x18ftypmp42" + b"0" * 100)
    film.name = "film.mp4"
    answer = go_on(nobody, answer, {"files": film})
    assert answer.status_code == 422 and "Your words are safe." in said(answer)
    assert heading(go_on(nobody, answer, {})) == "Who are you to the child?"
