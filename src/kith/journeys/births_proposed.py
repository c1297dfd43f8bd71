"""Who may be a baby that was expected: Kith proposes, from what is written down since, and a person confirms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.access import policies
from kith.chronology import queries as chronology
from kith.identity import queries as identity
from kith.identity.traits import AFTER_EXPECTED, BEFORE_EXPECTED
from kith.kernel.clock import LONDON
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """One reason to think that the baby is born. ``child`` is somebody whom the reader may open and name as the baby."""

    born_on: date
    because: str
    name: str = ""
    child: UUID | None = None
    sex: str = "not_known"


def in_time(expected: Person, day: date) -> bool:
    """Whether a birth on that day can be of the child who was expected; any day can, where nobody knew a day."""
    due = expected.birth.expected_on
    return due is None or due - BEFORE_EXPECTED <= day <= due + AFTER_EXPECTED


@acts_for_the_partnership
def births_proposed(*, expected: Person, by: Actor, at: datetime) -> tuple[Proposed, ...]:
    """Children born about then in the mother's home, whom identity asks about, and births that an agency told of.

    Only children whom ``by`` may see are named; that there may be others is not said. Nothing where no day was known.
    """
    if expected.kind != "unborn" or expected.birth.expected_on is None or expected.birth.ended_on is not None:
        return ()
    asked = {one.other_person for one in identity.open_reviews_of(person=expected.id)}
    asked |= {one.person for one in identity.open_reviews_of(person=expected.id)}
    found = _of_the_family(expected, at)
    found |= dict.fromkeys(asked - {expected.id}, "an agency’s description agrees, and a person is asked")
    mine = set(policies.sight(by=by, at=at).filter(child__in=found).values_list("child_id", flat=True))
    babies = [one for one in people.persons(ids=mine).values() if _may_be(expected, one, at)]
    named = sorted(babies, key=lambda one: (one.birth.born_from, one.name))
    return (
        *(_as_proposed(one, found[one.id]) for one in named),
        *_described(expected, at),
        *_told(expected, at),
    )


def _of_the_family(expected: Person, at: datetime) -> dict[UUID, str]:
    """Children of the home, and children of a parent, each with what is written down of them."""
    parents = [person for person, _ in people.parents_of(child=expected.id, as_at=at)]
    homes = {
        home.id for one in (expected.id, *parents) for home in people.households_of(person=one, as_at=at)
    }
    there = people.born_to(parents=(), households=homes, as_at=at)
    theirs = people.born_to(parents=parents, households=(), as_at=at)
    return dict.fromkeys(there, "they are written down at the parent’s home") | dict.fromkeys(
        theirs, "they are written down as the parent’s child"
    )


def _may_be(expected: Person, one: Person, at: datetime) -> bool:
    """Born on a known day about when the baby was due, and nobody who goes on as another."""
    day = one.birth.born_from
    known = day is not None and day == one.birth.born_to and in_time(expected, day)
    return known and one.kind == "child" and identity.stands_for(person=one.id, as_at=at) == one.id


def _as_proposed(one: Person, because: str) -> Proposed:
    assert one.birth.born_from is not None
    return Proposed(
        child=one.id, name=one.display_name, born_on=one.birth.born_from, sex=one.sex, because=because
    )


def _described(expected: Person, at: datetime) -> Iterable[Proposed]:
    """The expected child's own descriptions, where an agency's says that they are born."""
    for one in identity.descriptions_of(person=expected.id, as_at=at):
        day = one.born_from
        if day is not None and day == one.born_to and in_time(expected, day):
            yield Proposed(
                born_on=day,
                name=one.full_name,
                sex=one.sex or "not_known",
                because="an agency describes them as born",
            )


def _told(expected: Person, at: datetime) -> Iterable[Proposed]:
    """Births that entries about the expected child tell of."""
    for entry in chronology.entries_for_page(child=expected.id, as_at=at, kinds=("birth",)):
        day = entry.when.happened_to.astimezone(LONDON).date()
        if entry.counts and in_time(expected, day):
            yield Proposed(born_on=day, because="an entry tells of the birth")
