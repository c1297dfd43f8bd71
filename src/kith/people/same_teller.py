"""One id for the same person who tells of the same child, made from their name or number and a secret: pure arithmetic."""

import hmac
import re
import unicodedata
from hashlib import sha256
from uuid import UUID

from kith.people.referrer_types import NewReferrer

FEWEST_DIGITS = 7


def informant_of(*, referrer: NewReferrer, child: UUID, key: bytes) -> UUID:
    """A UUID (version 8) that says nothing without the key, and nothing of the same person at another child.

    The telephone decides where there is one, else the name; somebody who gives a number once and only a name the
    next time counts as two.
    """
    who = _number(referrer.telephone) or _unnamed(referrer) or _name(referrer.name)
    digest = hmac.new(key, f"{child}\n{who}".encode(), sha256).digest()[:16]
    value = int.from_bytes(digest, "big")
    value = value & ~(0xF << 76) | 0x8 << 76
    return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)


def _unnamed(referrer: NewReferrer) -> str:
    """Somebody who gave no name is the same as themselves alone, by the id that stands for them."""
    by_chance = referrer.unnamed_as is not None and not referrer.name.strip()
    return f"unnamed {referrer.unnamed_as}" if by_chance else ""


def _number(telephone: str) -> str:
    """``+44 (0)7700 900123`` and ``07700 900 123`` are one number; too few digits are none."""
    digits = re.sub(r"\D", "", telephone.replace("(0)", ""))
    if digits.startswith("00"):
        digits = digits[2:]
    if digits.startswith("44"):
        digits = f"0{digits[2:]}"
    return f"tel {digits}" if len(digits) >= FEWEST_DIGITS else ""


def _name(name: str) -> str:
    """Letters alone, without accents or case, so that ``Zoë O'Neill`` is ``zoe oneill``; words in their order."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = ("".join(one for one in word if one.isalnum()) for word in plain.split())
    return f"name {' '.join(word for word in words if word)}"
