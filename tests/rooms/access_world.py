"""Tolland Bay on one morning, for the tests of who may see whom."""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import connection

from kith.access import operations
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people.types import NewPerson

AREA = "tolland-bay"
FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
AT = datetime(2026, 11, 17, 10, 40, tzinfo=LONDON)
"""A Tuesday."""


def load() -> None:
    load_area(FILE, at=AT)


def actor(code: str, at: datetime = AT) -> Actor:
    return agencies.actor(practitioner=agencies.practitioner_by_code(area=AREA, code=code).id, at=at)


def child(name: str = "Amira", tier: str = "normal") -> UUID:
    by = actor("dana-ferris")
    made = people.register_person(person=NewPerson(kind="child", display_name=name), by=by, at=AT)
    if tier != "normal":
        people.set_tier(person=made, tier=tier, because="A story.", by=by, at=AT)
    return made


def involve(who: UUID, code: str, basis: str = "allocated", at: datetime = AT) -> UUID:
    return operations.involve(
        child=who, whom=Whom(practitioner=actor(code).id), basis=basis, by=actor("dana-ferris"), at=at
    )


def shown_by_the_database() -> set[UUID]:
    """Whom the second wall shows to the page that is behind it just now."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kith_children_seen()")
        return {child for (child,) in cursor.fetchall()}
