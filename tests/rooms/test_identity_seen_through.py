"""After a wrong link is undone, those who may have read the description on the wrong page are known."""

from pathlib import Path

import pytest

from kith.access import operations as access
from kith.access.types import Basis
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.identity import operations, queries
from kith.kernel.ids import new_id
from tests.rooms.identity_world import SAM, describe, minutes

pytestmark = pytest.mark.django_db
FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
ON = Basis(
    code="recorded_a_concern",
    words="recorded a concern",
    cited="[P]",
    involvement=new_id(),
    is_personal=True,
    goes_there=False,
    until=None,
)


def test_whoever_looked_while_it_was_linked_is_named_and_nobody_else():
    load_area(FILE, at=minutes(0))
    dana = agencies.actor(
        practitioner=agencies.practitioner_by_code(area="tolland-bay", code="dana-ferris").id, at=minutes(0)
    )
    first, second = describe(), describe(said_by="police", at=minutes(5))
    looks = {
        at: access.look(child=first.person, by=dana, basis=ON, purpose=f"At {at}.", at=minutes(at))
        for at in (2, 6, 12)
    }
    operations.unlink(description=second.description, because="Her cousin.", by=SAM, at=minutes(10))

    seen = queries.seen_through(description=second.description, person=first.person)

    assert [look.id for look in seen] == [looks[6]]
    assert seen[0].practitioner == dana.id
