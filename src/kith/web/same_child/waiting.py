"""Fills the list of open questions of who is who: how many, how long each has waited, what the doubt is, and whose it is."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, time, timedelta
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.identity import queries as identity
from kith.identity.types import AnsweredReview, OpenReview, ReviewCounts
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.reference.working_days import add_working_days, working_days_between
from kith.web.dates import lately
from kith.web.jinja import number_word
from kith.web.parts.names import name_of
from kith.web.same_child.answered import SAID
from kith.web.same_child.door import closed_to
from kith.web.same_child.doubts import kind_of
from kith.web.same_child.page import Answered, Waiting, WaitingPage
from kith.web.together.due import day_of

ON_A_PAGE = 50
LATELY = timedelta(days=7)
MOST_ANSWERED = 20


def waiting_page(*, roles: Collection[str], number: int, by: Actor, at: datetime) -> WaitingPage:
    """One page of the open questions that wait for these roles in the reader's area; ``number`` counts from 1."""
    counts = counts_of(roles=roles, area=by.area, at=at)
    first = (number - 1) * ON_A_PAGE
    held = identity.reviews_waiting(area=by.area, roles=roles, limit=ON_A_PAGE, offset=first)
    lately_answered = identity.answered_reviews(
        area=by.area, roles=roles, since=at - LATELY, limit=MOST_ANSWERED
    )
    last = first + len(held)
    return WaitingPage(
        totals=totals_of(counts),
        waiting=_rows(held, by, at),
        silence="" if held else _silence(counts, number),
        shown=f"{first + 1} to {last} of {counts.open}" if held and counts.open > len(held) else "",
        before_href=f"/same-child/?page={number - 1}" if number > 1 else "",
        after_href=f"/same-child/?page={number + 1}" if held and last < counts.open else "",
        answered=_answered(lately_answered, by, at),
    )


def counts_of(*, roles: Collection[str], area: str, at: datetime) -> ReviewCounts:
    """How many are open, have waited more than one working day, and were answered in the last seven days."""
    return identity.count_reviews(
        area=area, roles=roles, long_since=_a_working_day_ago(at), answered_since=at - LATELY
    )


def totals_of(counts: ReviewCounts) -> str:
    """The three figures in words."""
    if not counts.open:
        return f"No question is open. {_number(counts.answered)} answered in the last seven days."
    waited = (
        f"{number_word(counts.waiting_long)} of them" if counts.open > 1 else number_word(counts.waiting_long)
    )
    has = "has" if counts.waiting_long == 1 else "have"
    long = (
        f"{waited} {has} waited more than one working day."
        if counts.waiting_long
        else "None has waited longer than a working day."
    )
    is_open = (
        "One question is open." if counts.open == 1 else f"{number_word(counts.open)} questions are open."
    )
    return f"{is_open} {long} {_number(counts.answered)} answered in the last seven days."


def _number(count: int) -> str:
    return "None was" if not count else "One was" if count == 1 else f"{number_word(count)} were"


def _silence(counts: ReviewCounts, number: int) -> str:
    if counts.open and number > 1:
        return "There is nothing on this page: others have answered since."
    return (
        "No question of who is who waits. That is not the same as every child being found:"
        " where two descriptions share too little, nobody is asked."
    )


def _a_working_day_ago(at: datetime) -> datetime:
    """What was asked before this moment has waited more than one whole working day."""
    day = day_of(at)
    while add_working_days(day, 1) >= day_of(at):
        day -= timedelta(days=1)
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=LONDON)


# ── rows ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _rows(held: Collection[OpenReview], by: Actor, at: datetime) -> tuple[Waiting, ...]:
    sides = {side for one in held for side in (one.person, one.other_person)}
    closed, hidden = _held_closely(sides), closed_to(sides, by=by, at=at)
    owners = {role: _owner(role, by, at) for role in {one.owner_role for one in held}}
    desk = agencies.duty_desk(area=by.area)
    return tuple(_row(one, closed, hidden, owners, desk, at) for one in held)


def _held_closely(ids: Iterable[UUID]) -> frozenset[UUID]:
    """In a list nobody is named who is held closely, whoever reads it."""
    return frozenset(id for id, one in people.persons(ids=ids).items() if one.tier != "normal")


def _row(
    one: OpenReview,
    closed: frozenset[UUID],
    hidden: Mapping[UUID, str],
    owners: Mapping[str, str],
    desk: str,
    at: datetime,
) -> Waiting:
    sides = {one.person, one.other_person}
    days = working_days_between(day_of(one.opened_at), day_of(at))
    may_open = not sides & set(hidden)
    who = f"{one.description.name} and {one.other_description.name}"
    if sides & closed:
        who = "One is held closely." if may_open else f"One is held closely: ring the desk, {desk}."
    return Waiting(
        since=lately(one.opened_at, now=at),
        waited="no working day yet" if not days else "1 working day" if days == 1 else f"{days} working days",
        is_long=one.opened_at < _a_working_day_ago(at),
        who=who,
        doubt=kind_of(one),
        owner=owners[one.owner_role],
        href=f"/same-child/{one.id}/" if may_open else "",
    )


def _owner(role: str, by: Actor, at: datetime) -> str:
    """The one named person who answers for the role now."""
    try:
        holder = agencies.holder_of(role=role, area=by.area, at=at)
    except NobodyHolds as nobody:
        return nobody.reason
    return f"{holder.name}, {holder.phone}" if holder.phone else holder.name


def _answered(held: Collection[AnsweredReview], by: Actor, at: datetime) -> tuple[Answered, ...]:
    who = agencies.practitioners(ids={one.decided_by for one in held})
    sides = {side for one in held for side in (one.person, one.other_person)}
    closed, hidden = _held_closely(sides), closed_to(sides, by=by, at=at)
    return tuple(
        Answered(
            when=lately(one.decided_at, now=at),
            who="One is held closely"
            if {one.person, one.other_person} & closed
            else f"{one.description.name} and {one.other_description.name}",
            said=f"{SAID[one.decision]}, says {name_of(one.decided_by, who)}{', undone since' if one.undone_at else ''}",
            href="" if {one.person, one.other_person} & set(hidden) else f"/same-child/{one.id}/",
        )
        for one in held
    )
