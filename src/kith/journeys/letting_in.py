"""Letting in: whoever is named to answer something about children may see them, on that basis and for its time."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.types import Actor
from kith.people import queries as people

BASIS = "owns_a_question"


def let_in(
    *,
    children: Iterable[UUID],
    practitioner: UUID,
    basis: str = BASIS,
    sealed: bool = False,
    by: Actor,
    at: datetime,
) -> None:
    """A practitioner may see these children from now on; adults among them are passed over.

    Those who are sealed are left out, since only a person opens them, unless ``sealed``: for a desk that is cleared for it.
    """
    for child in people.persons(ids=children).values():
        if child.kind != "adult" and (sealed or child.tier != "sealed"):
            access.involve(child=child.id, whom=Whom(practitioner=practitioner), basis=basis, by=by, at=at)
