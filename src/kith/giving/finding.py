"""Which entries may go to a system, and under which reference of its own: the one rule, for the list and for the file.

An agency is given back what it said, what was decided on that, and what it was told, and nothing else. Under a reference
that it used itself for that very entry (or for the one that was decided on) nothing is told of whom anybody was found to
be. Only where the post in whose name it is given sees the child does another reference of the agency's own stand in: its
oldest alone, so that describing a child again under a new key is answered with nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cached_property
from uuid import UUID

from kith.access import policies as access
from kith.access.bases import BREAK_GLASS
from kith.chronology import queries as chronology
from kith.chronology.types import EntryView
from kith.giving.bodies import Own
from kith.giving.types import Body, Going
from kith.identity import queries as identity
from kith.identity.types import Described
from kith.kernel.types import Actor
from kith.patterns.queries import rulebook
from kith.people import queries as people
from kith.people.types import Person

DEEPEST = 4
"""How many answers to answers are followed back to what the agency told."""


def going(entries: Sequence[EntryView], *, to: Body, by: Actor, at: datetime) -> tuple[Going, ...]:
    """Each entry under each reference under which it may go now; ``by`` is the post in whose name it is given."""
    reading = _Reading(entries, to, by, at)
    return tuple(found for entry in entries for found in reading.of(entry))


class _Reading:
    """What the rule needs to know of some entries, each thing read once for all of them."""

    def __init__(self, entries: Sequence[EntryView], to: Body, by: Actor, at: datetime) -> None:
        self._by, self._at = by, at
        self._own = Own(to)
        self._entries = {entry.id: entry for entry in entries}
        self._reach(entries)

    def of(self, entry: EntryView) -> Iterable[Going]:
        """Where one entry goes."""
        if not entry.counts:
            return
        if self._own.said(entry):
            what, keys = "said", self._used(entry) or self._known(entry)
        elif not self._own.held(entry) or not self._may_be_told(entry):
            return
        elif origins := self._told_first(entry):
            what, keys = "decided", [key for one in origins for key in self._used(one) or self._known(one)]
        else:
            what, keys = "told", self._known(entry)
        for key in dict.fromkeys(keys):
            yield Going(entry=entry.id, reference=key, what=what)

    def _reach(self, entries: Sequence[EntryView]) -> None:
        """Reads what the entries refer to, and what that refers to."""
        asked = list(entries)
        for _ in range(DEEPEST):
            further = {one.entry for entry in asked for one in entry.refers_to} - set(self._entries)
            if not further:
                return
            asked = chronology.entries(ids=sorted(further), as_at=self._at)
            self._entries |= {entry.id: entry for entry in asked}

    def _told_first(self, entry: EntryView) -> list[EntryView]:
        """What the body said that this entry answers, settles, ends or is about, at whatever remove."""
        found: dict[UUID, EntryView] = {}
        seen, waiting = {entry.id}, [entry]
        while waiting:
            for reference in waiting.pop().refers_to:
                one = self._entries.get(reference.entry)
                if one is None or one.id in seen or reference.relation == "same_occurrence_as":
                    continue
                seen.add(one.id)
                if self._own.said(one):
                    found[one.id] = one
                else:
                    waiting.append(one)
        return list(found.values())

    def _may_be_told(self, entry: EntryView) -> bool:
        """Nothing that others say of anybody who is held closely, and nothing that is for those of a decision alone."""
        kind = rulebook().entry_kinds.get(entry.kind)
        if kind is None or kind.visible_to != "involved":
            return False
        about = [self._persons[one] for one in self._people_of(entry) if one in self._persons]
        return bool(about) and all(one.tier == "normal" for one in about)

    def _used(self, entry: EntryView) -> list[str]:
        """The keys by which the body itself named the children in this very entry."""
        return [key for one in entry.about if (key := self._own.key_of(self._described.get(one)))]

    def _known(self, entry: EntryView) -> list[str]:
        """The oldest key that the body has for each child of the entry whom the post sees and who is not held closely."""
        return [
            key
            for one in self._people_of(entry)
            if one in self._seen and self._persons[one].tier == "normal"
            and (key := self._own.first_key(self._all_of.get(one, ())))
        ]  # fmt: skip

    def _people_of(self, entry: EntryView) -> list[UUID]:
        return [self._linked[one] for one in entry.about if one in self._linked]

    @cached_property
    def _described(self) -> dict[UUID, Described]:
        return identity.descriptions(ids={one for entry in self._entries.values() for one in entry.about})

    @cached_property
    def _linked(self) -> dict[UUID, UUID]:
        """Description to person, as linked now."""
        return identity.people_of(descriptions=self._described, as_at=self._at)

    @cached_property
    def _persons(self) -> dict[UUID, Person]:
        return people.persons(ids=set(self._linked.values()))

    @cached_property
    def _all_of(self) -> dict[UUID, tuple[Described, ...]]:
        return identity.descriptions_of_many(people=self._persons, as_at=self._at)

    @cached_property
    def _seen(self) -> frozenset[UUID]:
        """The children whom the post sees by involvement; an opening in an emergency is a person's, not a system's."""
        rows = access.sight(by=self._by, at=self._at).filter(child__in=list(self._persons))
        return frozenset(rows.exclude(basis=BREAK_GLASS).values_list("child_id", flat=True))
