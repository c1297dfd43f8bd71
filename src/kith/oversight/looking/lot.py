"""Draws looks by lot, so that being asked proves nothing: with a seed that nobody at a page can guess, and that repeats."""

import hmac
from collections.abc import Collection
from hashlib import sha256

from kith.oversight.looking.rows import LookSeen

EACH_TEAM = 20
"""Looks of each team and week [P]."""


def drawn(looks: Collection[LookSeen], *, number: int, key: bytes, words: str) -> tuple[LookSeen, ...]:
    """So many of these looks, each as likely as any other; the same key and words draw the same ones, in any order given."""

    def place(look: LookSeen) -> bytes:
        return hmac.new(key, f"{words}|{look.id}".encode(), sha256).digest()

    chosen = sorted(looks, key=place)[:number]
    return tuple(sorted(chosen, key=lambda one: (one.looked_at, one.id)))
