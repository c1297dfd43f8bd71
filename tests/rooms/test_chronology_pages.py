"""What pages read: entry views as at a moment, freshness, the story's choices, and how few statements it takes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.chronology import policies, queries
from kith.chronology.operations import acknowledge, choose_line, correct, open, tell, withdraw
from kith.chronology.types import KnownTo, Reference, ReferenceView
from kith.kernel.errors import BadInput, Refused
from tests.rooms.chronology_world import (
    ADA,
    AREA,
    POLICE,
    RUTH,
    SAM,
    SCHOOL,
    described,
    link,
    new,
    on,
    person,
    say,
    unlink,
)

JANUARY, FEBRUARY, MARCH, APRIL, MAY = (
    on(f"10 {month} 2026") for month in ("Jan", "Feb", "Mar", "Apr", "May")
)


@pytest.fixture
def amira(db):
    return person("Amira")


@pytest.fixture
def hers(amira):
    return described(amira)


def page(child, at=MAY, **given):
    return queries.entries_for_page(child=child, as_at=at, **given)


def ids(rows):
    return [row.id for row in rows]


def test_a_page_shows_the_latest_happening_first(amira, hers):
    first, last = say(hers, JANUARY), say(hers, MARCH)
    told_late = say(hers, FEBRUARY, at=APRIL)
    assert ids(page(amira)) == [last, told_late, first]
    assert ids(page(amira, MARCH)) == [last, first]


def test_pages_follow_one_another_without_gap_or_repeat(amira, hers):
    said = [say(hers, JANUARY) for _ in range(5)]
    first = page(amira, limit=2)
    second = page(amira, limit=2, before=first[-1].place)
    third = page(amira, limit=2, before=second[-1].place)
    assert ids([*first, *second, *third]) == said[::-1]


def test_a_page_can_be_of_some_kinds_or_agencies(amira, hers):
    incident = say(hers, JANUARY)
    seen = say(described(amira, by=ADA), FEBRUARY, by=ADA, kind="injury_seen")
    assert ids(page(amira, kinds=["injury_seen"])) == [seen]
    assert ids(page(amira, said_by=["police"])) == [incident]
    assert ids(page(amira, kinds=[])) == []


def test_a_withdrawn_entry_stays_on_the_page_and_says_why(amira, hers):
    entry = say(hers, JANUARY)
    withdrawal = withdraw(entry, because="Another family.", by=SAM, at=MARCH)
    before, after = page(amira, FEBRUARY)[0], queries.entry(entry)
    assert (before.is_withdrawn, before.counts, before.replaced_because) == (False, True, "")
    assert (after.withdrawn_by, after.counts, after.replaced_because) == (
        withdrawal,
        False,
        "Another family.",
    )
    assert entry in ids(page(amira))


def test_a_corrected_entry_leads_to_the_one_in_its_place(amira, hers):
    entry = say(hers, JANUARY)
    better = correct(entry, new(hers, happened=FEBRUARY), because="It was February.", by=SAM, at=MARCH)
    view = queries.entry(entry)
    assert (view.corrected_by, view.is_withdrawn, view.counts) == (better, False, False)
    assert [(row.relation, row.entry) for row in queries.entry(better).refers_to] == [("corrects", entry)]


def test_references_are_shown_both_ways_as_at_the_moment(amira, hers):
    worry = say(hers, JANUARY)
    answer = say(
        hers,
        MARCH,
        kind="worry_settled",
        details={"by": "seen_alone"},
        references=(Reference(to=worry, relation="settles"),),
    )
    assert queries.entry(worry, as_at=FEBRUARY).referred_to_by == ()
    (back,) = queries.entry(worry, as_at=MARCH).referred_to_by
    assert (back.entry, back.relation, back.kind, back.details) == (
        answer,
        "settles",
        "worry_settled",
        {"by": "seen_alone"},
    )


def test_told_opened_and_acknowledged_stay_apart(hers):
    entry = say(hers, JANUARY)
    tell(entry, agency="school", by=SAM, at=FEBRUARY)
    open(entry, by=ADA, at=MARCH)
    acknowledge(entry, by=ADA, at=APRIL)
    rows = queries.entry(entry).known_to
    assert [(row.agency, row.how, row.by) for row in rows] == [
        ("police", "said", None),
        ("school", "told", SAM.id),
        ("school", "opened", ADA.id),
        ("school", "acknowledged", ADA.id),
    ]
    assert len(queries.entry(entry, as_at=FEBRUARY).known_to) == 2


def test_what_they_knew_is_a_page(amira, hers):
    known = KnownTo(agency="school", agency_area=AREA, known_at=JANUARY, how="said")
    entry = say(hers, JANUARY, at=APRIL, by=ADA, kind="neglect_observed", known_to=(known,))
    assert ids(page(amira, FEBRUARY, basis="known", agency=SCHOOL)) == [entry]
    assert page(amira, FEBRUARY, basis="known", agency=POLICE) == []
    assert page(amira, FEBRUARY, basis="recorded") == []


def test_with_hindsight_a_later_match_shows_what_an_agency_knew_then(db):
    amira, for_now = person("Amira"), person("Unknown child")
    description = described(for_now, by=ADA, from_at=JANUARY)
    entry = say(description, JANUARY, by=ADA, kind="neglect_observed")
    unlink(description, at=MARCH)
    link(description, amira, from_at=MARCH)
    assert page(amira, FEBRUARY, basis="known", agency=SCHOOL) == []
    assert ids(page(amira, FEBRUARY, basis="known", agency=SCHOOL, linked_at=APRIL)) == [entry]


def test_since_shows_what_was_recorded_since_somebody_looked(amira, hers):
    say(hers, JANUARY)
    told_late, fresh = say(hers, JANUARY, at=MARCH), say(hers, APRIL)
    assert ids(queries.since(child=amira, at=FEBRUARY)) == [fresh, told_late]
    assert ids(queries.since(child=amira, at=FEBRUARY, as_at=MARCH)) == [told_late]


def test_another_childs_entries_are_on_no_page_of_this_one(amira, hers):
    say(described(person("Ben")), JANUARY)
    assert page(amira) == []


def test_the_number_of_statements_does_not_grow_with_the_entries(amira, hers):
    def statements():
        with CaptureQueriesContext(
            connection,
        ) as captured:
            views = page(amira)
        return len(views), len(captured)

    first = say(hers, JANUARY)
    tell(first, agency="school", by=SAM, at=FEBRUARY)
    say(hers, FEBRUARY, references=(Reference(to=first, relation="about"),))
    few = statements()
    for _ in range(10):
        say(hers, FEBRUARY, references=(Reference(to=first, relation="about"),))
    many = statements()
    assert (few[0], many[0]) == (2, 12)
    assert few[1] == many[1] <= 8


def test_freshness_says_when_each_agency_was_last_heard(amira, hers):
    say(hers, JANUARY)
    say(hers, JANUARY, at=MARCH)
    say(described(amira, by=ADA), FEBRUARY, by=ADA, kind="school_absence")
    heard = [("police", AREA, MARCH), ("school", AREA, FEBRUARY)]
    for rows in (queries.freshness(child=amira, as_at=MAY), queries.freshness(area=AREA, as_at=MAY)):
        assert [(row.agency, row.agency_area, row.received_at) for row in rows] == heard
    then = queries.freshness(child=amira, as_at=FEBRUARY - timedelta(days=1))
    assert [(row.agency, row.received_at) for row in then] == [("police", JANUARY)]
    assert queries.freshness(area="southfield", as_at=MAY) == ()


def test_freshness_is_asked_of_one_thing(amira):
    with pytest.raises(BadInput):
        queries.freshness(as_at=MAY)


def test_the_latest_choice_about_a_line_of_the_story_stands_under_a_name(amira, hers):
    entry = say(hers, JANUARY)
    choose_line(entry, child=amira, choice="fold", because="Routine.", by=RUTH, at=FEBRUARY)
    choose_line(entry, child=amira, choice="promote", by=ADA, at=MARCH)
    chosen = queries.story_choices(child=amira, as_at=FEBRUARY)[entry]
    assert (chosen.choice, chosen.because, chosen.chosen_by) == ("fold", "Routine.", RUTH.id)
    assert queries.story_choices(child=amira, as_at=MARCH)[entry].choice == "promote"
    choose_line(entry, child=amira, choice="as_it_was", by=ADA, at=APRIL)
    assert queries.story_choices(child=amira, as_at=APRIL) == {}


def test_a_line_is_chosen_in_one_of_three_ways(amira, hers):
    with pytest.raises(BadInput):
        choose_line(say(hers, JANUARY), child=amira, choice="hide", by=RUTH, at=FEBRUARY)


def test_one_agency_does_not_unsay_what_another_said(hers):
    view = queries.entry(say(hers, JANUARY))
    policies.check_can_replace(view, by=SAM)
    with pytest.raises(Refused, match="Only the agency that said this"):
        policies.check_can_replace(view, by=RUTH)


def test_a_colleague_or_whoever_recorded_it_replaces_an_entry_while_it_counts(hers):
    view = queries.entry(say(hers, JANUARY))
    colleague = replace(RUTH, agency=view.said_by)
    namesake = replace(colleague, area="another-area")
    policies.check_can_replace(view, by=colleague)
    policies.check_can_replace(replace(view, recorded_by=RUTH.id), by=RUTH)
    with pytest.raises(Refused, match="Only the agency that said this"):
        policies.check_can_replace(view, by=namesake)
    withdrawn = ReferenceView(
        relation="withdraws", entry=view.id, kind="withdrawal", said_by=view.said_by,
        said_by_area=view.said_by_area, when=view.when, recorded_at=FEBRUARY,
    )  # fmt: skip
    with pytest.raises(Refused, match="already"):
        policies.check_can_replace(replace(view, referred_to_by=(withdrawn,)), by=SAM)


def test_an_entry_that_is_not_here_is_none(db, hers):
    assert queries.entry(hers) is None
