"""Turns what was told in one family into entries of the area: keys, sentences, the child's own words."""

from collections.abc import Mapping
from random import Random
from typing import Any

from kith.grammar.details import Who
from kith.grammar.entry_kinds import load_leniently
from kith.rulebook.discovery import declarations
from kith.simulation.area_types import SimulatedEntry, SimulatedPerson
from kith.simulation.childs_words import words_of
from kith.simulation.naming_people import person_key
from kith.simulation.types import Family, Told
from kith.simulation.wording import sentence

CLAIMS = {
    "contact_received": "reported",
    "injury_reported": "reported",
    "disclosure": "reported",
    "dissent": "opinion",
}
"""What sort of claim a kind mostly is; every other kind is observed."""
KINDS = declarations("kith.rulebook.england.entry_kinds")


def entries_of(
    family: Family, told: tuple[Told, ...], people: tuple[SimulatedPerson, ...], *, chance: Random
) -> list[SimulatedEntry]:
    """One entry for each telling, in the same order, with references between them by key."""
    keys = {one.key: f"{family.key}-e{place:04d}" for place, one in enumerate(told)}
    spoken = _spoken_names(family, people)
    first_of: dict[str, str] = {}
    entries: list[SimulatedEntry] = []
    for one in told:
        references = [(keys[to], relation) for to, relation in one.references]
        if one.together:
            first = first_of.setdefault(one.together, keys[one.key])
            references += [(first, "same_occurrence_as")] if first != keys[one.key] else []
        entries.append(_entry(family, one, keys[one.key], tuple(references), spoken, chance))
    return entries


def _entry(
    family: Family,
    told: Told,
    key: str,
    references: tuple[tuple[str, str], ...],
    spoken: Mapping[str, str],
    chance: Random,
) -> SimulatedEntry:
    return SimulatedEntry(
        key=key,
        family=family.key,
        day=told.known_on,
        happened_from=told.happened_from,
        happened_to=told.happened_to,
        precision=told.precision,
        said_by=told.said_by,
        actor_role=told.actor_role,
        voice=told.voice or "professional",
        claim=CLAIMS.get(told.kind, "observed"),
        kind=told.kind,
        details=_details(family, told),
        about=tuple(person_key(family, member) for member in told.about),
        known_to=told.known_to,
        text=sentence(told, people=spoken, years=_years_old(family, told), chance=chance),
        childs_words=_words(family, told, chance),
        references=references,
    )


def _details(family: Family, told: Told) -> dict[str, Any]:
    """Details as the rulebook takes them; a member's key, where a detail is a person, becomes the person's key."""
    kind = KINDS[told.kind]
    whole = {name: _in_the_area(family, kind.detail(name), value) for name, value in told.details.items()}
    return load_leniently(kind, whole)[0]


def _in_the_area(family: Family, detail: Any, value: Any) -> Any:
    if not isinstance(detail, Who):
        return value
    if isinstance(value, list | tuple):
        return [_in_the_area(family, detail, one) for one in value]
    return person_key(family, value) if family.has(value) else value


def _words(family: Family, told: Told, chance: Random) -> str:
    return words_of(told, years=_years_old(family, told), stratum=family.stratum, chance=chance)


def _years_old(family: Family, told: Told) -> float:
    """The age of the oldest child whom it is about; grown-ups' entries count the family's oldest child."""
    about = [family.member(key) for key in told.about if family.member(key).kind == "child"]
    born = min(
        (child.born_to for child in about or family.children if child.born_to), default=told.happened_to
    )
    return (told.happened_to - born).days / 365.25


def _spoken_names(family: Family, people: tuple[SimulatedPerson, ...]) -> dict[str, str]:
    """The names used in a sentence: children by what they are called, adults by what a practitioner calls them."""
    spoken: dict[str, str] = {}
    for member, person in zip(family.members, people, strict=True):
        spoken[member.key] = person.known_as or person.first_name or "the baby"
    return spoken
