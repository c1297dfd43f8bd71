"""Links everybody whom an area holds anew, in bulk, and asks a person about each difference: it changes no link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.identity import bands, lookup
from kith.identity.commonness import Commonness, counted
from kith.identity.commonness_held import keep
from kith.identity.comparison import Comparison, compare
from kith.identity.keys import matching_keys
from kith.identity.model import model_in_use, splink_in_use
from kith.identity.operations import ask_of_bulk
from kith.identity.traits import Traits, from_kept
from kith.kernel.types import Actor
from kith.linkage.clusters import joined
from kith.linkage.engines import Question, engine
from kith.linkage.pairs import Edge, is_free

MISSED = "Linked again in bulk, they come out as one person."
DOUBTED = "Linked again in bulk, they hardly agree, yet are taken for one person."
LARGEST = 12
"""Every two descriptions of a person with so many or fewer are compared; of a larger one each with the first."""


@dataclass(frozen=True)
class Held:
    """Every description of an area, by its place."""

    ids: list[UUID]
    people: list[UUID]
    lines: list[str]


@dataclass(frozen=True)
class Relinked:
    """What a bulk run found. ``asked`` are the new questions to a person; the others had been asked before."""

    descriptions: int
    people: int
    pairs: int
    missed: int
    doubted: int
    asked: int


def relink(*, by: Actor, at: datetime, on: str = "duckdb") -> Relinked:
    """Weigh every pair that shares a key with Splink, join, compare with the links now, and ask about what differs.

    All that is written is written at the end, in one transaction: reviews, and how common names are. A run that is
    stopped leaves everything as it was.
    """
    rows = list(lookup.everything(area=by.area))
    held = Held([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])
    people = len(set(held.people))
    traits = [from_kept(line) for line in held.lines]
    common = counted(traits, people=people)
    near = _edges(traits, common, area=by.area, on=on) if rows else []
    missed = list(_missed(held, joined(near, held.lines, common=common), near))
    doubted = list(_doubted(held, traits, common))
    asked = [(one, other, MISSED) for one, other in missed] + [
        (one, other, DOUBTED) for one, other in doubted
    ]
    weighed = [(_compare(traits, one, other, common), one, other, why) for one, other, why in asked]
    with transaction.atomic():
        keep(common, by=by, at=at)
        opened = ask_of_bulk(
            asked=[
                (held.ids[one], held.ids[other], found.weight, found.evidence, why)
                for found, one, other, why in weighed
            ],
            by=by,
            at=at,
        )
    return Relinked(len(rows), people, len(near), len(missed), len(doubted), opened)


def _edges(traits: Sequence[Traits], common: Commonness, *, area: str, on: str) -> list[Edge]:
    """Splink weighs all pairs; what it finds worth a look is weighed again with the household's cap, as where people are found."""
    keys = [sorted(matching_keys(one, area=area)) for one in traits]
    question = Question(traits, keys, splink_in_use(), least=bands.CONFIRMED_AT)
    found = []
    for one, other, _ in engine(on)(question):
        compared = _compare(traits, one, other, common)
        if compared.weight >= bands.CONFIRMED_AT:
            found.append(Edge(one, other, compared.weight, is_free(compared)))
    return found


def _compare(traits: Sequence[Traits], one: int, other: int, common: Commonness) -> Comparison:
    return compare(traits[one], traits[other], model=model_in_use(), common=common)


def _missed(held: Held, whose: Sequence[int], near: Sequence[Edge]) -> Iterator[tuple[int, int]]:
    """Two people whom the run joins: the two descriptions of theirs that agree best, the later one first."""
    seen: set[frozenset[UUID]] = set()
    for edge in sorted(near, key=lambda edge: -edge.weight):
        both = frozenset((held.people[edge.one], held.people[edge.other]))
        if len(both) == 2 and whose[edge.one] == whose[edge.other] and both not in seen:
            seen.add(both)
            yield edge.other, edge.one


def _doubted(held: Held, traits: Sequence[Traits], common: Commonness) -> Iterator[tuple[int, int]]:
    """Of each person the two descriptions that agree least, where they hardly agree at all."""
    places: dict[UUID, list[int]] = {}
    for place, person in enumerate(held.people):
        places.setdefault(person, []).append(place)
    for own in places.values():
        firsts = own if len(own) <= LARGEST else own[:1]
        worst = min(
            (
                (_compare(traits, one, other, common), one, other)
                for one in firsts
                for other in own
                if one < other
            ),
            key=lambda found: found[0].weight,
            default=None,
        )
        if worst and (worst[0].agreement < bands.CHAIN_LEAST or worst[0].numbers_differ):
            yield worst[2], worst[1]
