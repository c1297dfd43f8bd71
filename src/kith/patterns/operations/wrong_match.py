"""The owner of a prompt is told that a match on which it rested was wrong, and says that they know it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.patterns.operations.answering import held, put
from kith.patterns.types import Owner


def tell_match_undone(*, prompt: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """The owner is told that a match on which a prompt rested was wrong; it waits on their page until they say that they know.

    The prompt itself, its answer and its due time stay. ``because`` is read by the owner, who may not see every child
    of the match: it names none. Answers who was told.
    """
    with transaction.atomic():
        row = held(prompt)
        owner = Owner(practitioner=row.owner_id, role=row.owner_role)
        put(row, owner, "match_undone", because, by, at)
        return owner.practitioner


def hear_match_undone(*, prompt: UUID, by: Actor, at: datetime) -> None:
    """Whoever was told says that they know it. Raises Refused for anybody else; saying it twice is harmless."""
    with transaction.atomic():
        row = held(prompt)
        told = row.sayings.filter(why="match_undone", owner=by.id).order_by("-said_at").first()
        if told is None:
            raise Refused("Nobody told you this.")
        if not row.sayings.filter(why="match_heard", put_by=by.id, said_at__gte=told.said_at).exists():
            owner = Owner(practitioner=by.id, role=told.owner_role)
            put(row, owner, "match_heard", "Has read that a match was undone.", by, at)
