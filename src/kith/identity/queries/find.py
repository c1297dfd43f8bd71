"""The one search box: who may be meant, why, and which agencies know them; never what an agency said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.identity import asked, models
from kith.identity.asked import Asked, Part
from kith.identity.found_words import born_words, found_words, part_words, parts_of_names
from kith.identity.queries.held import best_name, descriptions_of_many, links_at
from kith.identity.traits import Traits, traits_of
from kith.identity.types import Described, Found, Hit, KnownTo
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.people import queries as people
from kith.people.types import ConfidentialAddress, Person

SHOWN = 25
LOOKED_AT = 400
"""So many descriptions are read for one search."""
WORTH = {"nhs_number": 8.0, "upn": 8.0, "birth": 5.0, "phone": 3.0, "postcode": 3.0, "name": 2.0}
LEADS_TO_A_DOOR = frozenset({"phone", "postcode"})
END_OF_TIME = datetime(9999, 12, 30, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class _Match:
    """Somebody beside what was asked: which parts they answer, in what words, and how much that is worth."""

    person: Person
    descriptions: tuple[Described, ...]
    answered: tuple[Part, ...]
    because: tuple[str, ...]
    worth: float
    is_whole: bool

    @property
    def is_sealed(self) -> bool:
        return self.person.tier == "sealed"

    @property
    def is_for_the_desk(self) -> bool:
        """A sealed person who was meant, not one of the many who share a name."""
        return self.is_sealed and (self.is_whole or len(self.answered) > 1)


def find(*, text: str, area: str, as_at: datetime) -> Found:
    """Who is meant by a name, nickname, birthday in any form, NHS or pupil number, postcode or telephone number.

    People who answer all that was typed; where there are none, those who answer all but one part of it. A sealed
    person is never among the hits, and a postcode or telephone number never finds somebody whose address is
    confidential. Whoever shows the hits asks ``access`` first. BadInput where nothing that was typed can be looked for.
    """
    question = asked.read(text, area=area, today=as_at.astimezone(LONDON).date())
    if not question.parts:
        raise BadInput("text", "Type a name, a birthday, an NHS number, a postcode or a telephone number.")
    matches, cut = _whole_or_nearly(question, as_at)
    shown = sorted((one for one in matches if not one.is_sealed), key=_best_first)
    looked_in = _looked_in(area, as_at)
    return Found(
        hits=tuple(_hit(one) for one in shown[:SHOWN]),
        looked_in=looked_in,
        as_at=as_at,
        words=found_words(len(shown), looked_in, as_at),
        understood=question.understood,
        more=cut or len(shown) > SHOWN,
        for_the_desk=tuple(one.person.id for one in matches if one.is_for_the_desk),
    )


def _best_first(one: _Match) -> tuple[bool, float, str, UUID]:
    return (not one.is_whole, -one.worth, best_name(one.descriptions), one.person.id)


def _whole_or_nearly(question: Asked, as_at: datetime) -> tuple[list[_Match], bool]:
    """Whole answers, or nearly whole ones where there are none: a sealed person changes nothing about which."""
    parts = question.parts
    matches, cut = _matches(question, [parts], as_at)
    whole = [one for one in matches if one.is_whole]
    if len(parts) == 1 or not all(one.is_sealed for one in whole):
        return whole, cut
    return _matches(question, [parts[:place] + parts[place + 1 :] for place in range(len(parts))], as_at)


def _matches(question: Asked, wanted: Sequence[Sequence[Part]], as_at: datetime) -> tuple[list[_Match], bool]:
    """Everybody with a description that answers all the parts of one of ``wanted``, read against the whole question."""
    found: set[UUID] = set()
    cut = False
    for parts in wanted:
        rows = models.Link.objects.filter(links_at(as_at), description__received_at__lte=as_at)
        for part in parts:
            rows = rows.filter(description__keys__overlap=sorted(part.keys))
        if question.year:
            rows = rows.filter(
                description__born_from__year__lte=question.year, description__born_to__year__gte=question.year
            )
        ids = list(rows.values_list("person_id", flat=True)[:LOOKED_AT])
        cut |= len(ids) == LOOKED_AT
        found.update(ids)
    return _read_matches(found, question, as_at), cut


def _read_matches(found: set[UUID], question: Asked, as_at: datetime) -> list[_Match]:
    described = descriptions_of_many(people=found, as_at=as_at)
    keys, traits = _keys_and_traits(described)
    hidden = _with_hidden_address(question, keys, as_at)
    held = people.persons(ids=described)
    matches = []
    for person, descriptions in described.items():
        mute = LEADS_TO_A_DOOR if person in hidden else frozenset[str]()
        answered = tuple(
            part for part in question.parts if part.keys & keys[person] and part.what not in mute
        )
        words = (part_words(part, traits[person], is_answered=part in answered) for part in question.parts)
        if answered:
            matches.append(
                _Match(
                    person=held[person],
                    descriptions=descriptions,
                    answered=answered,
                    because=tuple(one for one in words if one),
                    worth=sum(_worth(part, traits[person]) for part in answered),
                    is_whole=len(answered) == len(question.parts),
                )
            )
    return matches


def _worth(part: Part, traits: Sequence[Traits]) -> float:
    """A name that is written as it was typed is worth a little more than one that is like it."""
    exact = part.what == "name" and part.typed in parts_of_names(traits)
    return WORTH[part.what] + (0.5 if exact else 0.0)


def _keys_and_traits(
    described: dict[UUID, tuple[Described, ...]],
) -> tuple[dict[UUID, set[int]], dict[UUID, list[Traits]]]:
    whose = {one.id: person for person, descriptions in described.items() for one in descriptions}
    keys: dict[UUID, set[int]] = {person: set() for person in described}
    traits: dict[UUID, list[Traits]] = {person: [] for person in described}
    for row in models.Description.objects.filter(pk__in=whose).defer("payload", "address_lines"):
        keys[whose[row.pk]].update(row.keys)
        traits[whose[row.pk]].append(traits_of(row))
    return keys, traits


def _with_hidden_address(question: Asked, keys: dict[UUID, set[int]], as_at: datetime) -> set[UUID]:
    """Whose address is confidential, now or then, among those whom a postcode or a telephone number would find."""
    doors = frozenset[int]().union(*(part.keys for part in question.parts if part.what in LEADS_TO_A_DOOR))
    return {person for person, held in keys.items() if doors & held and _is_hidden(person, as_at)}


def _is_hidden(person: UUID, as_at: datetime) -> bool:
    return any(
        isinstance(address, ConfidentialAddress)
        for moment in (as_at, END_OF_TIME)
        for household in people.households_of(person=person, as_at=moment)
        for address in people.addresses_of(household=household.id, as_at=moment)
    )


def _hit(match: _Match) -> Hit:
    person = match.person
    open_tier = person.tier == "normal"
    latest = max(match.descriptions, key=lambda one: (one.received_at, one.id))
    return Hit(
        person=person.id,
        kind=person.kind,
        name=best_name(match.descriptions) or person.display_name,
        known_as=latest.known_as or person.known_as,
        born=born_words(match.descriptions),
        known_to=_known_to(match.descriptions) if open_tier else (),
        because=match.because,
        tier=person.tier,
    )


def _known_to(descriptions: Iterable[Described]) -> tuple[KnownTo, ...]:
    last: dict[tuple[str, str], datetime] = {}
    for one in descriptions:
        agency = (one.said_by, one.said_by_area)
        last[agency] = max(one.received_at, last.get(agency, one.received_at))
    return tuple(KnownTo(agency=agency, area=area, last_at=at) for (agency, area), at in sorted(last.items()))


_LOOKED_IN = """
    WITH RECURSIVE agencies AS (
        (SELECT said_by_area, said_by FROM identity_description
          WHERE area = %(area)s ORDER BY said_by_area, said_by LIMIT 1)
        UNION ALL
        SELECT following.* FROM agencies a CROSS JOIN LATERAL (
            SELECT d.said_by_area, d.said_by FROM identity_description d
             WHERE d.area = %(area)s AND (d.said_by_area, d.said_by) > (a.said_by_area, a.said_by)
             ORDER BY d.said_by_area, d.said_by LIMIT 1) following
    )
    SELECT said_by, said_by_area, last_at FROM agencies a CROSS JOIN LATERAL (
        SELECT max(d.received_at) AS last_at FROM identity_description d
         WHERE d.area = %(area)s AND d.said_by_area = a.said_by_area AND d.said_by = a.said_by
           AND d.received_at <= %(as_at)s) latest
     WHERE last_at IS NOT NULL ORDER BY said_by, said_by_area
"""


def _looked_in(area: str, as_at: datetime) -> tuple[KnownTo, ...]:
    """Each agency that had described anybody by then: the index is hopped along, however many descriptions there are."""
    with connection.cursor() as cursor:
        cursor.execute(_LOOKED_IN, {"area": area, "as_at": as_at})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return tuple(KnownTo(agency=agency, area=of_area, last_at=last_at) for agency, of_area, last_at in rows)
