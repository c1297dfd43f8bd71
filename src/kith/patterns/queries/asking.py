"""Asking the rulebook of the ledger, live: one statement for any number of children."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

from kith.chronology import queries as chronology
from kith.chronology.queries import known_by
from kith.clocks.due import local_day
from kith.grammar.known import Known, Moment
from kith.grammar.patterns import Pattern
from kith.patterns.engines import in_memory, postgres, relations
from kith.patterns.engines.answer import Answer
from kith.patterns.firing import fire
from kith.patterns.needing import can_be_yes
from kith.patterns.types import Firing
from kith.patterns.waiting import ask_again_at
from kith.people import queries as people
from kith.people.types import Birth, Person
from kith.rulebook import Rulebook, load

A_FEW = 60
"""Moments that are asked of by the prepared statement: to plan for more takes about a second."""
_FOR_MANY = "SET LOCAL enable_nestloop = off; SET LOCAL jit = off"
"""The planner cannot know how many rows common tables hold; and compiling so long a statement takes a minute."""
_AS_BEFORE = "SET LOCAL enable_nestloop TO DEFAULT; SET LOCAL jit TO DEFAULT"
"""A caller's own transaction goes on after this."""
YEARS_AHEAD = timedelta(days=366)


def ask(*, moments: Sequence[tuple[UUID, datetime]], households: Mapping[UUID, UUID]) -> list[Firing]:
    """Every pattern in force that is yes at these moments of (child, as_at), turned into what it asks for.

    ``households`` gives each child's household. Entries count from when they were recorded.
    """
    book = rulebook()
    answers: list[Answer] = []
    for names, together in _by_rules_in_force(moments).items():
        answers += _answers(_statement(settings.KITH_RULEBOOK, names), together)
    seen = moments_of(asked={(a.child, a.as_at) for a in answers}) if answers else {}
    return [
        fire(a, rulebook=book, moment=seen[a.child, a.as_at], household=households.get(a.child, a.child))
        for a in answers
    ]


def _answers(statement: str, moments: Sequence[tuple[UUID, datetime]]) -> list[Answer]:
    """A few moments by the plan that the connection keeps; many by a plan of their own, which must not loop."""
    if len(moments) <= A_FEW:
        connection.ensure_connection()
        return postgres.ask_prepared(connection.connection, statement, moments=moments)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_FOR_MANY)
        found = postgres.ask(cursor, statement, moments=moments)
        cursor.execute(_AS_BEFORE)
        return found


def next_ask(*, child: UUID, as_at: datetime) -> datetime | None:
    """The next instant within a year at which waiting alone can change an answer about the child."""
    return next_ask_each(children=[child], as_at=as_at).get(child)


def next_ask_each(*, children: Collection[UUID], as_at: datetime) -> dict[UUID, datetime]:
    """The same for several children, in one statement; those with nothing to wait for are absent."""
    known = chronology.known_entries_each(children=children, as_at=as_at)
    waits = {child: _waits(_each_once(rows), as_at) for child, rows in known.items()}
    return {child: instants[0] for child, instants in waits.items() if instants}


def _waits(rows: Sequence[Known], as_at: datetime) -> list[datetime]:
    """The waits of those patterns that what is known leaves open."""
    kinds = {row.kind for row in rows}
    patterns = [pattern for pattern in in_force(rulebook(), as_at) if can_be_yes(pattern, kinds)]
    return ask_again_at(patterns, rows, after=as_at, until=as_at + YEARS_AHEAD)


def moments_of(*, asked: Collection[tuple[UUID, datetime]]) -> dict[tuple[UUID, datetime], Moment]:
    """The same as ``moment_of`` for several (child, as_at), in two statements."""
    children = {child for child, _ in asked}
    persons = people.persons(ids=children)
    known = chronology.known_entries_over_time(children=children)
    return {
        (child, as_at): _moment(child, as_at, persons.get(child), known_by(known[child], as_at=as_at))
        for child, as_at in asked
    }


def moment_of(*, child: UUID, as_at: datetime) -> Moment:
    """The child's moment as the reference engine takes it: each entry once, in the child's own scope if it can be."""
    rows = chronology.known_entries(child=child, as_at=as_at)
    return _moment(child, as_at, people.person(id=child), rows)


def _moment(child: UUID, as_at: datetime, person: Person | None, rows: Iterable[Known]) -> Moment:
    birth = person.birth if person else Birth()
    return Moment(
        child=child,
        as_at=as_at,
        born_from=birth.born_from or birth.expected_on,
        born_to=birth.born_to or birth.expected_on,
        rows=_each_once(rows),
    )


def ask_in_memory(*, moments: Iterable[tuple[UUID, datetime]]) -> list[Answer]:
    """The same as the live engine, by the reference engine: for tests and for doubt."""
    return [
        answer
        for child, as_at in moments
        for answer in in_memory.ask(in_force(rulebook(), as_at), [moment_of(child=child, as_at=as_at)])
    ]


def rulebook() -> Rulebook:
    return load(settings.KITH_RULEBOOK)


def in_force(book: Rulebook, at: datetime) -> list[Pattern]:
    return [pattern for pattern in book.patterns.values() if pattern.in_force(local_day(at))]


@cache
def _statement(path: str, names: tuple[str, ...]) -> str:
    patterns = load(path).patterns
    return postgres.compiled([patterns[name] for name in names], relations.RECORDED)


def _by_rules_in_force(
    moments: Sequence[tuple[UUID, datetime]],
) -> dict[tuple[str, ...], list[tuple[UUID, datetime]]]:
    """Moments grouped by the rules in force then: one compiled statement for each group."""
    groups: dict[tuple[str, ...], list[tuple[UUID, datetime]]] = {}
    for child, at in moments:
        names = tuple(pattern.name for pattern in in_force(rulebook(), at))
        if names:
            groups.setdefault(names, []).append((child, at))
    return groups


def _each_once(rows: Iterable[Known]) -> tuple[Known, ...]:
    by_entry: dict[UUID, Known] = {}
    for row in rows:
        if row.scope == "own" or row.entry not in by_entry:
            by_entry[row.entry] = row
    return tuple(by_entry.values())
