"""Remembers what was answered to whom under which key, so that a request that comes again has no second effect."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection, transaction
from psycopg.errors import LockNotAvailable

from kith.api.models import Sending
from kith.api.types import Caller, NotTaken, Problem

LONGEST_WAIT = 10
"""Seconds that a repeat waits for the first; longer, and it is asked to come again."""
ASK_AGAIN_AFTER = 5


@contextmanager
def one_at_a_time(*, caller: Caller, key: str) -> Iterator[None]:
    """Nobody else takes in this agency's request of this key meanwhile. NotTaken(409) where somebody does for too long.

    The hold is the connection's, since each item commits by itself: it ends here, or with the connection.
    """
    name = f"api_sending:{caller.agency}:{key}"
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{LONGEST_WAIT}s'")
            cursor.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [name])
    except OperationalError as problem:
        if isinstance(problem.__cause__, LockNotAvailable):
            raise _still_at_it() from None
        raise
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 0))", [name])


def remembered(*, caller: Caller, key: str, digest: bytes) -> Sending | None:
    """The request that used this key before, answered or not. NotTaken(409) where that was another body."""
    found = Sending.objects.filter(agency_id=caller.agency, key=key).first()
    if found is not None and bytes(found.digest) != digest:
        raise NotTaken(
            409,
            Problem(
                field="Idempotency-Key",
                problem="This key was used for another body. Give a new one for each request.",
            ),
        )
    return found


def begin(*, caller: Caller, key: str, digest: bytes) -> Sending:
    """From here on the key stands for this body, whatever happens."""
    return Sending.objects.create(
        area=caller.by.area,
        agency_id=caller.agency,
        key=key,
        digest=digest,
        received_at=caller.at,
        received_by=caller.by.id,
    )


def answered(sending: Sending, *, status: int, answer: str) -> None:
    """What was answered; a repeat gets the same."""
    sending.status, sending.answer = status, answer
    sending.save(update_fields=["status", "answer"])


def _still_at_it() -> NotTaken:
    words = "A request with this key is being taken in now. Ask again in a moment."
    return NotTaken(409, Problem(field="Idempotency-Key", problem=words), retry_after=ASK_AGAIN_AFTER)
