"""An agency's own description of somebody whom it names: entries are about descriptions, never straight about a child."""

from datetime import datetime
from uuid import UUID

from kith.identity import operations as identity
from kith.identity.types import NewDescription
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import queries as people

PICKED = "person:"
"""How the key of somebody begins who was picked on a page: it is Kith's, no system of an agency knows it."""


def as_named_by(*, person: UUID, by: Actor) -> NewDescription:
    """What an agency says when it picks a known person from a page: who they are, in the words that the page showed."""
    found = people.person(id=person)
    if found is None:
        raise BadInput("child", "No such child is held.")
    return NewDescription(
        said_by=by.agency,
        said_by_area=by.area,
        sender_key=f"{PICKED}{person}",
        kind=found.kind,
        full_name=found.display_name,
        known_as=found.known_as,
        born_from=found.birth.born_from,
        born_to=found.birth.born_to,
        expected_on=found.birth.expected_on,
        sex=found.sex,
    )


def description_of(*, person: UUID, by: Actor, at: datetime) -> UUID:
    """The description by which the actor's agency speaks of a known person; made once."""
    described = identity.resolve_known(
        description=as_named_by(person=person, by=by), person=person, by=by, at=at
    )
    return described.description
