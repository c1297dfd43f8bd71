"""Who knew what, and since when: by the partnership, by each agency, live and with hindsight."""

from datetime import date, timedelta

import pytest

from kith.chronology.operations import acknowledge, correct, deliver, open, tell, withdraw
from kith.chronology.queries import known_entries
from kith.chronology.types import KnownTo, Reference
from kith.kernel.errors import BadInput
from tests.rooms.chronology_world import (
    ADA,
    AREA,
    POLICE,
    RUTH,
    SAM,
    SCHOOL,
    SOCIAL_CARE,
    described,
    link,
    live_together,
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


def ids(child, at, **given):
    return [row.entry for row in known_entries(child=child, as_at=at, **given)]


def late(hers):
    """Known to the school since January, told to anybody in April."""
    schools = KnownTo(agency="school", agency_area=AREA, known_at=JANUARY, how="said")
    return say(hers, JANUARY, at=APRIL, by=ADA, kind="neglect_observed", known_to=(schools,))


def test_an_entry_is_known_as_a_rule_sees_it(amira, hers):
    first = say(hers, JANUARY)
    second = say(
        hers,
        FEBRUARY,
        details={"child_present": True},
        voice="child",
        claim="observed",
        actor_role="officer",
        references=(Reference(to=first, relation="same_occurrence_as"),),
    )
    row = known_entries(child=amira, as_at=MARCH)[-1]
    assert (row.entry, row.kind, row.said_by, row.said_by_area) == (
        second,
        "domestic_abuse_incident",
        *POLICE,
    )
    assert (row.happened_from, row.happened_to, row.known_from, row.until) == (
        FEBRUARY,
        FEBRUARY,
        FEBRUARY,
        None,
    )
    assert (row.voice, row.claim, row.actor_role, row.precision) == ("child", "observed", "officer", "day")
    assert (row.details, row.occurrence, row.scope) == ({"child_present": True}, first, "own")
    assert row.references == (("same_occurrence_as", first),)


def test_rows_come_oldest_first_by_when_they_happened(amira, hers):
    later, earlier = say(hers, FEBRUARY), say(hers, JANUARY, at=MARCH)
    assert ids(amira, MARCH) == [earlier, later]


def test_an_entry_told_late_was_known_then_and_could_be_asked_of_only_now(amira, hers):
    entry = late(hers)
    assert ids(amira, MARCH, basis="known") == [entry]
    assert ids(amira, MARCH, basis="recorded") == []
    assert ids(amira, APRIL, basis="recorded") == [entry]


def test_what_one_agency_knew_another_did_not(amira, hers):
    entry = late(hers)
    assert ids(amira, MARCH, basis="known", agency=SCHOOL) == [entry]
    assert ids(amira, MARCH, basis="known", agency=POLICE) == []
    tell(entry, agency="police", by=ADA, at=MAY)
    assert ids(amira, APRIL, basis="known", agency=POLICE) == []
    assert ids(amira, MAY, basis="known", agency=POLICE) == [entry]


def test_that_an_agency_was_told_long_ago_counts_live_only_from_when_it_is_recorded(amira, hers):
    entry = say(hers, JANUARY)
    tell(entry, agency="school", by=SAM, at=APRIL, known_at=FEBRUARY)
    assert ids(amira, MARCH, basis="known", agency=SCHOOL) == [entry]
    assert ids(amira, MARCH, basis="recorded", agency=SCHOOL) == []
    assert ids(amira, APRIL, basis="recorded", agency=SCHOOL) == [entry]


def test_the_same_agency_of_another_area_is_another_agency(amira, hers):
    entry = say(hers, JANUARY)
    tell(entry, agency="police", agency_area="southfield", by=SAM, at=MARCH)
    assert ids(amira, FEBRUARY, agency=("police", "southfield")) == []
    assert ids(amira, MARCH, agency=("police", "southfield")) == [entry]


def test_an_agency_holds_what_was_delivered_before_anybody_opens_it(amira, hers):
    entry = say(hers, JANUARY)
    deliver(entry, agency="school", by=SAM, at=FEBRUARY)
    assert ids(amira, FEBRUARY, agency=SCHOOL) == [entry]


def test_opening_alone_is_not_holding(amira, hers):
    entry = say(hers, JANUARY)
    open(entry, by=ADA, at=FEBRUARY)
    acknowledge(entry, by=ADA, at=FEBRUARY)
    assert ids(amira, MARCH, agency=SCHOOL) == []


def test_telling_twice_adds_nothing(hers):
    entry = say(hers, JANUARY)
    first = tell(entry, agency="school", by=SAM, at=FEBRUARY)
    assert tell(entry, agency="school", by=SAM, at=MARCH) == first
    assert tell(entry, agency="school", by=RUTH, at=MARCH) != first


def test_nobody_is_told_of_an_entry_that_is_not_there(hers):
    with pytest.raises(BadInput):
        tell(hers, agency="school", by=SAM, at=FEBRUARY)


# ── withdrawn and corrected ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("basis", ["recorded", "known"])
def test_a_withdrawn_entry_stops_counting_from_when_it_was_withdrawn(amira, hers, basis):
    entry = say(hers, JANUARY)
    withdraw(entry, because="Recorded on the wrong child.", by=SAM, at=MARCH)
    just_before = MARCH - timedelta(seconds=1)
    assert entry in ids(amira, just_before, basis=basis)
    assert entry not in ids(amira, MARCH, basis=basis)
    assert entry not in ids(amira, MARCH, basis=basis, agency=POLICE)
    assert known_entries(child=amira, as_at=just_before, basis=basis)[0].until == MARCH


def test_a_correction_stands_in_the_place_of_what_it_corrects(amira, hers):
    entry = say(hers, JANUARY)
    better = correct(entry, new(hers, happened=FEBRUARY), because="It was in February.", by=SAM, at=MARCH)
    assert ids(amira, FEBRUARY) == [entry]
    assert ids(amira, MARCH) == [better]


@pytest.mark.parametrize("first", [withdraw, correct])
def test_history_is_not_changed_twice(hers, first):
    entry = say(hers, JANUARY)
    replacement = (new(hers, happened=JANUARY),) if first is correct else ()
    first(entry, *replacement, because="Wrong.", by=SAM, at=MARCH)
    with pytest.raises(BadInput, match="already"):
        withdraw(entry, because="Wrong again.", by=SAM, at=APRIL)


def test_a_withdrawal_stands(hers):
    withdrawal = withdraw(say(hers, JANUARY), because="Wrong.", by=SAM, at=MARCH)
    with pytest.raises(BadInput, match="stands"):
        withdraw(withdrawal, because="It was right.", by=SAM, at=APRIL)


def test_a_correction_can_be_corrected(amira, hers):
    entry = say(hers, JANUARY)
    second = correct(entry, new(hers, happened=FEBRUARY), because="Wrong day.", by=SAM, at=MARCH)
    third = correct(second, new(hers, happened=MARCH), because="Wrong month.", by=SAM, at=APRIL)
    assert ids(amira, MAY) == [third]


# ── whose description it is ───────────────────────────────────────────────────────────────────────────────


def test_a_wrong_match_is_undone_from_then_on_and_stays_true_of_before(db):
    amira, ben = person("Amira"), person("Ben")
    description = described(amira)
    entry = say(description, JANUARY)
    unlink(description, at=MARCH)
    link(description, ben, from_at=MARCH)
    assert (ids(amira, FEBRUARY), ids(ben, FEBRUARY)) == ([entry], [])
    assert (ids(amira, MARCH), ids(ben, MARCH)) == ([], [entry])


def test_an_agency_knew_its_own_before_anybody_linked_its_description(amira):
    description = described(None, by=ADA)
    said = KnownTo(agency="school", agency_area=AREA, known_at=JANUARY, how="said")
    entry = say(description, JANUARY, at=MARCH, by=ADA, known_to=(said,))
    link(description, amira, from_at=APRIL)
    assert ids(amira, MARCH, basis="known") == []
    assert ids(amira, APRIL, basis="known") == [entry]
    assert ids(amira, FEBRUARY, basis="known", agency=SCHOOL) == [entry]
    assert ids(amira, MARCH, basis="recorded", agency=SCHOOL) == []


def test_an_entry_about_several_children_is_known_of_each_and_of_no_adult(db):
    amira, baby, mother = person("Amira"), person("Baby", kind="unborn"), person("Leanne", kind="adult")
    entry = say(tuple(described(one) for one in (amira, baby, mother)), JANUARY)
    assert [ids(one, FEBRUARY) for one in (amira, baby, mother)] == [[entry], [entry], []]


def test_two_descriptions_of_one_child_in_one_entry_count_once(amira):
    entry = say((described(amira), described(amira)), JANUARY)
    assert ids(amira, FEBRUARY) == [entry]


# ── the household ─────────────────────────────────────────────────────────────────────────────────────────


def household(child, at, **given):
    return [row.entry for row in known_entries(child=child, as_at=at, **given) if row.scope == "household"]


def test_what_is_known_of_another_child_at_home_is_known_of_the_household(db):
    amira, ben = person("Amira"), person("Ben")
    live_together(amira, ben)
    entry = say(described(ben), JANUARY)
    (row,) = known_entries(child=amira, as_at=FEBRUARY)
    assert (row.entry, row.scope, row.known_from) == (entry, "household", JANUARY)


def test_an_entry_about_two_others_at_home_counts_once(db):
    amira, ben, cy = person("Amira"), person("Ben"), person("Cy")
    live_together(amira, ben, cy)
    entry = say((described(ben), described(cy)), JANUARY)
    assert household(amira, FEBRUARY) == [entry]


def test_an_entry_about_both_is_the_childs_own(db):
    amira, ben = person("Amira"), person("Ben")
    live_together(amira, ben)
    entry = say((described(amira), described(ben)), JANUARY)
    for child in (amira, ben):
        (row,) = known_entries(child=child, as_at=FEBRUARY)
        assert (row.entry, row.scope) == (entry, "own")


def test_children_who_do_not_live_together_are_not_a_household(db):
    amira, ben = person("Amira"), person("Ben")
    live_together(ben)
    say(described(ben), JANUARY)
    assert ids(amira, FEBRUARY) == []


def test_a_household_lasts_as_long_as_they_live_together_and_from_when_it_is_known(db):
    amira, ben = person("Amira"), person("Ben")
    live_together(amira, ben, known_at=MARCH, from_on=date(2026, 1, 1), to_on=date(2026, 4, 20))
    entry = say(described(ben), JANUARY)
    assert household(amira, FEBRUARY) == []
    assert household(amira, MARCH) == [entry]
    assert household(amira, on("19 Apr 2026", 23, 59)) == [entry]
    assert household(amira, on("20 Apr 2026", 0)) == []


def test_a_withdrawn_entry_about_another_child_stops_counting_for_the_household_too(db):
    amira, ben = person("Amira"), person("Ben")
    live_together(amira, ben)
    entry = say(described(ben), JANUARY)
    withdraw(entry, because="Not Ben.", by=SAM, at=MARCH)
    assert entry in household(amira, FEBRUARY)
    assert entry not in household(amira, MARCH)


def test_an_agency_knows_of_the_household_what_it_held(db):
    amira, ben = person("Amira"), person("Ben")
    live_together(amira, ben)
    entry = say(described(ben), JANUARY)
    assert household(amira, FEBRUARY, agency=POLICE) == [entry]
    assert household(amira, FEBRUARY, agency=SOCIAL_CARE) == []
