"""Pictures that exist already are added to a concern by whoever sent it, who need not see the child."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kith.chronology import queries as chronology
from kith.files import queries as held
from tests.support import pictures
from tests.web.concern_forms import CHILD, SEEN, URGENT, WHERE, draft_of, entries_of, go_through, send
from tests.web.forms import bay, page, problems, said, signed_in, value

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture(autouse=True)
def folders(settings, tmp_path) -> Path:
    settings.KITH_FILES, settings.KITH_SEALED_FILES = str(tmp_path / "files"), str(tmp_path / "sealed")
    settings.KITH_SCANNER = "kith.files.scanners.none_configured"
    return tmp_path


@pytest.fixture(autouse=True)
def area():
    return bay()


def sent_concern(client) -> str:
    """Where pictures are added to a concern that was just sent."""
    answer = send(client, WHERE, CHILD, SEEN, URGENT)
    (link,) = [one for one in page(answer).all("a") if one.text == "Add photographs that exist already"]
    return link.attributes["href"]


def files(*bodies: bytes, name: str = "IMG_0042.HEIC") -> dict:
    return {
        "files": [SimpleUploadedFile(name, body, content_type="image/heic") for body in bodies],
        "shows": "Right hand",
    }


def test_a_school_is_not_asked_to_photograph_and_nobody_is_asked_for_private_parts():
    school = signed_in("joy-okafor")
    words = said(school.get(sent_concern(school)))
    assert "School and nursery staff are not asked to photograph a child." in words
    assert "Nobody is asked for a picture of a child’s private parts, by anyone." in words
    assert "If you are not sure, ring 01632 960 140" in words
    health = signed_in("bukola-stannard")
    assert "School and nursery staff" not in said(health.get(sent_concern(health)))


def test_a_picture_from_a_telephone_is_added_and_becomes_an_entry_that_the_desk_holds():
    client = signed_in("joy-okafor")
    href = sent_concern(client)
    answer = client.post(href, files(pictures.heic()), follow=True)
    assert "The photograph was added." in said(answer) and "1 photograph is with this concern." in said(
        answer
    )
    assert not page(answer).all("img")
    contact = entries_of(href)[""]
    (kept,) = held.files_of(entries=[contact.id])[contact.id]
    assert kept.media_type == "image/heic" and kept.shows == "Right hand"
    key = f"picture/{kept.id}"
    came = chronology.sent_before(said_by="school", said_by_area="tolland-bay", sender_keys=[key])[key]
    entry = chronology.entry(came.entry)
    assert (entry.kind, entry.occurrence) == ("image_supplied", contact.occurrence)
    assert "childrens_social_care" in {row.agency for row in entry.known_to}


def test_a_film_is_refused_with_whom_to_ring_and_the_report_stands():
    client = signed_in("joy-okafor")
    href = sent_concern(client)
    answer = client.post(href, files(b"\0\0\0\x18ftypqt  moov" + b"\0" * 5_000, name="IMG_0043.MOV"))
    ((field, words),) = problems(answer)
    assert (answer.status_code, field) == (422, "files")
    assert words.startswith("IMG_0043.MOV: ") and "Ring the duty desk" in words
    assert value(answer, "shows") == "Right hand"
    assert entries_of(href)[""].kind == "contact_received"


def test_forty_at_once_keep_ten_and_name_the_others_and_none_and_twice_are_said():
    client = signed_in("joy-okafor")
    href = sent_concern(client)
    assert problems(client.post(href, files()))[0][1] == "Choose a photograph first."
    many = [
        SimpleUploadedFile(f"IMG_{number:04}.jpg", pictures.picture(40 + number, 30)) for number in range(40)
    ]
    answer = client.post(href, {"files": many, "shows": ""})
    assert (
        "10 photographs were added." in said(answer) and "Choose the other 30 next" in problems(answer)[0][1]
    )
    again = client.post(
        href, {"files": [SimpleUploadedFile("again.jpg", pictures.picture(40, 30))]}, follow=True
    )
    assert "One was here already, and is kept once." in said(again)


def test_nobody_adds_to_what_somebody_else_sent_and_a_draft_is_sent_first():
    href = sent_concern(signed_in("joy-okafor"))
    other = signed_in("anneka-bright")
    other.post(href, files(pictures.picture()))
    assert held.files_of(entries=[entries_of(href)[""].id]) == {}
    client = signed_in("joy-okafor")
    unsent = draft_of(go_through(client, WHERE))
    assert client.get(f"/concern/{unsent}/photographs/").url == f"/concern/{unsent}/"
    assert client.get(f"/concern/{uuid4()}/photographs/", follow=True).status_code == 403
