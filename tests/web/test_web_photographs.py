"""Photographs of an entry: added by a form without script, blurred until asked for, and handed out to nobody else."""

import re
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.files import operations as files
from kith.files import queries as held
from kith.identity import operations as identity
from kith.journeys.undo_a_match import undo_a_match
from kith.kernel.clock import LONDON, now
from kith.people import operations as people
from kith.people import queries as homes
from tests.support import pictures
from tests.support.world import Child
from tests.web.forms import bay, page, problems, said, signed_in, value, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
SOCIAL_WORKER, STRANGER = "joel-prewett", "tomasz-wilk"
CLEARLY = re.compile(r"\?clear=([0-9a-f-]{36})")


@pytest.fixture(autouse=True)
def folders(settings, tmp_path) -> Path:
    settings.KITH_FILES, settings.KITH_SEALED_FILES = str(tmp_path / "files"), str(tmp_path / "sealed")
    settings.KITH_SCANNER = "kith.files.scanners.none_configured"
    return tmp_path


@pytest.fixture
def area():
    return bay()


@pytest.fixture
def amira(area) -> Child:
    child = area.child("Amira Haddad", aged=7)
    by = worker(SOCIAL_WORKER)
    access.involve(child=child.id, whom=Whom(practitioner=by.id), basis="allocated", by=by, at=now())
    return child


@pytest.fixture
def entry(area, amira) -> UUID:
    seen = area.school.report(
        amira, "injury_seen", appearance="bruise", site=["arm"], text="A bruise on the left arm."
    )
    area.now = now()
    return seen


@pytest.fixture
def client(amira):
    return signed_in(SOCIAL_WORKER)


def href(child: Child, entry: UUID) -> str:
    return f"/children/{child.id}/chronology/{entry}/files/"


def sent(*bodies: bytes, name: str = "IMG_0042.jpg", claims: str = "image/jpeg", shows: str = "") -> dict:
    return {
        "files": [SimpleUploadedFile(name, body, content_type=claims) for body in bodies],
        "shows": shows,
    }


def images(answer: HttpResponse) -> list[str]:
    return [one.attributes["src"] for one in page(answer).all("img")]


def test_a_photograph_is_added_blurred_shown_when_asked_for_and_whoever_opened_it_is_named(
    client, amira, entry
):
    at = href(amira, entry)
    first = client.get(at)
    assert "Nobody has added a photograph to this entry here" in said(first)
    assert (
        "Do not photograph or send pictures of a child’s private parts. Ring the police on 101, or 999 now"
        in said(first)
    )

    came = client.post(at, sent(pictures.with_everything_beside_it(), shows="Left arm, outer side"))
    assert (came.status_code, came.url) == (302, f"{at}#said")
    shown = client.get(at)
    assert "The photograph was added." in said(shown) and "Left arm, outer side" in said(shown)
    assert "IMG_0042.jpg" in said(shown) and "Nobody has opened it." in said(shown)
    (blurred,) = images(shown)
    assert client.get(blurred).status_code == 200
    assert "One photograph. Nobody has opened it." in said(client.get(f"/children/{amira.id}/chronology/"))

    (copy,) = CLEARLY.findall(shown.content.decode())
    asked = client.get(f"{at}?clear={copy}")
    assert images(asked) == [f"/files/{copy}/"]
    clear = client.get(f"/files/{copy}/")
    assert clear.content.startswith(b"\xff\xd8") and b"MadeUp" not in clear.content
    assert "Opened by Joel Prewett" in said(client.get(at))
    assert "One photograph. Opened by Joel Prewett" in said(client.get(f"/children/{amira.id}/chronology/"))
    assert "open a photograph" in [one.purpose for one in looks.looks_at(child=amira.id)]


def test_what_is_handed_out_has_no_power_and_a_name_of_our_own(client, amira, entry):
    client.post(
        href(amira, entry), sent(pictures.picture(), name="Amira's bruise.svg", claims="image/svg+xml")
    )
    for copy in (
        held.files_of(entries=[entry])[entry][0].copies[0].clear,
        UUID(images(client.get(href(amira, entry)))[0][7:-1]),
    ):
        answer = client.get(f"/files/{copy}/")
        assert answer.headers["Content-Type"] == "image/jpeg"
        assert answer.headers["Content-Disposition"] == f'attachment; filename="kith-{copy}.jpg"'
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert client.post(f"/files/{copy}/").status_code == 405


