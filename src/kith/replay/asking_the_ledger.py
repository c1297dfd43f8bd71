"""Asking a scratch ledger: cases are received through the journeys, and every moment is asked in one statement."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from kith.patterns.engines import postgres, relations
from kith.patterns.engines.answer import Answer
from kith.replay import scratch
from kith.replay.asking import each_moment
from kith.replay.history import History
from kith.rulebook import Rulebook


def asked_of_the_ledger(histories: Sequence[History], rulebook: Rulebook) -> list[list[Answer]]:
    """The live engine's answers for each history, told with the history's own ids."""
    ledgers = scratch.load([found.case for found in histories], rulebook)
    moments: list[tuple[UUID, datetime]] = []
    for found, ledger in zip(histories, ledgers, strict=True):
        persons = _persons(found, ledger)
        moments += [(persons[child], at) for at, child in each_moment(found, rulebook)]
    answers = _ask(moments, rulebook)
    return [
        _as_in(found, ledger, answers, rulebook) for found, ledger in zip(histories, ledgers, strict=True)
    ]


def _ask(moments: list[tuple[UUID, datetime]], rulebook: Rulebook) -> list[Answer]:
    """A bulk statement: the planner must not loop over common tables whose size it cannot know."""
    statement = postgres.compiled(list(rulebook.patterns.values()), relations.RECORDED)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute("SET LOCAL work_mem = '64MB'")
        return postgres.ask(cursor, statement, moments=moments)


def _persons(found: History, ledger: scratch.Ledger) -> dict[UUID, UUID]:
    return {found.case.child_id(child.key): ledger.persons[child.key] for child in found.case.children}


def _as_in(
    found: History, ledger: scratch.Ledger, answers: Sequence[Answer], rulebook: Rulebook
) -> list[Answer]:
    """Those about this family, with the file's own ids, in the order in which the reference engine gives them."""
    children = {person: child for child, person in _persons(found, ledger).items()}
    ours = {key: entry for entry, key in found.keys.items()}
    entries = {entry: ours[key] for key, entry in ledger.entries.items()}
    mine = [answer for answer in answers if answer.child in children]
    told = [
        replace(a, child=children[a.child], evidence=tuple(entries[entry] for entry in a.evidence))
        for a in mine
    ]
    order = {(at, child): place for place, (at, child) in enumerate(each_moment(found, rulebook))}
    names = {name: place for place, name in enumerate(rulebook.patterns)}
    return sorted(told, key=lambda a: (order[a.as_at, a.child], names[a.pattern]))
