"""Who wrote down what is known of a home: the agency, the person, and since when."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kith.access.types import HomeSeen
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.people.types import Spell, Told
from kith.web.child.telling import day_of
from kith.web.dates import long_day
from kith.web.parts.agency import agency

Tellers = Mapping[UUID, Practitioner]


def tellers_of(seen: HomeSeen) -> Tellers:
    """Everybody who told of anything on the page, in one read."""
    spells = [
        *(one.stay.spell for one in seen.stays),
        *(one.spell for one in seen.addresses),
        *(one.related for one in seen.adults if one.related),
    ]
    return agencies.practitioners(ids={told.by for spell in spells for told in _all_told(spell)})


def _all_told(spell: Spell) -> Iterable[Told]:
    return (told for told in (spell.told, spell.ended, spell.withdrawn) if told)


def told_words(spell: Spell, tellers: Tellers, *, by_whom: bool = True) -> str:
    """``Police, Hodan Warsame, known since 3 February 2026; the end: Social care, ...``; without ``by_whom`` the days alone."""
    if not by_whom:
        return f"known since {long_day(day_of((spell.ended or spell.told).at))}"
    words = f"{_who(spell.told, tellers)}, known since {long_day(day_of(spell.told.at))}"
    if spell.ended:
        ended = _who(spell.ended, tellers)
        words += f"; the end: {ended}, known since {long_day(day_of(spell.ended.at))}"
    return words


def withdrawn_words(spell: Spell, tellers: Tellers) -> str:
    """Who told it, and who took it back, on which days."""
    if spell.withdrawn is None:
        return told_words(spell, tellers)
    taken = f"{_who(spell.withdrawn, tellers)}, {long_day(day_of(spell.withdrawn.at))}"
    return f"{told_words(spell, tellers)}. Withdrawn: {taken}"


def _who(told: Told, tellers: Tellers) -> str:
    found = tellers.get(told.by)
    return f"{agency(found.agency).label}, {found.name}" if found else "Kith’s own loading"


def since_words(spell: Spell) -> str:
    """``3 February 2026``, or that nobody knows."""
    return long_day(spell.from_on) if spell.from_on else "not known"


def until_words(spell: Spell, *, is_past: bool) -> str:
    """The day, or ``now``; on an earlier moment's page ``then``."""
    return long_day(spell.to_on) if spell.to_on else ("then" if is_past else "now")
