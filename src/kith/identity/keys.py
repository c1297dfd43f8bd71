"""The hashed keys by which candidates and searches find descriptions through one index."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from kith.identity.identifiers import outward
from kith.identity.names import Name
from kith.identity.nicknames import groups
from kith.identity.skeleton import skeleton
from kith.identity.traits import Traits

MOST_YEARS = 3
"""An interval of birth over more years than this makes no key by year."""


@lru_cache(maxsize=200_000)
def key(area: str, *parts: str) -> int:
    """A signed 64-bit hash of the parts, within one area: descriptions of two areas never meet in the index."""
    digest = blake2b("\x1f".join((area, *parts)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def matching_keys(traits: Traits, *, area: str) -> frozenset[int]:
    """Keys that two descriptions of one person are likely to share: a match is looked for among those who share one."""
    return frozenset(key(area, *parts) for parts in _matching(traits))


def searching_keys(traits: Traits, *, area: str) -> frozenset[int]:
    """Keys of the single things that somebody may type into the search box."""
    return frozenset(key(area, *parts) for parts in _searching(traits))


def _matching(traits: Traits) -> Iterator[tuple[str, ...]]:
    yield from _numbers(traits)
    if traits.uprn:
        yield "uprn", traits.uprn
    born = traits.born_on
    if born and traits.postcode:
        yield "born_postcode", _either_way_round(born), traits.postcode
    for name in traits.names:
        yield from _of_name(name, traits)
    yield from _of_guardians(traits)


def _numbers(traits: Traits) -> Iterator[tuple[str, ...]]:
    for what in ("nhs_number", "upn", "phone"):
        if value := getattr(traits, what):
            yield what, value


def _of_name(name: Name, traits: Traits) -> Iterator[tuple[str, ...]]:
    pair = _pair(name)
    if traits.born_on and pair:
        yield "born_names", _either_way_round(traits.born_on), *pair
    if traits.postcode:
        for part in {name.first, *name.last} - {""}:
            yield "postcode_name", traits.postcode, skeleton(part)
    if pair and name.last:
        for year in _years(traits):
            yield "year_names", year, *pair
        if traits.postcode:
            yield "outward_names", outward(traits.postcode), *pair


def _of_guardians(traits: Traits) -> Iterator[tuple[str, ...]]:
    """These find an unborn child, and a child whose own name was spelt otherwise."""
    for guardian in traits.guardians:
        if traits.postcode:
            yield "guardian_postcode", *guardian, traits.postcode
        for name in traits.names:
            if name.first:
                yield "guardian_child", *guardian, skeleton(name.first)
        if traits.kind != "adult":
            for month in _months_of_arrival(traits):
                yield "guardian_month", *guardian, month


def _pair(name: Name) -> tuple[str, ...]:
    """The skeletons of the first and last parts, in either order."""
    parts = {skeleton(part) for part in (name.first, name.last[-1] if name.last else "") if part}
    return tuple(sorted(parts))


def _either_way_round(day: date) -> str:
    """A date by which 3 May and 5 March of one year meet: day and month are often changed over."""
    low, high = sorted((day.day, day.month))
    return f"{day.year}-{low}-{high}"


def _years(traits: Traits) -> Iterable[str]:
    if traits.born_from is None or traits.born_to is None:
        return ()
    years = range(traits.born_from.year, traits.born_to.year + 1)
    return [str(year) for year in years] if len(years) <= MOST_YEARS else ()


def _months_of_arrival(traits: Traits) -> list[str]:
    """The months around the day expected, or the month of birth: an unborn child and a baby meet in one of them."""
    born = traits.born_on
    if born:
        return [f"{born:%Y-%m}"]
    if not traits.expected_on:
        return []
    month = traits.expected_on.year * 12 + traits.expected_on.month - 1
    return [f"{number // 12}-{number % 12 + 1:02}" for number in range(month - 2, month + 2)]


def _searching(traits: Traits) -> Iterator[tuple[str, ...]]:
    yield from _numbers(traits)
    if traits.postcode:
        yield "postcode", traits.postcode
    if born := traits.born_on:
        yield "born", born.isoformat()
        yield "birthday", f"{born:%m-%d}"
    if (
        traits.born_from
        and (traits.born_to or traits.born_from).strftime("%Y-%m") == f"{traits.born_from:%Y-%m}"
    ):
        yield "born_month", f"{traits.born_from:%Y-%m}"
    for name in traits.names:
        for part in (*name.given, *name.last):
            yield from name_keys(part)


def name_keys(part: str) -> Iterator[tuple[str, ...]]:
    """The keys of one part of a name: its skeleton, and each full name that it may be short for."""
    for folded in {skeleton(part)} | groups(part):
        yield "name", folded
