"""The way back: five short words that can be read out on the telephone, of which only a keyed hash is kept."""

import hashlib
import hmac
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from django.conf import settings

from kith.web.models import Telling
from kith.web.tell.sealed import Key

HOW_MANY = 5
BITS = 11
"""Of one word: the list has 2,048. Five are 55 bits."""
PREFIX = 4
"""So many letters tell a word from all others."""
_TRIES = 4


@cache
def word_list() -> tuple[str, ...]:
    """The words, in their order."""
    lines = Path(__file__).with_name("five_words.txt").read_text(encoding="utf-8").splitlines()
    return tuple(" ".join(line for line in lines if not line.startswith("#")).split())


@cache
def _by_prefix() -> dict[str, str]:
    return {word[:PREFIX]: word for word in word_list()}


def give_words(*, key: Key, contact: UUID, area: str, at: datetime) -> None:
    """Keep the way back to a contact. Call it in the transaction that keeps the contact."""
    Telling.objects.create(
        id=key.telling,
        area=area,
        five_words=_hash(_words_for(key)),
        contact=contact,
        received_at=at,
    )


def words_of(*, key: Key) -> str:
    """The five words of a telling: made from its key, so that a second submit shows the same and nothing keeps them."""
    return _words_for(key)


def telling_of(*, words: str) -> Telling | None:
    """What was told under these words. Wrong and lost ones cost the same: one hash, one look."""
    return Telling.objects.filter(five_words=_hash(spoken(words))).first()


def spoken(words: str) -> str:
    """Words as typed or read out, as they were given: any case, any signs between them, cut short or a letter wrong at the end."""
    parts = re.findall(r"[a-z]+", words.lower())
    return " ".join(_by_prefix().get(part[:PREFIX], part) for part in parts)


def _words_for(key: Key) -> str:
    """The first that are nobody else's; a clash is one in ten to the eleventh for a thousand tellings, and costs one more hash."""
    for number in range(_TRIES):
        words = _made(key, number)
        taken = Telling.objects.filter(five_words=_hash(words)).values_list("id", flat=True).first()
        if taken in (None, key.telling):
            return words
    raise RuntimeError("No five words are free.")


def _made(key: Key, number: int) -> str:
    digest = hmac.digest(_secret(), b"words %d\n" % number + key.derived("words"), "sha256")
    bits = int.from_bytes(digest, "big")
    picked = [word_list()[bits >> BITS * place & (1 << BITS) - 1] for place in range(HOW_MANY)]
    return " ".join(picked)


def _hash(words: str) -> str:
    return hmac.digest(_secret(), b"way back\n" + words.encode(), "sha256").hex()


def _secret() -> bytes:
    return hashlib.sha256(b"kith five words\n" + settings.KITH_WAY_BACK_KEY.encode()).digest()
