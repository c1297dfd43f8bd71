"""Involvements: each is of one child, one person, team or agency and one basis; how long it lasts; which one is ended."""

from datetime import timedelta

import pytest

from kith.access import models, operations, policies
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput
from tests.rooms.access_world import AREA, AT, actor, child, load

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
SCHOOL = "school_of_the_child"


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


@pytest.fixture
def amira():
    return child()


def someone(code):
    return Whom(practitioner=actor(code).id)


def team(code):
    return Whom(team=agencies.team(area=AREA, code=code).id)


def agency(code):
    return Whom(agency=agencies.agency(area=AREA, code=code).id)


def let_in(who, whom, basis="demonstration", at=AT, to_at=None):
    by = actor("dana-ferris")
    return operations.involve(child=who, whom=whom, basis=basis, to_at=to_at, by=by, at=at)


def end(row, at=AT + HOUR):
    by = actor("dana-ferris")
    operations.end_involvement(involvement=row, because="No longer.", by=by, at=at)


def sees(who, code, at=AT):
    return policies.sees(child=who, by=actor(code), at=at)


def test_what_is_there_already_is_of_the_same_child_person_team_agency_and_basis(amira):
    """Anything that differs is an involvement of its own: else somebody would be told that they see, and would not."""
    asked = [
        (amira, someone("joel-prewett"), "demonstration"),
        (child("Tam"), someone("joel-prewett"), "demonstration"),
        (amira, someone("siobhan-keane"), "demonstration"),
        (amira, someone("joel-prewett"), "chairs_or_reviews"),
        (amira, team("fernmoor-primary"), SCHOOL),
        (amira, team("quay-infants"), SCHOOL),
        (amira, agency("police"), "demonstration"),
        (amira, agency("probation"), "demonstration"),
    ]
    rows = [let_in(*one) for one in asked]
    assert len(set(rows)) == len(asked)
    assert [let_in(*one) for one in asked] == rows


def test_one_that_ended_is_made_anew_and_lets_somebody_see_again(amira):
    first = let_in(amira, someone("joel-prewett"))
    end(first)
    assert not sees(amira, "joel-prewett", AT + HOUR)
    second = let_in(amira, someone("joel-prewett"), at=AT + 2 * HOUR)
    assert second != first
    assert sees(amira, "joel-prewett", AT + 2 * HOUR)


def test_one_with_an_end_stands_beside_one_without(amira):
    without = let_in(amira, someone("joel-prewett"))
    with_end = let_in(amira, someone("joel-prewett"), to_at=AT + HOUR)
    assert with_end != without
    assert models.Involvement.objects.get(pk=with_end).to_at == AT + HOUR


@pytest.mark.parametrize("basis", ["demonstration", "treating_encounter"])
def test_an_involvement_ends_when_it_was_said_to_end(amira, basis):
    let_in(amira, someone("joel-prewett"), basis, to_at=AT + HOUR)
    assert sees(amira, "joel-prewett", AT + HOUR - timedelta(seconds=1))
    assert not sees(amira, "joel-prewett", AT + HOUR)


@pytest.mark.parametrize("basis", ["demonstration", "treating_encounter"])
def test_an_end_that_is_not_after_its_beginning_is_refused(amira, basis):
    for to_at in (AT, AT - HOUR):
        with pytest.raises(BadInput) as bad:
            let_in(amira, someone("joel-prewett"), basis, to_at=to_at)
        assert bad.value.field == "to_at"
    assert not models.Involvement.objects.exists()


def test_the_longest_that_a_basis_lasts_may_be_asked_for_and_no_second_more(amira):
    day = timedelta(hours=24)
    let_in(amira, someone("joel-prewett"), "treating_encounter", to_at=AT + day)
    with pytest.raises(BadInput, match="no longer"):
        let_in(amira, someone("joel-prewett"), "treating_encounter", to_at=AT + day + timedelta(seconds=1))


def test_the_involvement_that_is_named_is_ended_and_no_other(amira):
    let_in(amira, someone("joel-prewett"))
    end(let_in(amira, someone("siobhan-keane")))
    assert sees(amira, "joel-prewett", AT + HOUR) and not sees(amira, "siobhan-keane", AT + HOUR)


def test_one_that_ends_by_itself_may_be_ended_sooner_and_not_again(amira):
    row = let_in(amira, someone("tunde-alabi"), "treating_encounter")
    end(row, AT + HOUR)
    assert not sees(amira, "tunde-alabi", AT + HOUR)
    with pytest.raises(BadInput, match="ended already"):
        end(row, AT + HOUR)


def test_that_somebody_is_allocated_keeps_nobody_elses_involvement_from_ending(amira):
    by = actor("dana-ferris")
    joel = actor("joel-prewett").id
    operations.allocate(child=amira, practitioner=joel, role="allocated_social_worker", by=by, at=AT)
    end(let_in(amira, someone("siobhan-keane")))
    assert not sees(amira, "siobhan-keane", AT + HOUR)


def test_the_time_to_write_up_may_be_ended_once_the_allocation_has(amira):
    by = actor("dana-ferris")
    joel = actor("joel-prewett").id
    row = operations.allocate(child=amira, practitioner=joel, role="allocated_social_worker", by=by, at=AT)
    involvement = models.Allocation.objects.get(pk=row).involvement_id
    operations.end_allocation(allocation=row, because="Left.", by=by, at=AT + HOUR)
    assert sees(amira, "joel-prewett", AT + 2 * HOUR)
    end(involvement, AT + 2 * HOUR)
    assert not sees(amira, "joel-prewett", AT + 2 * HOUR)


def test_an_involvement_that_has_not_begun_ends_as_it_begins(amira):
    row = let_in(amira, someone("joel-prewett"), at=AT + 2 * HOUR)
    end(row, AT)
    assert not sees(amira, "joel-prewett", AT + 2 * HOUR)
