"""Of several bases the one that lets somebody go to the child is named first: without it a worker is refused the address."""

import pytest

from kith.access import operations, policies
from kith.access.types import NotInvolved, Whom
from kith.agencies import queries as agencies
from kith.kernel.errors import Refused
from tests.guard.matrix.people import ELSEWHERE, other_area_file
from tests.rooms.access_world import AREA, AT, actor, child, involve, load

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "bases",
    [
        ("invited_to_decision", "allocated"),
        ("allocated", "invited_to_decision"),
        ("break_glass", "allocated"),
    ],
)
def test_a_second_basis_takes_nothing_away_from_whoever_goes_there(bases):
    load()
    amira = child()
    for basis in bases:
        involve(amira, "joel-prewett", basis)
    basis = policies.check_can_learn_address(child=amira, by=actor("joel-prewett"), at=AT)
    assert (basis.code, basis.goes_there) == ("allocated", True)


def test_an_emergency_is_named_last_where_there_is_another_reason_to_see():
    load()
    amira = child()
    for basis in ("break_glass", "invited_to_decision"):
        involve(amira, "joel-prewett", basis)
    assert policies.check_can_see(child=amira, by=actor("joel-prewett"), at=AT).code == "invited_to_decision"


def test_what_a_whole_team_has_lets_none_of_them_go_there():
    load()
    amira, by = child(), actor("joel-prewett")
    (team,) = agencies.teams_of(practitioner=by.id, at=AT)
    operations.involve(child=amira, whom=Whom(team=team), basis="allocated", by=actor("dana-ferris"), at=AT)
    assert not policies.check_can_see(child=amira, by=by, at=AT).goes_there
    with pytest.raises(NotInvolved, match="known to the people who go to this child alone"):
        policies.check_can_learn_address(child=amira, by=by, at=AT)


def test_a_guardian_of_another_area_guards_nothing_here(tmp_path):
    from kith.agencies.areas import load_area

    load()
    load_area(other_area_file(tmp_path), at=AT)
    there = agencies.practitioner_by_code(area=ELSEWHERE, code="philippa-venn")
    by = agencies.actor(practitioner=there.id, at=AT)
    policies.check_answers_as(policies.GUARDIAN, area=ELSEWHERE, by=by, at=AT)
    with pytest.raises(Refused, match="information guardian alone"):
        policies.check_answers_as(policies.GUARDIAN, area=AREA, by=by, at=AT)
