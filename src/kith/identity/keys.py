"""The hashed keys by which candidates and searches find descriptions through one index."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from kith.identity.address_words import address_keys
from kith.identity.nicknames import groups
from kith.identity.skeleton import skeleton
from kith.identity.traits import Traits

MOST_LASTS = 2
"""So many parts of a last name make keys."""
MOST_YEARS = 3
"""An interval of birth over more years than this makes no key by year."""


def key(area: str, *parts: str) -> int:
    """A signed 32-bit hash of the parts, within one area.

    Two things share a key by chance once in four thousand million; whoever is found so is compared, and falls away.
    """
    hashed = crc32("\x1f".join(parts).encode(), _of_area(area))
    return hashed - (1 << 32) if hashed >> 31 else hashed


@lru_cache(maxsize=1_000)
def _of_area(area: str) -> int:
    return crc32(area.encode())


def matching_keys(traits: Traits, *, area: str) -> frozenset[int]:
    """Keys under which a description is kept: a match is looked for among those who share one.

    Which keys there are was chosen by what each finds that no other does, and by what it costs to keep
    (``docs/explanation/identity.md``). Each puts two or three weak things together, so that few people share it.
    """
    return frozenset(key(area, *parts) for parts in _matching(traits))


def asking_keys(traits: Traits, *, area: str) -> frozenset[int]:
    """Keys by which a match is looked for: those that would be kept, and those that a slip would have kept instead."""
    return frozenset(key(area, *parts) for parts in (*_matching(traits), *_besides(traits)))


def searching_keys(traits: Traits, *, address: Sequence[str] = (), area: str) -> frozenset[int]:
    """Keys of the single things that somebody may type into the search box; ``address`` are its lines as they were said."""
    return frozenset(key(area, *parts) for parts in (*_searching(traits), *address_keys(address)))


def _matching(traits: Traits) -> Iterator[tuple[str, ...]]:
    for what in ("nhs_number", "upn", "uprn"):
        if value := getattr(traits, what):
            yield what, value
    for phone in traits.phones:
        yield "phone", phone
    first, lasts = _bones(traits)
    if traits.written:
        yield from _by_birth(traits, first, lasts)
    yield from _by_address(traits, [first] if first else [], lasts)
    if first:
        yield from _by_names(traits, first, lasts, _years(traits))
    if traits.kind == "unborn" or not first:
        yield from _unborn(traits)


def _besides(traits: Traits) -> Iterator[tuple[str, ...]]:
    """Under which others may be kept who are this person: names changed over, a year out, unborn, without a birth."""
    first, lasts = _bones(traits)
    if first:
        yield from _by_address(traits, lasts, [first])
        if traits.born_on:
            year = int(traits.written[:4])
            yield from _by_names(traits, first, lasts, (str(year - 1), str(year + 1)))
        for last in lasts:
            yield "undated", *sorted((first, last))
    if traits.kind == "child" and traits.born_from:
        yield from _unborn(traits)


def _bones(traits: Traits) -> tuple[str, list[str]]:
    """The skeletons of the first name and of the parts of the last name."""
    first = skeleton(traits.first) if traits.first else ""
    return first, list(dict.fromkeys(skeleton(part) for part in traits.lasts[-MOST_LASTS:]))


def _by_birth(traits: Traits, first: str, lasts: list[str]) -> Iterator[tuple[str, ...]]:
    day = _either_way_round(traits.written)
    for bones in dict.fromkeys((first, *lasts)):
        if bones:
            yield "born", day, bones
    if first and lasts:
        yield "born_initials", day, *sorted((first[0], lasts[-1][0]))
    if traits.outward:
        yield "born_at", day, traits.outward


def _by_address(traits: Traits, at_road: list[str], at_postcode: list[str]) -> Iterator[tuple[str, ...]]:
    if traits.postcode and traits.number:
        yield "door", traits.postcode, traits.number
    if traits.road:
        for bones in at_road:
            yield "road", traits.number, traits.road, bones
    if traits.postcode:
        for bones in at_postcode:
            yield "postcode", traits.postcode, bones


def _by_names(
    traits: Traits, first: str, lasts: list[str], years: Iterable[str]
) -> Iterator[tuple[str, ...]]:
    for last in lasts:
        pair = sorted((first, last))
        for year in years:
            yield "year", year, *pair
        if traits.outward:
            yield "near", traits.outward, *pair
        if not traits.born_from:
            yield "undated", *pair
    for guardian in traits.guardians:
        yield "guardian", guardian, first


def _unborn(traits: Traits) -> Iterator[tuple[str, ...]]:
    """By these an unborn child, or a baby without a name, is found when it has one."""
    for guardian in traits.guardians:
        yield "unborn", guardian
    if traits.postcode:
        yield "unborn_at", traits.postcode
    if traits.road:
        yield "unborn_on", traits.number, traits.road
    for phone in traits.phones:
        yield "unborn_phone", phone
    for carer in traits.carers:
        if traits.outward:
            yield "unborn_near", carer, traits.outward
    months = _months(traits)
    for last in dict.fromkeys(skeleton(part) for part in traits.lasts[-MOST_LASTS:]):
        for month in months:
            yield "unborn_in", last, month


def _either_way_round(day: str) -> str:
    """A date by which 3 May and 5 March of one year meet: day and month are often changed over."""
    low, high = sorted((day[4:6], day[6:]))
    return f"{day[:4]}{low}{high}"


def _years(traits: Traits) -> list[str]:
    if not traits.born_from:
        return []
    years = range(int(traits.born_from[:4]), int(traits.born_to[:4]) + 1)
    return [str(year) for year in years] if len(years) <= MOST_YEARS else []


def _months(traits: Traits) -> list[str]:
    """The months in which an unborn child may be born, or the month of birth: the two meet in one of them."""
    first, last = traits.born_from[:6], traits.born_to[:6]
    if not first:
        return []
    start, end = (int(month[:4]) * 12 + int(month[4:]) - 1 for month in (first, last))
    return [f"{number // 12}{number % 12 + 1:02}" for number in range(start, min(end, start + 3) + 1)]


def _searching(traits: Traits) -> Iterator[tuple[str, ...]]:
    for what in ("nhs_number", "upn"):
        if value := getattr(traits, what):
            yield what, value
    for phone in traits.phones:
        yield "phone", phone
    if traits.postcode:
        yield "postcode", traits.postcode
        yield "outward", traits.outward
    if traits.written:
        yield "born", traits.written
        yield "birthday", traits.written[4:]
    if traits.born_from and traits.kind != "unborn":
        yield from _born_month(traits)
    for part in {*traits.firsts, *traits.middles, *traits.lasts}:
        yield from name_keys(part)


def _born_month(traits: Traits) -> Iterator[tuple[str, ...]]:
    if traits.written:
        yield "born_month", traits.written[:6]
    elif traits.born_from[:6] == traits.born_to[:6]:
        yield "born_month", traits.born_from[:6]


def name_keys(part: str) -> Iterator[tuple[str, ...]]:
    """The keys of one part of a name: its skeleton, and each full name that it may be short for."""
    for folded in _folded(part):
        yield "name", folded


@lru_cache(maxsize=200_000)
def _folded(part: str) -> frozenset[str]:
    return frozenset({skeleton(part)}) | groups(part)