def test_a_file_is_refused_as_its_child_is_and_as_one_that_is_not_there(client, area, amira, entry):
    client.post(href(amira, entry), sent(pictures.picture()))
    (file,) = held.files_of(entries=[entry])[entry]
    stranger = signed_in(STRANGER)
    for copy in (file.copies[0].clear, file.copies[0].blurred):
        assert stranger.get(f"/files/{copy}/").status_code == 403
    assert held.file(id=file.id).opened == ()
    assert {one.purpose for one in looks.refusals_in(area=area.code, since=now() - timedelta(hours=1))} == {
        "open a photograph", "be shown a blurred photograph"
    }  # fmt: skip
    people.set_tier(person=amira.id, tier="sealed", because="Made up.", by=area.system, at=now())
    there, not_there = (stranger.get(f"/files/{one}/") for one in (file.copies[0].clear, uuid4()))
    assert there.status_code == not_there.status_code == 403
    assert said(there) == said(not_there)
    assert signed_in(STRANGER).get(href(amira, entry)).status_code == 403


def test_nobody_signed_in_is_asked_to_sign_in(client, amira, entry):
    client.post(href(amira, entry), sent(pictures.picture()))
    copy = held.files_of(entries=[entry])[entry][0].copies[0].clear
    client.logout()
    assert client.get(f"/files/{copy}/").url.startswith("/sign-in")


def test_a_file_that_belongs_to_no_child_is_handed_to_nobody(client, amira, entry):
    by = worker(SOCIAL_WORKER)
    file = files.take_image(body=pictures.picture(), name="a.jpg", by=by, at=now())
    assert client.get(f"/files/{held.file(id=file).copies[0].clear}/").status_code == 403
    assert held.file(id=file).opened == ()


def test_an_entry_for_the_decision_alone_shows_its_pictures_to_those_alone(area, client, amira):
    at = now()
    kept = area.social_care.report(amira, "legal_step", legal_action="advice")
    file = files.take_image(body=pictures.picture(), name="a.jpg", by=area.system, at=at)
    files.give_to_child(file=file, child=amira.id, entry=kept, by=area.system, at=at)
    copy = held.file(id=file).copies[0].clear
    teacher = worker("joy-okafor")
    access.involve(
        child=amira.id, whom=Whom(practitioner=teacher.id), basis="school_of_the_child", by=teacher, at=at
    )
    assert client.get(f"/files/{copy}/").status_code == 200
    assert signed_in("joy-okafor").get(f"/files/{copy}/").status_code == 403
    assert signed_in("joy-okafor").get(href(amira, kept)).status_code == 403


def test_where_the_home_is_hidden_pictures_are_for_those_personally_involved(area, client, amira, entry):
    client.post(href(amira, entry), sent(pictures.picture()))
    copy = held.files_of(entries=[entry])[entry][0].copies[0].clear
    home = homes.household_of(person=amira.id, as_at=now()).id
    people.hold_confidential_address(household=home, whereabouts="14 Quarry Rise", by=area.system, at=now())
    duty = worker("dana-ferris")
    access.involve(child=amira.id, whom=Whom(agency=agencies.agency_of(practitioner=duty.id)), basis="open_request",
                   by=duty, at=now())  # fmt: skip
    through_agency = signed_in("dana-ferris")
    answer = through_agency.get(href(amira, entry))
    assert "A picture may show where the child is" in said(answer) and images(answer) == []
    assert through_agency.get(f"/files/{copy}/").status_code == 403
    assert client.get(f"/files/{copy}/").status_code == 200


@pytest.mark.parametrize(
    ("body", "name", "says"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "a.jpg", "SVG"),
        (pictures.packed({"word/vbaProject.bin": b"m"}), "a.docx", "office"),
        (b"\0\0\0\x18ftypheic", "IMG.HEIC", "damaged"),
        (b"\0\0\0\x18ftypqt  moov", "IMG.MOV", "Ring the duty desk"),
        (pictures.picture()[:300], "half.jpg", "damaged"),
        (pictures.PAPER_WITH_A_PROGRAM, "a.pdf", "programs"),
    ],
)
def test_a_refusal_says_what_to_send_instead_and_that_nothing_was_kept_and_loses_no_word(
    client, amira, entry, folders, body, name, says
):
    answer = client.post(href(amira, entry), sent(body, name=name, shows="Left arm, outer side"))
    assert answer.status_code == 422
    ((field, words),) = problems(answer)
    assert field == "files" and says in words and words.startswith(f"{name}: ") and "It was not kept" in words
    assert value(answer, "shows") == "Left arm, outer side"
    assert page(answer).all("title")[0].text.startswith("Error: ")
    assert not (folders / "sealed").exists()


