"""How much is much: beside others who do the same work, and never less than a plain number."""

from collections.abc import Mapping, Sequence
from math import ceil
from uuid import UUID

from kith.oversight.looking.rows import Worker


def most_usual(
    *,
    of: Worker,
    workers: Mapping[UUID, Worker],
    numbers: Mapping[UUID, Sequence[int]],
    share: int,
    fewest: int,
    at_least: int,
) -> int:
    """What ``share`` in a hundred of the peers' numbers stay at or below, their own left out; never below ``at_least``.

    With fewer than ``fewest`` numbers of peers there is nothing to compare with, and ``at_least`` alone holds.
    """
    of_peers = sorted(
        number
        for who, own in numbers.items()
        if who != of.id and who in workers and workers[who].peers == of.peers
        for number in own
    )
    if len(of_peers) < fewest:
        return at_least
    return max(at_least, of_peers[min(ceil(len(of_peers) * share / 100), len(of_peers)) - 1])
