"""The one search box: who may be meant, why, and which agencies know them; never what an agency said."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from kith.identity import asked
from kith.identity.asked import LEADS_TO_A_DOOR, Asked, Part
from kith.identity.found_words import born_words, found_words, names_in, part_words
from kith.identity.queries.candidates import Known, found_by, known
from kith.identity.queries.held import best_name, descriptions_of_many
from kith.identity.queries.looked_in import looked_in
from kith.identity.types import Described, Found, Hit, KnownTo
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.people import queries as people
from kith.people.types import Person

SHOWN = 25
WORTH = {
    "nhs_number": 8.0, "upn": 8.0, "birth": 5.0, "phone": 3.0, "postcode": 3.0, "name": 2.0, "road": 2.0, "age": 1.5, "year": 1.5,
    "house_number": 1.0, "outward": 1.0,
}  # fmt: skip
"""How much each part says of who is meant: for the order alone, nothing is decided by it."""
AS_TYPED, WITH_A_SLIP = 0.5, -1.0
"""A name that is written as it was typed is worth a little more than one like it; one with a slip in it, or a road, less."""
END_OF_TIME = datetime(9999, 12, 30, tzinfo=UTC)
WHAT_TO_TYPE = "Type a name, a birthday, part of an address, an NHS or pupil number, or a telephone number: an age or a year only with one of them."


@dataclass(frozen=True, kw_only=True)
class _Match:
    """Somebody beside what was asked: which parts they answer, in what words, and how much that is worth."""

    person: Person
    known: Known
    answered: tuple[Part, ...]
    worth: float
    is_whole: bool

    @property
    def is_sealed(self) -> bool:
        return self.person.tier == "sealed"

    @property
    def is_for_the_desk(self) -> bool:
        """A sealed person who was meant, not one of the many who share a name."""
        return self.is_sealed and (self.is_whole or len(self.answered) > 1)


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """What one way of reading the question finds."""

    question: Asked
    matches: tuple[_Match, ...]
    was_cut: bool
    is_near: bool = False
    """Whether nobody fits all of it as it was typed."""


def find(*, text: str, area: str, as_at: datetime, children_only: bool = False) -> Found:
    """Who is meant by a name, nickname, birthday or age, part of an address, NHS or pupil number, or telephone number.

    People who answer all that was typed; where there are none, those who answer all but one part of it, or whose name
    is one slip away (``nearly``). With ``children_only`` adults change nothing. A sealed person is never among the hits, and nothing that leads to a door (address, postcode,
    telephone) finds somebody whose address is confidential. Whoever shows the hits asks ``access`` first. BadInput
    where nothing that was typed can be looked for.
    """
    readings = [
        one
        for one in asked.read(text, area=area, today=as_at.astimezone(LONDON).date())
        if one.can_be_looked_for
    ]
    if not readings:
        raise BadInput("text", WHAT_TO_TYPE)
    answer, for_the_desk = _answer(readings, area, as_at, children_only=children_only)
    shown = sorted((one for one in answer.matches if not one.is_sealed), key=_best_first)
    searched = looked_in(area=area, as_at=as_at)
    return Found(
        hits=_hits(shown[:SHOWN], answer.question, as_at),
        looked_in=searched,
        as_at=as_at,
        words=found_words(len(shown), searched, as_at),
        understood=answer.question.understood,
        nearly=answer.is_near,
        more=answer.was_cut or len(shown) > SHOWN,
        for_the_desk=for_the_desk,
    )


def _best_first(one: _Match) -> tuple[bool, bool, float, tuple[str, ...], UUID]:
    """Whole answers first, children before adults, what says more before what says less, then by name."""
    first = one.known.traits[0]
    return (
        not one.is_whole,
        one.person.kind == "adult",
        -one.worth,
        first.lasts[-1:] + first.firsts[:1],
        one.person.id,
    )


def _answer(
    readings: Sequence[Asked], area: str, as_at: datetime, *, children_only: bool
) -> tuple[_Answer, tuple[UUID, ...]]:
    """The first reading that finds anybody, and the sealed people who were meant: they change nothing about which."""
    desk: dict[UUID, None] = {}
    answer = _Answer(question=readings[0], matches=(), was_cut=False)
    for answer in _answers(readings, area, as_at):
        desk |= {one.person.id: None for one in answer.matches if one.is_for_the_desk}
        if children_only:
            children = tuple(one for one in answer.matches if one.person.kind != "adult")
            answer = replace(answer, matches=children)
        if not all(one.is_sealed for one in answer.matches):
            break
    return answer, tuple(desk)


def _answers(readings: Sequence[Asked], area: str, as_at: datetime) -> Iterator[_Answer]:
    """Each reading as it stands; then with a slip in a name, or a name read as a road; then all but one part of it."""
    for question in readings:
        yield _whole(question, as_at)
    for question in readings:
        yield replace(_whole(asked.loosely(question, area=area), as_at), is_near=True)
    for question in readings:
        yield replace(_all_but_one(question, as_at), is_near=True)
    yield _Answer(question=readings[0], matches=(), was_cut=False)


def _whole(question: Asked, as_at: datetime) -> _Answer:
    found, was_cut = found_by(question.parts, as_at=as_at)
    matches = tuple(one for one in _matches(found, question, as_at) if one.is_whole)
    return _Answer(question=question, matches=matches, was_cut=was_cut)


def _all_but_one(question: Asked, as_at: datetime) -> _Answer:
    found: set[UUID] = set()
    was_cut = False
    for place in range(len(question.parts)):
        rest = Asked(parts=question.parts[:place] + question.parts[place + 1 :])
        if rest.can_be_looked_for:
            some, cut = found_by(rest.parts, as_at=as_at)
            found, was_cut = found | some, was_cut or cut
    return _Answer(question=question, matches=_matches(found, question, as_at), was_cut=was_cut)


def _matches(found: set[UUID], question: Asked, as_at: datetime) -> tuple[_Match, ...]:
    """The people found, read against the whole question; whoever answers nothing of it that may be said falls away."""
    if not found:
        return ()
    held = known(people=found, as_at=as_at)
    hidden = _with_hidden_address(question, held, as_at)
    persons = people.persons(ids=held)
    read = (_match(persons[id], one, question, is_hidden=id in hidden) for id, one in held.items())
    return tuple(one for one in read if any(part.reach for part in one.answered))


def _match(person: Person, held: Known, question: Asked, *, is_hidden: bool) -> _Match:
    parts = [part for part in question.parts if not (is_hidden and part.what in LEADS_TO_A_DOOR)]
    answered = tuple(part for part in parts if held.answers(part, is_hidden=is_hidden))
    return _Match(
        person=person,
        known=held,
        answered=answered,
        worth=sum(_worth(part, held) for part in answered),
        is_whole=len(answered) == len(question.parts),
    )


def _worth(part: Part, held: Known) -> float:
    if part.what == "name" and not part.keys & held.keys:
        return WORTH["name"] + WITH_A_SLIP
    return WORTH[part.what] + (AS_TYPED if part.what == "name" and part.typed in names_in(held.traits) else 0)


def _with_hidden_address(question: Asked, held: dict[UUID, Known], as_at: datetime) -> frozenset[UUID]:
    """Whose address is confidential, now or then, among those whom an address or a telephone number would find."""
    doors = frozenset[int]().union(
        *(part.keys if part.what in LEADS_TO_A_DOOR else part.doors for part in question.parts)
    )
    near = [person for person, one in held.items() if doors & one.keys]
    if not near:
        return frozenset()
    return people.with_confidential_home(people=near, as_at=as_at) | people.with_confidential_home(
        people=near, as_at=END_OF_TIME
    )


def _hits(matches: Sequence[_Match], question: Asked, as_at: datetime) -> tuple[Hit, ...]:
    described = descriptions_of_many(people=[one.person.id for one in matches], as_at=as_at)
    return tuple(_hit(one, question, described[one.person.id]) for one in matches)


def _because(match: _Match, question: Asked) -> tuple[str, ...]:
    """What speaks for somebody and what against, each sentence once."""
    held = match.known
    words = (
        part_words(part, held.traits, held.keys, is_answered=part in match.answered)
        for part in question.parts
    )
    return tuple(dict.fromkeys(one for one in words if one))


def _hit(match: _Match, question: Asked, descriptions: Sequence[Described]) -> Hit:
    person = match.person
    open_tier = person.tier == "normal"
    latest = max(descriptions, key=lambda one: (one.received_at, one.id))
    return Hit(
        person=person.id,
        kind=person.kind,
        name=best_name(descriptions) or person.display_name,
        known_as=latest.known_as or person.known_as,
        born=born_words(descriptions),
        known_to=_known_to(descriptions) if open_tier else (),
        because=_because(match, question),
        tier=person.tier,
    )


def _known_to(descriptions: Iterable[Described]) -> tuple[KnownTo, ...]:
    last: dict[tuple[str, str], datetime] = {}
    for one in descriptions:
        agency = (one.said_by, one.said_by_area)
        last[agency] = max(one.received_at, last.get(agency, one.received_at))
    return tuple(KnownTo(agency=agency, area=area, last_at=at) for (agency, area), at in sorted(last.items()))
