"""Prompts are raised for many children: the same askings as one by one, in few statements."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.journeys.household import Home, hold
from kith.journeys.raise_prompts import keep_what_fired
from kith.kernel import outbox
from kith.patterns import queries as asking
from kith.patterns.types import Firing
from kith.people import queries as people

Moment = tuple[UUID, datetime]
"""A child and an instant."""


@dataclass(frozen=True, kw_only=True)
class Fired:
    """What fired about one household at one instant: what ``keep_what_fired`` takes."""

    at: datetime
    household: UUID
    firings: tuple[Firing, ...]


def raise_prompts_for(*, children: Iterable[UUID], area: str, at: datetime) -> list[UUID]:
    """Ask the rulebook about many children's households at one moment. Returns the prompts that changed.

    As ``raise_prompts`` for each of them, but that a household is asked once however many of its children are given.
    """
    homes = list(_homes([(child, at) for child in children]))
    with transaction.atomic():
        for household in sorted({home.id for home, _ in homes}):
            hold(household)
        kept = [
            prompt
            for fired in _fired(homes)
            for prompt in keep_what_fired(list(fired.firings), fired.household, area=area, at=at)
        ]
        ask_again_later(children=[child for home, _ in homes for child in home.children], area=area, at=at)
    return kept


def ask_again_later(*, children: Iterable[UUID], area: str, at: datetime) -> None:
    """Put into the outbox, for each child of whom waiting alone can change an answer, when to ask again."""
    waits = asking.next_ask_each(children=list(dict.fromkeys(children)), as_at=at)
    outbox.put_many(
        topic="ask_again",
        payloads=[(area, {"child": str(child)}, at) for child in waits],
        due_at=list(waits.values()),
    )


def fired_over_time(*, moments: Sequence[Moment]) -> list[Fired]:
    """What the rules in force say about these children's households at each moment, oldest first; nothing is written.

    For history that is brought in later. Rules see at each moment what was recorded by then, so that the answers are
    those of asking at the time. Somebody who answers a prompt changes what later moments say: ask again from there on.
    """
    return _fired(list(_homes(moments)))


def _homes(moments: Iterable[Moment]) -> Iterator[tuple[Home, datetime]]:
    """Each household once for each instant, the child first who was asked about first."""
    asked = list(dict.fromkeys(moments))
    seen: dict[tuple[UUID, datetime], Home] = {}
    for (child, at), found in zip(asked, people.homes_at(moments=asked), strict=True):
        household, children = found or (child, (child,))
        others = (one for one in children if one != child)
        seen.setdefault((household, at), Home(id=household, children=(child, *others)))
    return ((home, at) for (_, at), home in seen.items())


def _fired(homes: Sequence[tuple[Home, datetime]]) -> list[Fired]:
    """One asking for all; then the firings of each household and instant, in the order of its children."""
    moments = {(child, at): home.id for home, at in homes for child in home.children}
    together: dict[tuple[datetime, UUID], list[Firing]] = {}
    for firing in asking.ask(moments=list(moments), households={}):
        household = moments[firing.child, firing.as_at]
        together.setdefault((firing.as_at, household), []).append(firing)
    return [
        Fired(at=at, household=household, firings=_in_order(firings, household, list(moments)))
        for (at, household), firings in sorted(together.items())
    ]


def _in_order(firings: list[Firing], household: UUID, moments: Sequence[Moment]) -> tuple[Firing, ...]:
    """By pattern, and for each pattern by child, as the statement about one household gives them."""
    patterns = {name: place for place, name in enumerate(asking.rulebook().patterns)}
    children = {child: place for place, (child, at) in enumerate(moments) if at == firings[0].as_at}
    ordered = sorted(firings, key=lambda one: (patterns[one.pattern], children[one.child]))
    return tuple(replace(one, household=household) for one in ordered)
