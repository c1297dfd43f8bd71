"""One transaction in which the database knows who is acting."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from kith.kernel.types import Actor

ACTOR, AREA, AGENCY = "kith.actor", "kith.actor_area", "kith.actor_agency"
"""Settings of the transaction, for row-level security: empty outside one."""


@contextmanager
def acting(*, by: Actor) -> Iterator[None]:
    """Everything inside commits together or not at all, and PostgreSQL may ask who does it.

    Read it there with ``current_setting('kith.actor', true)``. It ends with the transaction, so that a connection that
    is used again carries nobody's name; a nested ``acting`` gives the name back when it ends.
    """
    with transaction.atomic():
        before = _names()
        _name(str(by.id), by.area, by.agency)
        yield
        if connection.in_atomic_block and not connection.needs_rollback:
            _name(*before)


def _names() -> tuple[str, str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting(%s, true), ''), coalesce(current_setting(%s, true), ''),"
            " coalesce(current_setting(%s, true), '')",
            [ACTOR, AREA, AGENCY],
        )
        actor, area, agency = cursor.fetchone()
        return actor, area, agency


def _name(actor: str, area: str, agency: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config(%s, %s, true), set_config(%s, %s, true), set_config(%s, %s, true)",
            [ACTOR, actor, AREA, area, AGENCY, agency],
        )
