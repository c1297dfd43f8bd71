"""The guard against going to the wrong door: what to know of an address before a visit. It never says the address."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.people import queries as people
from kith.people.types import Address, ConfidentialAddress, HomeOverTime, Housed
from kith.web.child.reading import Reading
from kith.web.child.telling import day_of
from kith.web.dates import long_day
from kith.web.parts.agency import agency

DAYS = 90
"""A change as old as this is known by whoever visits. [P]: for a partnership to set."""


def before_you_go(reading: Reading) -> str:
    """What is doubtful of where the child lives today, in sentences; empty where nothing is.

    A confidential address says only that it is withheld, whatever else is known of it.
    """
    told = people.addresses_over_time(child=reading.child.id, as_at=reading.at)
    today = day_of(reading.at)
    homes = list(dict.fromkeys(stay.household for stay in told.stays if stay.spell.holds(today)))
    held = [one for one in told.addresses if one.household in homes and one.spell.holds(today)]
    if reading.may.home_is_hidden or any(isinstance(one.address, ConfidentialAddress) for one in held):
        return f"Address withheld: ask the desk before you go, {reading.desk}."
    said = (words for home in homes for words in _doubts(home, told.addresses, reading))
    return " ".join(dict.fromkeys((*said, *_last_visit(told, reading))))


def _doubts(home: UUID, told: Sequence[Housed], reading: Reading) -> Iterator[str]:
    """Confidential addresses of other days are passed over: nothing is said of them."""
    own = [one for one in told if one.household == home and isinstance(one.address, Address)]
    now = [one for one in own if one.spell.holds(day_of(reading.at))]
    yield from _corrected(own, now, reading)
    yield from _moved(own, now, reading)
    yield from _not_agreed(now)


def _corrected(own: Sequence[Housed], now: Sequence[Housed], reading: Reading) -> Iterator[str]:
    """Another address was said for these days, and was withdrawn."""
    days = [
        day_of(one.spell.withdrawn.at)
        for one in own
        if one.spell.withdrawn and not any(_words(one) == _words(other) for other in now)
    ]
    recent = [day for day in days if _is_recent_day(day, reading)]
    if recent and now:
        yield (
            f"This address was corrected on {long_day(max(recent))}: it was said to be another until then."
        )
    elif recent:
        yield f"The address was withdrawn on {long_day(max(recent))}: it was wrong."


def _moved(own: Sequence[Housed], now: Sequence[Housed], reading: Reading) -> Iterator[str]:
    ended = [
        one.spell.to_on
        for one in own
        if one.spell.withdrawn is None and one.spell.to_on and one.spell.to_on <= day_of(reading.at)
    ]
    recent = [day for day in ended if _is_recent_day(day, reading)]
    if recent and now:
        yield f"The family moved on {long_day(max(recent))}: an older paper has another address."


def _is_recent_day(day: object, reading: Reading) -> bool:
    return day >= day_of(reading.at) - timedelta(days=DAYS)  # type: ignore[operator]


def _not_agreed(now: Sequence[Housed]) -> Iterator[str]:
    """Different doors of one household today, by the agency that wrote each down."""
    if len({_words(one) for one in now}) < 2:
        return
    tellers = agencies.practitioners(ids={one.spell.told.by for one in now})
    said = list(dict.fromkeys(_who(one.spell.told.by, tellers) for one in now))
    whom = f"{said[0]} and {said[1]} give" if len(said) > 1 else f"{said[0]} gives"
    yield f"{whom} different addresses now. Ring one of them before you go."


def _who(by: UUID, tellers: dict[UUID, Practitioner]) -> str:
    return agency(tellers[by].agency).label if by in tellers else "Somebody"


def _last_visit(told: HomeOverTime, reading: Reading) -> Iterator[str]:
    """The address that stood when somebody last went, and which has been withdrawn since."""
    visits = reading.of_kind("visit")
    if not visits:
        return
    went = visits[-1].when.happened_to
    homes = {
        stay.household for stay in told.stays if stay.spell.told.at <= went and stay.spell.holds(day_of(went))
    }
    stood = [one for one in told.addresses if one.household in homes and one.spell.told.at <= went]
    if any(one.spell.withdrawn and one.spell.withdrawn.at > went for one in stood):
        yield (
            f"The last visit, on {long_day(day_of(went))}, was made while a wrong address was held. "
            "It may have been to that door."
        )


def _words(one: Housed) -> tuple:
    """What makes two addresses one: the same words, however they were typed."""
    assert isinstance(one.address, Address)
    parts = (*one.address.lines, one.address.postcode)
    return tuple("".join(part.split()).lower() for part in parts if part.strip())
