"""Canonical bytes: one value, one sequence of bytes, the same on every machine and in every year.

The encoding is described with test vectors in ``docs/reference/chain.md``; the verifier has its own copy, because it
imports nothing of Kith.
"""

from collections.abc import Callable, Mapping, Sequence
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
    tag, body_of = _BODIES.get(type(value)) or _of_kind(value)
    body = body_of(value)
    return b"%s%d:%s" % (tag, len(body), body)


def _of_kind(value: Any) -> tuple[bytes, Callable[[Any], bytes]]:
    """For what is not of a listed type itself, but a kind of one."""
    for kind, how in _KINDS.items():
        if isinstance(value, kind):
            return how
    raise ValueError(f"{type(value).__name__} has no canonical bytes")


def _body_of_list(value: Sequence[Any]) -> bytes:
    return b"".join(map(canonical, value))


def _body_of_mapping(value: Mapping[str, Any]) -> bytes:
    if not all(isinstance(key, str) for key in value):
        raise ValueError("the keys of a mapping are text")
    pairs = sorted((key.encode("utf-8"), key, item) for key, item in value.items())
    return b"".join(canonical(key) + canonical(item) for _, key, item in pairs)


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


def _body_of_number(value: int | float | Decimal) -> bytes:
    return plain_number(value).encode("ascii")


_KINDS: dict[type, tuple[bytes, Callable[[Any], bytes]]] = {
    bool: (b"b", lambda value: b"1" if value else b"0"),
    int: (b"i", _body_of_number),
    float: (b"i", _body_of_number),
    Decimal: (b"i", _body_of_number),
    str: (b"s", lambda value: value.encode("utf-8")),
    bytes: (b"x", bytes),
    bytearray: (b"x", bytes),
    memoryview: (b"x", bytes),
    UUID: (b"u", lambda value: str(value).encode("ascii")),
    datetime: (b"t", lambda value: instant(value).encode("ascii")),
    Mapping: (b"d", _body_of_mapping),
    Sequence: (b"l", _body_of_list),
}
"""In the order in which they are tried: a truth value is an int too, text and bytes are sequences."""
_BODIES = {**_KINDS, type(None): (b"n", lambda value: b""), list: _KINDS[Sequence], dict: _KINDS[Mapping]}
