"""Sight is carried with a match, no further than it went, and ends exactly when the match does."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.access import operations, policies, queries
from kith.access.types import NotInvolved, Whom
from kith.kernel.errors import BadInput
from kith.people import operations as people
from tests.support.world import Worker, tolland_bay

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def area():
    return tolland_bay(now=MONDAY)


@pytest.fixture
def sam(area):
    return area.system


@pytest.fixture
def two(area):
    return area.child("Amira Haddad", aged=6).id, area.child("Amina Sayed", aged=6).id


def worker(area, code) -> Worker:
    from tests.web.living import by_code

    return by_code(area, code)


def carry(two, by, *, hours=1):
    amira, amina = two
    return operations.carry_sight(
        child=amina, to=amira, because="One child.", by=by, at=MONDAY + timedelta(hours=hours)
    )


def end(two, by, *, hours=2):
    return operations.end_carried(
        child=two[0],
        carried_at=MONDAY + timedelta(hours=1),
        carried_by=by.id,
        because="Two children.",
        by=by,
        at=MONDAY + timedelta(hours=hours),
    )


def sees(who, child, *, hours):
    try:
        return policies.check_can_see(child=child, by=who.actor, at=MONDAY + timedelta(hours=hours))
    except NotInvolved:
        return None


def test_it_lasts_no_longer_than_it_did_and_is_written_down(area, sam, two):
    joel = worker(area, "joel-prewett")
    operations.involve(child=two[1], whom=Whom(practitioner=joel.id), basis="team_duty", by=sam, at=MONDAY)
    assert len(carry(two, sam)) == 1
    assert sees(joel, two[0], hours=2).until == MONDAY + timedelta(hours=12)
    assert sees(joel, two[0], hours=13) is None
    (said,) = [one.sentence for one in queries.changes_of(child=two[0])]
    assert said == "Joel Prewett: on duty for the team. Carried over, because: One child."


def test_it_ends_at_once_with_no_time_to_write_up(area, sam, two):
    joel = worker(area, "joel-prewett")
    operations.allocate(child=two[1], practitioner=joel.id, role="allocated_social_worker", by=sam, at=MONDAY)
    carry(two, sam)
    assert queries.responsible_for(child=two[0], at=MONDAY + timedelta(hours=1)).worker.id == joel.id
    assert len(end(two, sam)) == 1
    assert sees(joel, two[0], hours=2) is None
    assert sees(joel, two[1], hours=2)
    assert end(two, sam, hours=3) == ()


def test_a_team_and_what_ended_before(area, sam, two):
    from kith.agencies import queries as agencies

    moor = agencies.team(area=area.code, code="assessment-moor")
    operations.involve(child=two[1], whom=Whom(team=moor.id), basis="demonstration", by=sam, at=MONDAY)
    gone = operations.involve(
        child=two[1],
        whom=Whom(practitioner=worker(area, "joel-prewett").id),
        basis="demonstration",
        by=sam,
        at=MONDAY,
    )
    operations.end_involvement(involvement=gone, because="Moved.", by=sam, at=MONDAY + timedelta(minutes=5))
    assert len(carry(two, sam)) == 1
    assert sees(worker(area, "siobhan-keane"), two[0], hours=1.5)
    assert sees(worker(area, "joel-prewett"), two[0], hours=1.5) is None


def test_a_team_does_not_see_one_who_is_held_closely(area, sam, two):
    from kith.agencies import queries as agencies

    moor = agencies.team(area=area.code, code="assessment-moor")
    operations.involve(child=two[1], whom=Whom(team=moor.id), basis="demonstration", by=sam, at=MONDAY)
    people.set_tier(person=two[0], tier="restricted", because="A story.", by=sam, at=MONDAY)
    carry(two, sam)
    assert sees(worker(area, "siobhan-keane"), two[0], hours=1.5) is None


def test_only_what_was_carried_by_that_person_at_that_moment_ends(area, sam, two):
    joel, dana = worker(area, "joel-prewett"), worker(area, "dana-ferris")
    operations.involve(
        child=two[1], whom=Whom(practitioner=joel.id), basis="demonstration", by=sam, at=MONDAY
    )
    operations.involve(
        child=two[0], whom=Whom(practitioner=dana.id), basis="demonstration", by=dana.actor,
        at=MONDAY + timedelta(hours=1),
    )  # fmt: skip
    carry(two, sam)
    end(two, sam)
    assert sees(dana, two[0], hours=3)
    assert sees(joel, two[0], hours=3) is None


def test_it_is_between_two_children_and_with_a_reason(sam, two):
    with pytest.raises(BadInput) as same:
        operations.carry_sight(child=two[0], to=two[0], because="One.", by=sam, at=MONDAY)
    assert same.value.field == "to"
    with pytest.raises(BadInput) as silent:
        operations.carry_sight(child=two[0], to=two[1], because=" ", by=sam, at=MONDAY)
    assert silent.value.field == "because"


def test_those_who_looked_are_counted_in_the_periods_that_are_asked_about(area, sam, two):
    joel = worker(area, "joel-prewett")
    operations.involve(
        child=two[0], whom=Whom(practitioner=joel.id), basis="demonstration", by=sam, at=MONDAY
    )
    for hour in (1, 2, 3, 4):
        operations.open_child(child=two[0], purpose="read", by=joel.actor, at=MONDAY + timedelta(hours=hour))
    at = [MONDAY + timedelta(hours=hour) for hour in range(6)]
    (one,) = queries.who_looked(child=two[0], spans=[(at[1], at[2]), (at[3], at[4])])
    assert (one.looks, one.first_at, one.last_at, one.phone) == (2, at[1], at[3], "01632 960 113")
    assert queries.who_looked(child=two[0], spans=[]) == ()
    assert queries.who_looked(child=two[1], spans=[(at[0], at[5])]) == ()
