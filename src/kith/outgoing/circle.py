"""Whom a document concerns: whom it is about, who lives or lived with them, their kin, and whoever is named in it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.outgoing.reading.gathered import Piece
from kith.people import queries as people
from kith.people.types import Named

_NAME = re.compile(r"[^\W\d_][\w’'-]*")
LONGEST_NAME = 4
"""Words."""


@dataclass(frozen=True, kw_only=True)
class Circle:
    """``family`` are those whom the document is about, their homes' people and kin; ``named`` whoever else it names."""

    about: tuple[UUID, ...]
    family: frozenset[UUID]
    named: tuple[Named, ...]

    @property
    def everyone(self) -> frozenset[UUID]:
        return self.family | {one.id for one in self.named}


def circle_of(*, about: Sequence[UUID], pieces: Sequence[Piece], area: str, at: datetime) -> Circle:
    """Everybody concerned. Somebody who shares a name with a person who is meant counts too: they may be the one."""
    family = family_of(children=about, at=at)
    found = people.named(names=_names_in(pieces), area=area)
    return Circle(
        about=tuple(about), family=family, named=tuple(one for one in found if one.id not in family)
    )


def family_of(*, children: Iterable[UUID], at: datetime) -> frozenset[UUID]:
    """Children, everybody who lives or was said to have lived in their homes, is around them, or is kin."""
    found: set[UUID] = set()
    for child in children:
        found.add(child)
        found |= {stay.person for stay in people.home_over_time(child=child, as_at=at).stays}
        found |= {one.id for one in people.other_children(child=child, as_at=at)}
        found |= {one.id for one in people.adults_around(child=child, as_at=at)}
    return frozenset(found)


def are_of_one_family(*, children: Sequence[UUID], at: datetime) -> bool:
    """Whether every child is in the circle of the first: kin, or of a home that they shared."""
    return len(children) < 2 or set(children) <= family_of(children=children[:1], at=at)


def _names_in(pieces: Iterable[Piece]) -> set[str]:
    """Two to four words beside each other of which the first and the last begin with a capital letter, in either order."""
    names: set[str] = set()
    for piece in pieces:
        words = _NAME.findall(piece.text)
        for at, word in enumerate(words):
            if not word[0].isupper():
                continue
            for length in range(2, LONGEST_NAME + 1):
                some = words[at : at + length]
                if len(some) == length and some[-1][0].isupper():
                    names.add(" ".join(some).lower())
                    names.add(" ".join((*some[1:], some[0])).lower())
    return names
