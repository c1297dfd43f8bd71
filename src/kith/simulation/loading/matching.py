"""The front door looks each morning at the matches that Kith was not sure of, and says who is the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kith.identity import operations as identity
from kith.identity import queries as matches
from kith.identity.types import Resolution
from kith.kernel.types import Actor
from kith.simulation.loading.first_sight import Sighting, sender_key
from kith.simulation.loading.loading import Loading, moment

LOOKED_AT = 10
"""The hour: after the descriptions came, and before anybody says anything that rests on them."""
STILL_OPEN = timedelta(days=21)
"""So long before the end a match that nothing else waits for is still to be looked at."""
THE_SAME = "Rang the office that sent it: same child, same address, name written otherwise."
ANOTHER = "Rang the office that sent it: another person, who shares the name or the household."


def look_at_matches(seen: list[Sighting], loading: Loading, *, day: date) -> None:
    """Decide the reviews that the day's descriptions opened, but for a few of the newest."""
    for one in seen:
        sender = (one.agency, loading.area.area, sender_key(one.agency, one.person))
        found = loading.memory.known[sender]
        person = loading.persons[one.person]
        if found.person == person or _may_wait(one, loading, day):
            continue
        _decide(found, person, loading, day)
        loading.memory.known[sender] = replace(found, person=person)


def _may_wait(one: Sighting, loading: Loading, day: date) -> bool:
    family = loading.people[one.person].family
    recent = day >= loading.area.ending_on - STILL_OPEN
    return recent and not any(
        entry.references
        for on, entries in loading.area.days
        if on >= day
        for entry in entries
        if entry.family == family
    )


def _decide(found: Resolution, person: UUID, loading: Loading, day: date) -> None:
    """The right candidate first: whoever else was thought of is then somebody else."""
    by = loading.cast.holder("mash_manager", family=str(day))
    at = moment(day, hour=LOOKED_AT)
    asked = sorted(_asked(found), key=lambda pair: pair[0] != person)
    for other, review in asked:
        if matches.review(id=review) is None:
            continue
        is_same = other == person
        identity.decide_review(
            review=review,
            decision="same" if is_same else "not_the_same",
            because=THE_SAME if is_same else ANOTHER,
            by=by,
            at=at,
        )
    if person not in (other for other, _ in asked):
        _join(person, found.person, by, loading, day)


def _asked(found: Resolution) -> Iterator[tuple[UUID, UUID]]:
    """Each candidate about whom a person is asked, with the review that asks."""
    candidates = [one for one in found.candidates if one.band != "low"]
    return zip((one.person for one in candidates), found.reviews, strict=False)


def _join(person: UUID, other: UUID, by: Actor, loading: Loading, day: date) -> None:
    """Nobody was asked, as nothing agreed well enough: the office's telephone call brings them together."""
    at = moment(day, hour=LOOKED_AT, minutes=30)
    identity.merge(keep=person, other=other, because=THE_SAME, by=by, at=at)
