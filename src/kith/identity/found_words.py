"""Says in words why a search found somebody, and where it looked."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from kith.identity.asked import Part
from kith.identity.near_spellings import undoubled
from kith.identity.nicknames import called
from kith.identity.skeleton import skeleton
from kith.identity.traits import Traits
from kith.identity.types import Described, KnownTo
from kith.kernel.clock import LONDON

_ANSWERED = {
    "nhs_number": "An agency gives this NHS number.",
    "upn": "An agency gives this pupil number.",
    "phone": "An agency gives this telephone number.",
    "postcode": "An agency gives this postcode.",
    "outward": "An agency gives a postcode that begins so.",
    "road": "An agency gives a road written like this, now or before.",
    "house_number": "An agency gives this house number, now or before.",
}
_NOT_ANSWERED = {"nhs_number": "Another NHS number, or none.", "upn": "Another pupil number, or none."}


def part_words(part: Part, traits: Sequence[Traits], keys: frozenset[int], *, is_answered: bool) -> str:
    """Why one part of what was typed speaks for somebody, or against them.

    Nothing is said of an address or a telephone number that does not match: an address may be confidential.
    """
    if part.what == "name":
        return (
            _name_words(part, traits, keys) if is_answered else f"Not known as “{part.typed.capitalize()}”."
        )
    if part.what == "birth":
        return f"Born {part.typed}." if is_answered else f"Not born {part.typed}, as far as is known."
    if part.born:
        return _age_words(part, traits, is_answered=is_answered)
    return _ANSWERED[part.what] if is_answered else _NOT_ANSWERED.get(part.what, "")


def _age_words(part: Part, traits: Iterable[Traits], *, is_answered: bool) -> str:
    is_known = any(one.born_from for one in traits)
    if part.what == "year":
        fits, differs = f"May be born in {part.typed}.", f"Not born in {part.typed}, as far as is known."
    else:
        fits, differs = f"May be {part.typed} now.", f"Not {part.typed} now, as far as is known."
    return fits if is_answered else differs if is_known else "No birthday is known."


def _name_words(part: Part, traits: Sequence[Traits], keys: frozenset[int]) -> str:
    typed = part.typed.capitalize()
    names = sorted(names_in(traits))
    if part.typed in names:
        return f"Called “{typed}”."
    if part.keys & keys:
        return _another_way_of_saying(part.typed, names)
    near = [name for name in names if undoubled(name) in part.slips]
    return f"Called “{near[0].capitalize()}”: nearly {typed}." if near else _ANSWERED["road"]


def _another_way_of_saying(typed: str, names: Iterable[str]) -> str:
    for name in names:
        if called(name) & called(typed):
            return f"Called “{name.capitalize()}”: {typed.capitalize()} is a way of saying it."
    for name in names:
        if skeleton(name) == skeleton(typed):
            return f"Called “{name.capitalize()}”: {typed.capitalize()} is written like it."
    return f"Called something like {typed.capitalize()}."


def names_in(traits: Iterable[Traits]) -> set[str]:
    """Every part of every name that somebody is called by."""
    return {part for one in traits for part in (*one.firsts, *one.middles, *one.lasts)}


def born_words(descriptions: Iterable[Described]) -> str:
    """The narrowest that any agency gives, the latest where they tie: "born 3 May 2019"."""
    said = [one for one in descriptions if one.born_from and one.born_to]
    if said:
        best = min(said, key=lambda one: (_width(one), -one.received_at.timestamp()))
        return _born(best.born_from, best.born_to)
    expected = [one.expected_on for one in descriptions if one.expected_on]
    return f"expected {day_words(expected[-1])}" if expected else "date of birth not known"


def _width(one: Described) -> int:
    return (one.born_to - one.born_from).days if one.born_from and one.born_to else 0


def _born(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return "date of birth not known"
    if first == last:
        return f"born {day_words(first)}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return f"born in {first.year}"
    return f"born between {day_words(first)} and {day_words(last)}"


def day_words(day: date) -> str:
    """3 May 2019."""
    return f"{day.day} {day:%B %Y}"


def found_words(count: int, looked_in: Iterable[KnownTo], as_at: datetime) -> str:
    """How many were found and where, or that nothing was found there: it never says that there is nobody."""
    agencies = sorted({one.agency.replace("_", " ") for one in looked_in})
    place = f"in what {_listed(agencies)} have told" if agencies else "here: no agency has told anything yet"
    moment = as_at.astimezone(LONDON)
    when = f"as at {moment:%H:%M} on {day_words(moment.date())}"
    what = "Nothing" if not count else "1 person" if count == 1 else f"{count} people"
    return f"{what} found {place}, {when}."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
