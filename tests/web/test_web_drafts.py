"""Drafts: every submit is kept, for its writer alone, until it is sent."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.jobs.rounds import one_round
from kith.kernel.clock import LONDON
from kith.kernel.errors import Refused
from kith.web import drafts

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 11, 14, 43, tzinfo=LONDON)
FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"


@pytest.fixture(autouse=True)
def tolland_bay():
    load_area(FILE, at=AT)


def actor(code):
    found = agencies.practitioner_by_code(area="tolland-bay", code=code)
    return agencies.actor(practitioner=found.id, at=AT)


def begun(**more):
    return drafts.begin(task="concern", by=actor("anneka-bright"), at=AT, **more)


def test_a_page_is_saved_with_its_problems_and_other_pages_stay():
    draft = begun(answers={"child_name": "Casper Lyle"})
    drafts.save(
        draft=draft.id,
        answers={"leaves": "3"},
        asked=("leaves", "leaves_minute"),
        by=actor("anneka-bright"),
        at=AT,
    )
    kept = drafts.open_draft(draft=draft.id, by=actor("anneka-bright"))
    assert kept.answers == {"child_name": "Casper Lyle", "leaves": "3"}


def test_an_untick_is_kept_too():
    draft = begun(answers={"leaves_not_known": "yes"})
    saved = drafts.save(
        draft=draft.id, answers={}, asked=("leaves_not_known",), by=actor("anneka-bright"), at=AT
    )
    assert saved.answers == {}


def test_a_draft_belongs_to_its_writer_alone():
    draft = begun()
    with pytest.raises(Refused, match="no such draft of yours"):
        drafts.open_draft(draft=draft.id, by=actor("dana-ferris"))
    with pytest.raises(Refused):
        drafts.save(draft=draft.id, answers={}, asked=(), by=actor("dana-ferris"), at=AT)
    assert drafts.drafts_of(by=actor("dana-ferris")) == ()


def test_a_draft_that_is_not_there_is_refused_like_anothers():
    with pytest.raises(Refused, match="no such draft of yours"):
        drafts.open_draft(draft=uuid4(), by=actor("anneka-bright"))


def test_what_was_begun_is_listed_newest_first_and_goes_when_it_is_sent():
    first = begun()
    second = drafts.begin(task="visit_note", by=actor("anneka-bright"), at=AT + timedelta(hours=1))
    assert [one.id for one in drafts.drafts_of(by=actor("anneka-bright"))] == [second.id, first.id]
    drafts.sent(draft=first.id, by=actor("anneka-bright"))
    assert [one.id for one in drafts.drafts_of(by=actor("anneka-bright"))] == [second.id]


def test_a_draft_that_nobody_touched_for_two_weeks_is_removed():
    begun()
    assert drafts.forget_old(at=AT + timedelta(days=13)) == 0
    assert drafts.forget_old(at=AT + timedelta(days=15)) == 1


def test_the_jobs_forget_a_draft_that_nobody_touched_for_two_weeks():
    begun()
    one_round(at=AT + timedelta(days=15))
    assert not drafts.drafts_of(by=actor("anneka-bright"))
