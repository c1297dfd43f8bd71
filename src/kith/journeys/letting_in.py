"""Letting in: whoever is named to answer a question about children may see them, on that basis and for its time."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.types import Actor
from kith.people import queries as people

BASIS = "owns_a_question"


def let_in(*, children: Iterable[UUID], practitioner: UUID, by: Actor, at: datetime) -> None:
    """A practitioner may see these children from now on. Sealed ones are left out: only a person opens those."""
    for child in people.persons(ids=children).values():
        if child.tier != "sealed":
            access.involve(child=child.id, whom=Whom(practitioner=practitioner), basis=BASIS, by=by, at=at)
