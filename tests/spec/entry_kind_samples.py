"""Values of every sort of detail, to tell each entry kind with."""

from itertools import combinations
from typing import Any

from kith.grammar.choices import Choice, Choices
from kith.grammar.details import Day, Detail, Everyone, Key, Moment, Prose, Quantity, Truth, Who
from kith.grammar.entry_kinds import EntryKind
from kith.rulebook import load

ENGLAND = load("kith.rulebook.england")
KINDS = list(ENGLAND.entry_kinds.values())
PEOPLE = {"mother": "Keren", "lodger": "Lewis Dane"}
ONE_OF_EACH: dict[type[Detail], list[Any]] = {
    Truth: [True, False],
    Everyone: [["mother", "lodger"], ["mother"], []],
    Key: ["0197a2f0-0000-7000-8000-000000000001"],
    Who: ["mother", "0197a2f0-0000-7000-8000-000000000001"],
    Day: ["2026-03-02"],
    Moment: ["2026-03-02T15:30:00+00:00"],
    Prose: ["said that it was fine.", "social_worker", "One line.\nAnother line; and a {brace}."],
}


def values_of(detail: Detail) -> list[Any]:
    """Every value of a closed list, and some of any other detail, all of which `take` accepts."""
    if isinstance(detail, Choices):
        return [[code] for code in detail.codes] + [list(detail.codes[:3])] + ([[]] if detail.none else [])
    if isinstance(detail, Choice):
        return list(detail.codes)
    if isinstance(detail, Quantity):
        return [detail.low, detail.high]
    return ONE_OF_EACH[type(detail)]


def each_alone(kind: EntryKind) -> list[dict[str, Any]]:
    return [{name: value} for name, detail in kind.details.items() for value in values_of(detail)]


def each_pair(kind: EntryKind) -> list[dict[str, Any]]:
    """Every two details known at once, each with each of its values (three at most where the list is long)."""
    short = {name: values_of(detail)[:8] for name, detail in kind.details.items()}
    return [
        {one: first, other: second}
        for one, other in combinations(short, 2)
        for first in short[one]
        for second in short[other]
    ]


def all_known(kind: EntryKind) -> list[dict[str, Any]]:
    """Every detail known, with the first of its values and with the last."""
    values = {name: values_of(detail) for name, detail in kind.details.items()}
    return [
        {name: found[0] for name, found in values.items()},
        {name: found[-1] for name, found in values.items()},
    ]
