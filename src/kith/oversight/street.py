"""Streets as keyed hashes: two can be compared, and neither can be read."""

import hmac
import re
from collections.abc import Iterable
from hashlib import sha256

from kith.identity.address_words import KINDS
from kith.identity.identifiers import outward
from kith.identity.skeleton import tokens

_FLAT = re.compile(r"\b(?:flat|apartment|apt|unit|room)\s+\w+[,\s]*", re.IGNORECASE)


def street_in(line: str) -> str:
    """The words of a street in one line of an address, its kind written out: ``12a Quay St`` is ``quay street``.

    An empty string where the line names no kind of road: a town or a house of its own name is nobody's street.
    """
    words = tokens(re.sub(r"\d+\w*", " ", _FLAT.sub(" ", line)))
    while words and words[-1] not in KINDS:
        words = words[:-1]
    if len(words) < 2:
        return ""
    return " ".join((*words[:-1], KINDS[words[-1]]))


def street_keys(*, lines: Iterable[str], postcode: str, key: bytes) -> frozenset[str]:
    """A hash for each street that these lines name, with the first half of the postcode; none without a whole postcode."""
    near = outward(postcode)
    streets = {street for line in lines for piece in line.split(",") if (street := street_in(piece))}
    if not near:
        return frozenset()
    return frozenset(_hashed(f"{street}|{near}", key) for street in streets)


def _hashed(words: str, key: bytes) -> str:
    return hmac.new(key, words.encode(), sha256).hexdigest()
