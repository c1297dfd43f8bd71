"""The household that a prompt is about, and a hold on it so that two askings cannot raise the same prompt twice."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from kith.people import queries as people


@dataclass(frozen=True, kw_only=True)
class Home:
    """``id`` is the household's, or the child's own where no household is known. Children are the asked-about and those they live with."""

    id: UUID
    children: tuple[UUID, ...]


def household_of(*, child: UUID, at: datetime) -> Home:
    found = people.household_of(person=child, as_at=at)
    if found is None:
        return Home(id=child, children=(child,))
    others = sorted(m.id for m in found.members if m.kind != "adult" and m.id != child)
    return Home(id=found.id, children=(child, *others))


def hold(household: UUID) -> None:
    """Until the transaction ends, nobody else raises prompts for this household."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"prompts:{household}"])
