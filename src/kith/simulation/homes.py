"""Where a made-up family lived, told from its own history: a move in an entry is a move of home."""

from datetime import date

from kith.simulation.area_types import SimulatedHome
from kith.simulation.identifiers import Place, Places
from kith.simulation.naming_people import person_key
from kith.simulation.types import Family, Told

LIVE_APART = ("father, separated",)


def homes_of(
    family: Family, told: tuple[Told, ...], *, places: Places, since: date
) -> tuple[SimulatedHome, ...]:
    """The home of mother and children and every move of it, and the doors of those who live apart."""
    moves = [one.happened_from for one in told if one.kind == "moved_home"]
    starts = [since, *sorted(set(moves) - {since})]
    joined = _joined(told)
    found: list[SimulatedHome] = []
    for place, start in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else None
        found.append(_home(family, _at_home(family, joined, end), places.next(), start, end))
    for adult in family.adults:
        if adult.relation in LIVE_APART or adult.key in ("maternal_grandmother", "paternal_grandmother"):
            found.append(_home(family, (adult.key,), places.next(), since, None))
    return tuple(found)


def _at_home(family: Family, joined: dict[str, date], until: date | None) -> tuple[str, ...]:
    def is_here(key: str) -> bool:
        return key in joined and (until is None or joined[key] < until)

    children = tuple(child.key for child in family.children if child.relation != "placed elsewhere")
    adults = [adult for adult in family.adults if adult.relation in ("mother", "father")]
    partners = [adult.key for adult in family.adults if is_here(adult.key)]
    return (*children, *(adult.key for adult in adults), *partners)


def _joined(told: tuple[Told, ...]) -> dict[str, date]:
    """Partners who are certain to live there, and since when; one who is only around has no home here."""
    return {
        one.details["who"]: one.happened_from
        for one in told
        if one.kind == "adult_joined_household"
        and one.details.get("lives_there") is True
        and "who" in one.details
    }


def _home(
    family: Family, people: tuple[str, ...], place: Place, start: date, end: date | None
) -> SimulatedHome:
    return SimulatedHome(
        family=family.key,
        people=tuple(person_key(family, key) for key in people),
        lines=place.lines,
        postcode=place.postcode,
        uprn=place.uprn,
        from_on=start,
        to_on=end,
    )
