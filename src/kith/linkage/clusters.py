"""Joins descriptions into people, best agreement first, never through a weak link."""

from collections.abc import Iterable, Sequence

from kith.identity import bands
from kith.identity.commonness import Commonness
from kith.identity.comparison import compare
from kith.identity.model import model_in_use
from kith.identity.traits import Traits, from_kept
from kith.linkage.pairs import Edge

MOST_COMPARED = 64
"""So many pairs between two people are looked at before they are joined; larger ones are left to a person."""


class People:
    """Descriptions, by their places, in the groups that are one person each."""

    def __init__(self, lines: Sequence[str], common: Commonness) -> None:
        self.lines, self.common = lines, common
        self.whose = list(range(len(lines)))
        self.members: dict[int, list[int]] = {}
        self.traits: dict[int, Traits] = {}

    def of(self, place: int) -> list[int]:
        """Everybody in one group with a place."""
        return self.members.get(self.whose[place], [place])

    def join(self, one: int, other: int) -> None:
        """Make the groups of two places one; it goes by its lowest place."""
        kept, moved = sorted((self.whose[one], self.whose[other]))
        if kept == moved:
            return
        together = self.members.pop(kept, [kept]) + self.members.pop(moved, [moved])
        self.members[kept] = together
        for place in together:
            self.whose[place] = kept

    def can_live_together(self, one: int, other: int) -> bool:
        """Whether no pair between the two groups hardly agrees, has two numbers, or is of different sexes."""
        mine, theirs = self.of(one), self.of(other)
        if len(mine) * len(theirs) > MOST_COMPARED:
            return False
        return all(self._agree(a, b) for a in mine for b in theirs)

    def _agree(self, one: int, other: int) -> bool:
        found = compare(self._read(one), self._read(other), model=model_in_use(), common=self.common)
        return found.agreement >= bands.CHAIN_LEAST and not found.numbers_differ and not found.unborn

    def _read(self, place: int) -> Traits:
        held = self.traits.get(place)
        if held is None:
            held = self.traits[place] = from_kept(self.lines[place])
        return held


def joined(edges: Iterable[Edge], lines: Sequence[str], *, common: Commonness) -> list[int]:
    """Whose each description is, as the lowest place of its person. No order matters: equal weights go by what is said."""
    people = People(lines, common)
    best = sorted(edges, key=lambda edge: (-edge.weight, *sorted((lines[edge.one], lines[edge.other]))))
    near: dict[int, list[Edge]] = {}
    for edge in best:
        near.setdefault(edge.one, []).append(edge)
        near.setdefault(edge.other, []).append(edge)
    for edge in best:
        if not edge.is_free or people.whose[edge.one] == people.whose[edge.other]:
            continue
        if not _fits_another(edge, near, people) and people.can_live_together(edge.one, edge.other):
            people.join(edge.one, edge.other)
    return people.whose


def _fits_another(edge: Edge, near: dict[int, list[Edge]], people: People) -> bool:
    """Whether one of the two agrees nearly as well with somebody else, who is plainly not the other."""
    for mine, theirs in ((edge.one, edge.other), (edge.other, edge.one)):
        for rival in near[mine]:
            if rival.weight <= edge.weight - bands.MARGIN:
                break
            third = rival.other if rival.one == mine else rival.one
            if third == theirs or people.whose[third] in (people.whose[mine], people.whose[theirs]):
                continue
            if not any(theirs in (one.one, one.other) and one.is_free for one in near[third]):
                return True
    return False
