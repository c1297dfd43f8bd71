"""A print that would say where a child hides is held: why, where and whom to ask are shown, never the words."""

import re

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.outgoing import models
from kith.people import operations as people
from kith.people import queries as homes
from tests.web.filled import opened
from tests.web.living import by_code, days_ago, signed_in
from tests.web.tams_family import Family, tams_family

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
READER, HOLDS_HER, GUARDIAN = "tomasz-wilk", "ruth-abara", "philippa-venn"


@pytest.fixture
def hidden(settings, tmp_path) -> Family:
    """Tam's home is confidential, and an entry of a kind that bears no place says where it is all the same."""
    settings.KITH_FILES = str(tmp_path)
    made = tams_family()
    made.area.now = days_ago(0, hour=0)
    by = by_code(made.area, HOLDS_HER).actor
    home = homes.household_of(person=made.tam.id, as_at=made.area.now)
    people.hold_confidential_address(
        household=home.id, whereabouts="14 Quarry Rise, ZX9 0AA", by=by, at=made.area.now
    )
    team = agencies.team(area="tolland-bay", code="mash")
    doing = {"basis": "demonstration", "by": by, "at": made.area.now}
    access.involve(child=made.tam.id, whom=Whom(team=team.id), **doing)
    access.involve(child=made.tam.id, whom=Whom(practitioner=by.id), **doing)
    made.area.school.report(
        made.tam, "behaviour_concern", aspect="distress", text="Collected from Quarry Rise by car."
    )
    return made


def printed(family: Family, code: str):
    return opened(family.area, family.tam.id, "chronology/print/", code=code)


def test_a_print_that_says_where_she_is_is_held_for_whoever_is_not_cleared(hidden):
    answer = printed(hidden, READER)
    words = answer.content.decode()
    assert answer.status_code == 403
    assert "This was held, and has not gone" in words and "a confidential address" in words
    assert "Philippa Venn" in words and "Tomasz Wilk" in words
    assert "Quarry" not in words and "ZX9" not in words
    assert models.Hold.objects.count() == 1 and models.Sent.objects.count() == 0


def test_whoever_is_cleared_prints_it_as_before(hidden):
    answer = printed(hidden, HOLDS_HER)
    assert answer.status_code == 200 and "Quarry Rise" in answer.content.decode()
    assert models.Outgoing.objects.get().outcome == "released"
    assert models.Sent.objects.count() == 1
    head = re.search(r'href="(/children/[^"]+compiled\.css)"', answer.content.decode())[1]
    sheet = signed_in(by_code(hidden.area, HOLDS_HER)).get(head)
    assert "T.O." in sheet.content.decode()


def test_two_people_release_it_and_then_whoever_compiled_it_opens_it(hidden):
    printed(hidden, READER)
    held = models.Hold.objects.get().pk
    reader, guardian = (signed_in(by_code(hidden.area, code)) for code in (READER, GUARDIAN))
    assert reader.get(f"/held/{held}/document").status_code == 403
    assert reader.get("/held/").status_code == 403
    assert "A document was held before it left" in guardian.get("/").content.decode()
    assert "A document was held" not in reader.get("/").content.decode()
    assert "a printed chronology" in guardian.get("/held/").content.decode()
    assert "Quarry Rise" in guardian.get(f"/held/{held}/document").content.decode()
    assert reader.post(f"/held/{held}/release", {"because": ""}).status_code == 422
    assert reader.post(f"/held/{held}/release", {"because": "The school needs it today."}).status_code == 302
    assert reader.post(f"/held/{held}/release", {"because": "The school needs it today."}).status_code == 403
    assert (
        guardian.post(
            f"/held/{held}/release", {"because": "Everybody knows that it is Quarry Rise."}
        ).status_code
        == 422
    )
    assert guardian.post(f"/held/{held}/release", {"because": "Both parents know it."}).status_code == 302
    document = reader.get(f"/held/{held}/document")
    assert document.status_code == 200 and "Quarry Rise" in document.content.decode()
    assert document.headers["Content-Security-Policy"].startswith("sandbox")


def test_a_stranger_is_told_nothing_of_a_hold(hidden):
    printed(hidden, READER)
    held = models.Hold.objects.get().pk
    stranger = signed_in(by_code(hidden.area, "siobhan-keane"))
    there = stranger.get(f"/held/{held}/").content
    nowhere = stranger.get("/held/01a22b40-5de7-7112-ada1-b254b85b9918/").content
    scrub = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
    assert scrub.sub(b"", there) == scrub.sub(b"", nowhere)


def test_the_childs_page_prints_one_sentence_where_it_would_say_too_much(hidden):
    sheet = opened(hidden.area, hidden.tam.id, "print.css", code=HOLDS_HER).content.decode()
    assert "T.O." in sheet
    hidden.area.school.report(hidden.tam, "disclosure", words="We live in Quarry Rise now.", voice="child")
    sheet = opened(hidden.area, hidden.tam.id, "print.css", code=READER)
    assert sheet.status_code == 200 and "display: none" in sheet.content.decode()
    assert "Quarry" not in sheet.content.decode()


def test_what_a_change_of_home_froze_and_who_was_written_to_is_a_page(hidden):
    printed(hidden, READER)
    page = opened(hidden.area, hidden.tam.id, "sent/", code=READER)
    assert page.status_code == 200 and "Nothing went out through Kith" in page.content.decode()
