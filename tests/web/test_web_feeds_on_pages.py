"""What feeds bring stands where people look: a school's lead is told on their first page, and a broken line on the child's."""

import json
import re

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.journeys.feeding import receiving
from kith.kernel.clock import now
from kith.kernel.ids import new_id
from tests.feeds.world import entries_from, send
from tests.web.living import by_code, days_ago, living_area, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
NOTHING = '{{"nothing_to_report": true, "for": "{}"}}'
LEAD, OTHER_LEAD, WORKER = "shabnam-akhtar", "winston-clarke", "joel-prewett"


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def leon(area):
    """A boy of Quay Infants with a social worker."""
    child = area.child("Leon Marsh", aged=6)
    quay = agencies.team(area=area.code, code="quay-infants")
    area.involve(by_code(area, WORKER), child)
    access.involve(
        child=child.id, whom=Whom(team=quay.id), basis="school_of_the_child", by=area.system, at=area.now
    )
    area.police.report(child, "other", text="Seen in the park.")
    area.now = now()
    return child


def opened(area, code, path="/"):
    return signed_in(by_code(area, code)).get(path).content.decode()


def notice(area, child):
    """The police tell of domestic abuse, with the number that they have for the child."""
    said = {"incident": f"TC-{new_id()}", "happened": days_ago(1).date().isoformat(), "category": "domestic_abuse",
            "account": "Zqshouting.", "children": [{"person": f"known-{child.id}", "name": child.name, "born": child.born.isoformat()}]}  # fmt: skip
    came = send(area, "police_notice", json.dumps(said))
    assert (came.taken, came.is_done) == (1, True)
    return entries_from(came.message)[0]


def test_the_lead_of_the_childs_school_is_told_with_a_clock_until_they_have_read_it(area, leon):
    entry = notice(area, leon)
    words = opened(area, LEAD)
    assert "The police told of domestic abuse: Leon Marsh" in words
    assert "Zqshouting" not in re.sub(r"(?s)<aside.*?</aside>", "", words)
    for code in (OTHER_LEAD, WORKER, "gillian-trask", "anneka-bright"):
        assert "The police told of domestic abuse" not in opened(area, code)
    lead = signed_in(by_code(area, LEAD))
    assert lead.post(f"/children/{leon.id}/chronology/{entry}/read").status_code == 302
    assert "The police told of domestic abuse" not in opened(area, LEAD)


def fresh(area, leon):
    """The strip of the child's page, as words, by agency."""
    page = opened(area, WORKER, f"/children/{leon.id}/")
    strip = re.search(r'(?s)<section class="fresh".*?</section>', page)[0]
    lines = [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in re.findall(r"(?s)<li.*?</li>", strip)]
    return {line.split()[0]: line for line in lines}


def test_a_broken_line_is_not_shown_as_nothing_to_report(area, leon):
    send(area, "police_notice", NOTHING.format(1))
    assert "told us it has nothing to report" in fresh(area, leon)["Police"]
    area.now = days_ago(3)
    send(area, "police_missing", NOTHING.format(2))
    area.now = now()
    assert "Line broken since" in fresh(area, leon)["Police"]


def test_letters_that_nobody_could_read_are_said_beside_how_fresh_an_agency_is(area, leon):
    send(area, "police_notice", "{")
    assert "1 message could not be read" in fresh(area, leon)["Police"]


def test_another_schools_line_says_nothing_of_this_childs_school(area, leon):
    head = "upn,forename,surname,date_of_birth,from,code\nnothing to report\n"
    send(area, "school_absence", head, code="winston-clarke")
    assert "has never sent anything" in fresh(area, leon)["School"]
    send(area, "school_absence", head, code=LEAD)
    assert "told us it has nothing to report" in fresh(area, leon)["School"]


def test_a_message_that_is_kept_and_not_read_yet_is_heard_of_the_line(area, leon, monkeypatch):
    monkeypatch.setattr(receiving, "_take_all", lambda *_: False)
    send(area, "police_notice", NOTHING.format(3))
    assert "received up to" in fresh(area, leon)["Police"]