def test_of_several_the_good_ones_are_added_and_the_others_say_why(client, amira, entry):
    answer = client.post(
        href(amira, entry), sent(pictures.picture(), pictures.gif(), pictures.picture(kind="PNG"))
    )
    assert answer.status_code == 422 and "2 photographs were added." in said(answer)
    assert len(images(answer)) == 2 and "GIF" in problems(answer)[0][1]


def test_a_name_that_is_written_like_markup_stays_words(client, amira, entry):
    client.post(
        href(amira, entry),
        sent(pictures.picture(), name='"><img src=x onerror=alert(1)>.jpg', shows="<b>arm</b>"),
    )
    html = client.get(href(amira, entry)).content.decode()
    assert "onerror=alert(1)>" not in html.replace("&gt;", "") and "<b>arm" not in html
    assert "&lt;b&gt;arm&lt;/b&gt;" in html


def test_none_chosen_is_said(client, amira, entry):
    answer = client.post(href(amira, entry), sent())
    assert answer.status_code == 422 and "Choose a photograph first" in problems(answer)[0][1]
    assert held.files_of(entries=[entry]) == {}


def test_of_forty_ten_are_kept_and_the_thirty_others_are_named_to_be_chosen_next(client, amira, entry):
    forty = [
        SimpleUploadedFile(
            f"IMG_{number:04}.jpg", pictures.picture(40 + number, 30), content_type="image/jpeg"
        )
        for number in range(40)
    ]
    answer = client.post(href(amira, entry), {"files": forty, "shows": "Both arms"})
    ((_, words),) = problems(answer)
    assert answer.status_code == 422 and "10 photographs were added." in said(answer)
    assert "Choose the other 30 next" in words and "IMG_0010.jpg" in words and "IMG_0039.jpg" in words
    assert "IMG_0009.jpg" not in words and value(answer, "shows") == "Both arms"
    assert len(held.files_of(entries=[entry])[entry]) == 10


def test_the_same_file_twice_is_kept_once_and_said(client, amira, entry):
    same = pictures.with_everything_beside_it()
    client.post(href(amira, entry), sent(same))
    answer = client.post(href(amira, entry), sent(same), follow=True)
    assert answer.status_code == 200 and "One was here already, and is kept once." in said(answer)
    assert len(held.files_of(entries=[entry])[entry]) == 1


def test_a_heic_from_a_telephone_is_shown_as_a_picture_that_says_nothing_of_the_place(client, amira, entry):
    client.post(href(amira, entry), sent(pictures.heic(), name="IMG_0042.HEIC", claims="image/heic"))
    copy = held.files_of(entries=[entry])[entry][0].copies[0].clear
    clear = client.get(f"/files/{copy}/").content
    assert clear.startswith(b"\xff\xd8") and b"MadeUp" not in clear and b"Quarry" not in clear


def test_a_picture_that_came_is_an_entry_and_whoever_opens_it_answers_that_entry_once(
    client, area, amira, entry
):
    by = worker("anneka-bright")
    access.involve(
        child=amira.id, whom=Whom(practitioner=by.id), basis="school_of_the_child", by=by, at=now()
    )
    signed_in("anneka-bright").post(href(amira, entry), sent(pictures.picture(), shows="Left arm"))
    copy = held.files_of(entries=[entry])[entry][0].copies[0].clear
    for _ in range(2):
        assert client.get(f"/files/{copy}/").status_code == 200
    area.now = now()
    told = {one.kind: one for one in area.entries_about(amira)}
    assert sorted(one.kind for one in area.entries_about(amira)) == [
        "image_supplied",
        "image_viewed",
        "injury_seen",
    ]
    assert told["image_supplied"].details["of"] == "Left arm"
    assert told["image_supplied"].occurrence == told["injury_seen"].occurrence
    assert [(one.relation, one.entry) for one in told["image_viewed"].refers_to] == [
        ("answers", told["image_supplied"].id)
    ]


