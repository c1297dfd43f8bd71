"""What a description says of a person, read once into the normal form that is compared."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Protocol

from kith.identity import identifiers
from kith.identity.lazily import lazily
from kith.identity.names import Name, called_by, forename_of, middle_names, name_in_parts
from kith.identity.nicknames import called
from kith.identity.skeleton import skeleton, skeletons, sounds, tokens

NORMAL_FORM = 2
"""Goes up when the same description would be read otherwise, or found by other keys: the next migration then reads all anew."""
BEFORE_EXPECTED, AFTER_EXPECTED = timedelta(days=42), timedelta(days=28)
"""A baby born this long before, or after, the day on which an unborn child was expected may be that child."""
NO_YEAR = 1900
"""What forms have where nothing was typed; nobody who is sought was born then."""
Parts = tuple[str, ...]


class Said(Protocol):
    """The columns that a new description and a kept one have in common."""

    @property
    def kind(self) -> str: ...
    @property
    def full_name(self) -> str: ...
    @property
    def known_as(self) -> str: ...
    @property
    def other_names(self) -> Sequence[str]: ...
    @property
    def born_from(self) -> date | None: ...
    @property
    def born_to(self) -> date | None: ...
    @property
    def expected_on(self) -> date | None: ...
    @property
    def sex(self) -> str: ...
    @property
    def nhs_number(self) -> str: ...
    @property
    def upn(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def address_lines(self) -> Sequence[str]: ...
    @property
    def postcode(self) -> str: ...
    @property
    def uprn(self) -> str: ...
    @property
    def guardian_names(self) -> Sequence[str]: ...


class Traits:
    """A person as one description has them, in small ASCII letters and digits; what is not known is empty.

    Dates are eight digits (``20190503``). ``written`` is a day of birth as it was given; ``born_from`` and ``born_to``
    are what it can mean: 1 January may stand for any day of that year
    or of the years beside it, and an unborn child for the weeks around the day
    on which it is expected. ``firsts`` are the names that somebody is called by, the likeliest first; ``lasts`` the
    parts of their last names. Guardians are pairs of sorted skeletons. What follows from the rest is worked out here:
    ``first`` and ``last``, the likeliest of each; ``born_on``, a day of birth that is known to the day; ``turned``, it
    with day and month changed over; ``sector`` and ``outward``, a postcode without its last two letters, and its first half.
    """

    KEPT = ("kind", "firsts", "middles", "forenames", "lasts", "written", "born_from", "born_to", "sex", "nhs_number",
            "upn", "phones", "uprn", "postcode", "number", "road", "guardians", "carers")  # fmt: skip

    def __init__(
        self,
        kind: str,
        firsts: Parts,
        middles: Parts,
        forenames: Parts,
        lasts: Parts,
        written: str,
        born_from: str,
        born_to: str,
        sex: str,
        nhs_number: str,
        upn: str,
        phones: Parts,
        uprn: str,
        postcode: str,
        number: str,
        road: str,
        guardians: Parts,
        carers: Parts,
    ) -> None:
        self.kind, self.firsts, self.middles, self.forenames, self.lasts = (
            kind,
            firsts,
            middles,
            forenames,
            lasts,
        )
        self.written, self.born_from, self.born_to, self.sex = written, born_from, born_to, sex
        self.nhs_number, self.upn, self.phones, self.uprn = nhs_number, upn, phones, uprn
        self.postcode, self.number, self.road = postcode, number, road
        self.guardians, self.carers = guardians, carers
        self.first = firsts[0] if firsts else ""
        self.last = lasts[-1] if lasts else ""
        self.born_on = written if written == born_from == born_to else ""
        self.turned = written[:4] + written[6:] + written[4:6]
        self.year, self.year_month, self.month_day = written[:4], written[:6], written[4:]
        self.sector, self.outward = postcode[:-2], postcode[:-3]

    @lazily
    def first_sounds(self) -> frozenset[str]:
        return _sounds_of(self.firsts)

    @lazily
    def first_called(self) -> frozenset[str]:
        return _called_of(self.firsts)

    @lazily
    def first_bones(self) -> frozenset[str]:
        return _bones_of((*self.firsts, *self.forenames)) if self.forenames else _bones_of(self.firsts)

    @lazily
    def first_letters(self) -> Parts:
        return tuple(part[0] for part in self.firsts)

    @lazily
    def initials(self) -> Parts:
        """First names of which only the first letter was written."""
        return tuple(part for part in self.firsts if len(part) == 1)

    @lazily
    def last_sounds(self) -> frozenset[str]:
        return _sounds_of(self.lasts)

    @lazily
    def last_bones(self) -> frozenset[str]:
        return _bones_of(self.lasts)


@lru_cache(maxsize=500_000)
def _sounds_of(parts: Parts) -> frozenset[str]:
    return frozenset().union(*(sounds(part) for part in parts))


@lru_cache(maxsize=500_000)
def _called_of(parts: Parts) -> frozenset[str]:
    return frozenset().union(*(called(part) for part in parts))


@lru_cache(maxsize=500_000)
def _bones_of(parts: Parts) -> frozenset[str]:
    return frozenset(skeleton(part) for part in parts)


def traits_of(said: Said) -> Traits:
    """Read a description, new or kept. What is not valid (a number that fails its check) counts as not said."""
    names = _names(said)
    written, born_from, born_to = _births(said)
    number, road, written_postcode = _door(said.address_lines)
    phone = identifiers.phone(said.phone)
    return Traits(
        said.kind,
        _once(part for name in names for part in called_by(name)),
        _once(part for name in names for part in middle_names(name)),
        _once(forename for name in names if (forename := forename_of(name))),
        _once(part for name in names for part in name.last),
        written,
        born_from,
        born_to,
        said.sex if said.sex != "not_known" else "",
        identifiers.nhs_number(said.nhs_number),
        identifiers.upn(said.upn),
        (phone,) if phone else (),
        identifiers.uprn(said.uprn),
        identifiers.postcode(said.postcode).replace(" ", "") or written_postcode,
        number,
        road,
        _once(pair for name in said.guardian_names if (pair := _pair(name))),
        _once(parts[0] for name in said.guardian_names if (parts := skeletons(_turned(name)))),
    )


def _once(parts: Iterable[str]) -> Parts:
    return tuple(dict.fromkeys(parts))


def _names(said: Said) -> list[Name]:
    """The full name, then each other name; a name known by that has one part takes the full name's last name."""
    full = name_in_parts(said.full_name)
    return [full, *(name_in_parts(other) for other in (said.known_as, *said.other_names) if other)]


