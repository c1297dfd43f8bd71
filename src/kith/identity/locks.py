"""Advisory locks: two sessions that describe the same new child wait for each other, others do not."""

from collections.abc import Iterable
from zlib import crc32

from django.db import connection

AREA, KEY = 7201, 7202
"""The first halves of our two-part lock numbers; the kernel's chains use locks of one part."""
PLACES = 4096
"""Keys share so many places, because a server keeps room for some thousands of locks: whoever holds a thousand keys in
one transaction must not fill it. Two who only share a place wait for each other for nothing, a few milliseconds."""


def hold_keys(*, area: str, keys: Iterable[int]) -> None:
    """Until the transaction ends nobody else resolves a description in this area that shares a key with these.

    Locks are taken in one order, so that two sessions never wait for each other crosswise. A transaction that holds
    some already and asks for more can: resolve the people of one concern together.
    """
    numbers = sorted({key % PLACES for key in keys})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", [AREA, _of_area(area)])
        cursor.execute("SELECT count(pg_advisory_xact_lock(%s, k)) FROM unnest(%s::int[]) k", [KEY, numbers])


def hold_area(*, area: str) -> None:
    """Until the transaction ends nobody else resolves or changes a link in this area: for loads, and for people's decisions."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [AREA, _of_area(area)])


def _of_area(area: str) -> int:
    return _signed(crc32(area.encode()))


def _signed(number: int) -> int:
    """The lowest 32 bits, as PostgreSQL's signed integer."""
    return ((number & 0xFFFFFFFF) ^ 0x80000000) - 0x80000000