def test_too_large_is_refused_whether_one_file_or_all_together(client, amira, entry):
    one = client.post(href(amira, entry), sent(b"\xff\xd8\xff" + b"x" * (25 * 2**20 + 5)))
    assert "larger than 25 MB" in problems(one)[0][1]
    several = client.post(href(amira, entry), sent(*[b"\xff\xd8\xff" + b"x" * (11 * 2**20)] * 5))
    assert "larger than 50 MB together" in problems(several)[0][1]
    assert held.files_of(entries=[entry]) == {}


def test_a_file_sent_to_any_other_page_is_passed_over(client, amira, entry, monkeypatch):
    from kith.web.photographs import uploads

    written = []
    monkeypatch.setattr(
        uploads.OnlyWhatIsTakenIn, "receive_data_chunk", lambda self, raw, start: written.append(len(raw))
    )
    client.post("/children/", {"name": "Amira", **sent(pictures.picture())})
    client.logout()
    client.post(href(amira, entry), sent(pictures.picture()))
    assert written == []


def test_what_waits_to_be_scanned_is_counted_and_not_shown(client, amira, entry, settings, tmp_path):
    settings.KITH_SCANNER, settings.KITH_CLAMD = "kith.files.scanners.clamd", str(tmp_path / "nobody.ctl")
    client.post(href(amira, entry), sent(pictures.picture()))
    answer = client.get(href(amira, entry))
    assert images(answer) == [] and "Waiting to be scanned for viruses" in said(answer)
    copy = held.files_of(entries=[entry])[entry][0].copies[0].clear
    refused = client.get(f"/files/{copy}/")
    assert refused.status_code == 403 and "waits to be scanned" in said(refused)


def test_an_entry_of_another_child_takes_nothing(area, client, amira, entry):
    other = area.child("Nobody Else", aged=4)
    theirs = area.school.report(other, "injury_seen", appearance="bruise", site=["arm"])
    assert client.post(href(amira, theirs), sent(pictures.picture())).status_code == 403
    assert client.get(href(amira, uuid4())).status_code == 403
    assert held.files_of(entries=[theirs]) == {}


def test_a_picture_goes_with_its_entry_when_records_are_joined_and_back_when_that_is_undone(
    area, client, amira, entry
):
    client.post(href(amira, entry), sent(pictures.picture()))
    copy = held.files_of(entries=[entry])[entry][0].copies[0].clear
    other = area.child("Amira Hadad", aged=7)
    doctor = worker("tomasz-wilk")
    access.involve(child=other.id, whom=Whom(practitioner=doctor.id), basis="allocated", by=doctor, at=now())
    elsewhere = signed_in("tomasz-wilk")
    assert elsewhere.get(f"/files/{copy}/").status_code == 403

    step = identity.merge(keep=other.id, other=amira.id, because="One girl.", by=area.system, at=now())
    assert elsewhere.get(f"/files/{copy}/").status_code == 200
    assert client.get(f"/files/{copy}/").status_code == 403
    assert client.get(href(amira, entry)).url == href(other, entry)

    undo_a_match(step=step, because="Two girls.", by=area.mash_manager.actor, at=now())
    assert elsewhere.get(f"/files/{copy}/").status_code == 403
    assert client.get(f"/files/{copy}/").status_code == 200


def test_paper_says_how_many_and_a_moment_before_says_nothing_of_what_came_later(area, client, amira):
    area.now = now() - timedelta(days=3)
    entry = area.school.report(amira, "injury_seen", appearance="bruise", site=["arm"], text="A bruise.")
    client.post(href(amira, entry), sent(pictures.picture()))
    yesterday = f"{(now() - timedelta(days=1)).astimezone(LONDON):%Y-%m-%d}"
    past = said(client.get(f"/children/{amira.id}/chronology/?as_at={yesterday}"))
    assert "A bruise." in past and "hotograph" not in past
    printed = said(client.get(f"/children/{amira.id}/chronology/print/"))
    assert "One photograph." in printed and "Add photographs" not in printed


def test_damaged_bytes_are_said_and_not_shown(client, amira, entry, folders):
    client.post(href(amira, entry), sent(pictures.picture()))
    for path in (folders / "files").rglob("*"):
        if path.is_file():
            path.write_bytes(b"another picture")
    answer = client.get(f"/files/{held.files_of(entries=[entry])[entry][0].copies[0].blurred}/")
    assert answer.status_code == 410 and "damaged" in said(answer)
