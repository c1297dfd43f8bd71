"""Draws looks by lot, so that being asked proves nothing: with a seed that nobody at a page can guess, and that repeats."""

import hmac
from collections.abc import Collection
from hashlib import sha256
from math import log
from uuid import UUID

from kith.oversight.looking.rows import LookSeen

EACH_TEAM, EACH_PERSON = 20, 10
"""Looks of each team and week, of few people rather than one look of each, so that a guardian can ask them all [P]."""


def drawn(
    looks: Collection[LookSeen], *, key: bytes, words: str, number: int = EACH_TEAM, of_one: int = EACH_PERSON
) -> tuple[LookSeen, ...]:
    """So many looks of a team: people first, the likelier the more they looked, then looks of each, all as likely.

    No more than ``of_one`` of a person where others have enough. The same key and words draw the same looks, in whatever
    order they are given.
    """
    by_worker: dict[UUID, list[LookSeen]] = {}
    for one in looks:
        by_worker.setdefault(one.practitioner, []).append(one)

    def between_0_and_1(id: UUID) -> float:
        digest = hmac.new(key, f"{words}|{id}".encode(), sha256).digest()
        return (int.from_bytes(digest[:7], "big") + 1) / (2**56 + 1)

    people = sorted(by_worker, key=lambda who: -log(between_0_and_1(who)) / len(by_worker[who]))
    in_order = {who: sorted(by_worker[who], key=lambda one: between_0_and_1(one.id)) for who in people}
    first = [one for who in people for one in in_order[who][:of_one]][:number]
    rest = [one for who in people for one in in_order[who][of_one:]]
    chosen = first + rest[: number - len(first)]
    return tuple(sorted(chosen, key=lambda one: (one.looked_at, one.id)))
