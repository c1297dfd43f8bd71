"""Of contacts on which nothing further was done: how many of their children were told of again, and then more was done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kith.chronology import queries as entries
from kith.oversight.shares import Share
from kith.pathway import queries as contacts
from kith.pathway.types import OutcomeView
from kith.patterns.queries import rulebook

WITHIN = (30, 90, 180)
"""Days. Local authorities count re-referrals within twelve months; these are sooner [P]."""
OVER = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class ToldAgain:
    """One ground of closing, within so many days: of those closed long enough ago, told of again, and of those with more done."""

    closing_reason: str
    within: int
    again: Share
    higher: Share


def told_again(*, area: str, at: datetime) -> tuple[ToldAgain, ...]:
    """For each ground of closing that was used in the year, and each number of days; grounds in the rulebook's order.

    A fixed number of statements; the work grows with the contacts of a year and a half.
    """
    found = contacts.outcomes(area=area, since=at - OVER - timedelta(days=max(WITHIN)))
    children = entries.children_of_each(entries={one.told for one in found})
    later = _by_child(found, children)
    closed = [one for one in found if one.closing_reason and one.decided_at]
    return tuple(
        _counted(reason, days, [one for one in closed if one.closing_reason == reason], children, later, at)
        for reason in rulebook().closing_reasons
        if any(one.closing_reason == reason for one in closed)
        for days in WITHIN
    )


def _by_child(
    found: Iterable[OutcomeView], children: dict[UUID, list[UUID]]
) -> dict[UUID, list[OutcomeView]]:
    """What was newly told of each child: what came back is the same telling."""
    told: dict[UUID, list[OutcomeView]] = {}
    for one in found:
        for child in children.get(one.told, ()) if one.because == "told" else ():
            told.setdefault(child, []).append(one)
    return told


def _counted(
    reason: str,
    days: int,
    closed: Iterable[OutcomeView],
    children: dict[UUID, list[UUID]],
    later: dict[UUID, list[OutcomeView]],
    at: datetime,
) -> ToldAgain:
    whole = again = higher = 0
    for one in closed:
        assert one.decided_at is not None
        until = one.decided_at + timedelta(days=days)
        if until > at or one.decided_at < at - OVER:
            continue
        told = [
            other
            for child in children.get(one.told, ())
            for other in later.get(child, ())
            if one.decided_at < other.opened_at <= until and other.told != one.told
        ]
        whole, again = whole + 1, again + bool(told)
        higher += any(_rank(other) > _rank(one) for other in told)
    return ToldAgain(
        closing_reason=reason,
        within=days,
        again=Share(part=again, whole=whole),
        higher=Share(part=higher, whole=whole),
    )


def _rank(one: OutcomeView) -> int:
    """By the order of the rulebook's list; what is not decided yet is below all."""
    order = list(rulebook().contact_outcomes)
    return order.index(one.outcome) if one.outcome else -1
