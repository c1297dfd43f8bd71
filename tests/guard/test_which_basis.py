"""Of several bases the one that lets somebody go to the child is named first: without it a worker is refused the address."""

import pytest

from kith.access import policies
from tests.rooms.access_world import AT, actor, child, involve, load

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