def _turned(name: str) -> str:
    """ "Khan, Fatima" as Fatima Khan."""
    family, comma, given = name.partition(",")
    return f"{given} {family}" if comma else name


def _pair(name: str) -> str:
    """The skeletons of a guardian's first and last name, sorted: "Leila Rahman" and "Rahman, Layla" are one."""
    parts = skeletons(_turned(name))
    return "-".join(sorted((parts[0], parts[-1]))) if len(parts) > 1 else ""


def _births(said: Said) -> tuple[str, str, str]:
    """The day written, and the first and last day that it can mean."""
    if said.expected_on and not said.born_from:
        return "", *_around(said.expected_on)
    if said.born_from is None or said.born_to is None or said.born_to.year == NO_YEAR:
        return "", "", ""
    if said.born_from != said.born_to:
        return "", _day(said.born_from), _day(said.born_to)
    written = _day(said.born_from)
    if written.endswith("0101"):
        first, last = max(date.min.year, said.born_from.year - 1), min(date.max.year, said.born_from.year + 1)
        return written, f"{first:04}0101", f"{last:04}1231"
    return written, written, written


def _around(expected: date) -> tuple[str, str]:
    """The weeks around the day on which a child is expected; forms have 31 December 9999 where nothing was typed."""
    first = max(date.min + BEFORE_EXPECTED, expected) - BEFORE_EXPECTED
    return _day(first), _day(min(date.max - AFTER_EXPECTED, expected) + AFTER_EXPECTED)


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


_NUMBER = re.compile(r"(\w+)?[\s,./-]*\b(\d+[a-z]?)\b")
_FLATS = frozenset("flat apartment apt unit room floor pitch plot".split())
_NOT_A_ROAD = _FLATS | frozenset("ground first second third block the no number".split())


def _door(lines: Sequence[str]) -> tuple[str, str, str]:
    """House number, the skeleton of the road's first word, and a postcode that was written among the lines.

    "Flat 3, 12 High Street, LS1 4PJ" is ("12", "hg", "LS14PJ"); where only a flat has a number, that is taken.
    """
    text = ", ".join(lines)
    postcode = ""
    if found := _POSTCODE.search(text):
        postcode = identifiers.postcode(found[0]).replace(" ", "")
        text = f"{text[: found.start()]} {text[found.end() :]}"
    text = text.lower()
    numbers = list(_NUMBER.finditer(text))
    if not numbers:
        return "", "", postcode
    house = next((one for one in numbers if one[1] not in _FLATS), numbers[-1])
    after = tokens(text[house.end() :])
    road = next((part for part in after if part not in _NOT_A_ROAD and len(part) > 1), "")
    return house[2], skeleton(road) if road else "", postcode


_POSTCODE = re.compile(rf"\b{identifiers.POSTCODE.pattern}\b", re.IGNORECASE)


def as_kept(traits: Traits) -> str:
    """One line of text from which ``from_kept`` makes the same traits again; it begins with the normal form."""
    values = [getattr(traits, name) for name in Traits.KEPT]
    if traits.written == traits.born_from == traits.born_to:
        values[_BORN_FROM] = values[_BORN_TO] = ""
    told = (value if isinstance(value, str) else " ".join(value) for value in values)
    return "\t".join((str(NORMAL_FORM), *told))


_BORN_FROM, _BORN_TO = Traits.KEPT.index("born_from"), Traits.KEPT.index("born_to")


def from_kept(line: str) -> Traits:
    """The traits that were kept as a line."""
    (_, kind, firsts, middles, forenames, lasts, written, born_from, born_to, sex, nhs_number, upn, phones, uprn, postcode,
     number, road, guardians, carers) = line.split("\t")  # fmt: skip
    return Traits(
        kind,
        tuple(firsts.split()),
        tuple(middles.split()),
        tuple(forenames.split()),
        tuple(lasts.split()),
        written,
        born_from or written,
        born_to or written,
        sex,
        nhs_number,
        upn,
        tuple(phones.split()),
        uprn,
        postcode,
        number,
        road,
        tuple(guardians.split()),
        tuple(carers.split()),
    )
