"""Canonical bytes: one value, one sequence of bytes, the same on every machine and in every year.

The encoding is described with test vectors in ``docs/reference/chain.md``; the verifier has its own copy, because it
imports nothing of Kith.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

LARGEST_EXPONENT = 400
"""Beyond any float: a number that would need more digits than this is refused, not written out."""


def canonical(value: Any) -> bytes:
    """A tag, the length of the body in bytes, a colon and the body: ``s4:Amir``.

    Takes None, bool, int, float, Decimal, str, bytes, UUID, aware datetime, and lists and mappings of them. Text is
    taken as it is: putting it in one Unicode form is done once, where it comes in. Raises ValueError for anything that
    has no single meaning: a naive datetime, NaN, text that is not Unicode, a key that is not text.
    """
    tag, body = _tagged(value)
    return b"%s%d:%s" % (tag, len(body), body)


def _tagged(value: Any) -> tuple[bytes, bytes]:
    if value is None:
        return b"n", b""
    if isinstance(value, bool):
        return b"b", b"1" if value else b"0"
    if isinstance(value, int | float | Decimal):
        return b"i", plain_number(value).encode("ascii")
    if isinstance(value, str):
        return b"s", value.encode("utf-8")
    if isinstance(value, bytes | bytearray | memoryview):
        return b"x", bytes(value)
    if isinstance(value, UUID):
        return b"u", str(value).encode("ascii")
    if isinstance(value, datetime):
        return b"t", instant(value).encode("ascii")
    return _tagged_collection(value)


def _tagged_collection(value: Any) -> tuple[bytes, bytes]:
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise ValueError("the keys of a mapping are text")
        pairs = sorted((key.encode("utf-8"), item) for key, item in value.items())
        return b"d", b"".join(canonical(key.decode("utf-8")) + canonical(item) for key, item in pairs)
    if isinstance(value, Sequence):
        return b"l", b"".join(canonical(item) for item in value)
    raise ValueError(f"{type(value).__name__} has no canonical bytes")


def instant(at: datetime) -> str:
    """UTC with six digits of microseconds: ``2026-03-03T12:00:00.000000Z``. Raises ValueError where it is naive."""
    if at.tzinfo is None or at.utcoffset() is None:
        raise ValueError("an instant says its time zone")
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def plain_number(number: int | float | Decimal) -> str:
    """The shortest plain decimal: ``1`` for 1 and 1.0, ``0.1`` for 0.1, no exponent, no minus zero."""
    exact = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    if not exact.is_finite() or abs(exact.adjusted()) > LARGEST_EXPONENT:
        raise ValueError("a number is finite, with no more than 400 digits")
    digits = format(exact, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return "0" if digits in ("-0", "") else digits
