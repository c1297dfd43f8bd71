"""Gathers one day of looks for the rules: who looked, at whom, and on what each look rested."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.conf import settings

from kith.access import looks_for_review as access
from kith.access import own_families as own_people
from kith.access.bases import BREAK_GLASS
from kith.access.looks_for_review import LookHeld, SightHeld
from kith.agencies import queries as agencies
from kith.agencies import shifts
from kith.identity import commonness_held
from kith.kernel.clock import LONDON
from kith.oversight import models
from kith.oversight.looking.names import commonness, surnames
from kith.oversight.looking.rows import AllocationEnded, ChildSeen, Day, LookSeen, RefusalSeen, Worker
from kith.oversight.looking.rule import Thresholds
from kith.oversight.looking.rules import RULES, thresholds_of
from kith.oversight.street import street_keys
from kith.people import living_with

PEERS_OVER = timedelta(days=28)
"""Over so long a time the peers' prints are counted [P]."""


def local_thresholds() -> Mapping[str, Thresholds]:
    """The numbers that a partnership set in ``KITH_LOOK_RULES``: rule to threshold to number."""
    return getattr(settings, "KITH_LOOK_RULES", {})


def key() -> bytes:
    """The key of hashed streets and of the lot; empty where none was set, and then no street is held."""
    return str(getattr(settings, "KITH_LOOKS_KEY", "")).encode()


def span_of(day: date) -> tuple[datetime, datetime]:
    """The day in London, half-open, on the clock of the world: 23, 24 or 25 hours."""
    here = [datetime.combine(one, time(), tzinfo=LONDON) for one in (day, day + timedelta(days=1))]
    return here[0].astimezone(UTC), here[1].astimezone(UTC)


def day_of_looks(*, area: str, day: date) -> Day:
    """Everything that the rules may look at of one day in an area, in a fixed number of reads."""
    since, until = span_of(day)
    looks = access.looks_between(area=area, since=since, until=until)
    refusals = access.refusals_between(area=area, since=since, until=until)
    who = {one.practitioner for one in looks} | {one.practitioner for one in refusals}
    children = {one.child for one in looks}
    ended = access.allocations_ended(children=children, practitioners=who, until=until)
    people = dict(own_people.known_as(area=area))
    share = thresholds_of(RULES["same_surname"], local_thresholds())["share_per_100000"] / 100_000
    return Day(
        day=day,
        looks=seen(looks, since=since, until=until),
        workers=_workers(who, people, area, since, until),
        children=_children(children, until - timedelta(microseconds=1)),
        refusals=tuple(
            RefusalSeen(asked_for=one.asked_for, practitioner=one.practitioner, refused_at=one.refused_at)
            for one in refusals
        ),
        ended=tuple(AllocationEnded(**vars(one)) for one in ended),
        emergencies=_emergencies(area, since, until),
        prints_before=access.prints_by_day(area=area, since=since - PEERS_OVER, until=since),
        colleagues=_colleagues(people),
        is_common=commonness(commonness_held.commonness_of(area=area).shares.get("last", {}), at_most=share),
    )


def _emergencies(area: str, since: datetime, until: datetime) -> tuple[LookSeen, ...]:
    days = thresholds_of(RULES["emergencies_again"], local_thresholds())["days"]
    held = access.looks_in_emergencies(
        area=area, since=since - timedelta(days=days - 1), until=until, basis=BREAK_GLASS
    )
    return tuple(_plain(one) for one in held)


def _plain(one: LookHeld) -> LookSeen:
    return LookSeen(**vars(one))


def seen(looks: Iterable[LookHeld], *, since: datetime, until: datetime) -> tuple[LookSeen, ...]:
    """These looks with what each rested on: whether its basis held at that moment, and whether it was the looker's own."""
    looks = tuple(looks)
    sight = access.sight_between(children={one.child for one in looks}, since=since, until=until)
    who = {one.practitioner for one in looks}
    teams = shifts.teams_between(practitioners=who, since=since, until=until)
    works_in = shifts.agencies_of(practitioners=who)
    found = []
    for one in looks:
        ids = {one.practitioner, works_in[one.practitioner], *teams.get(one.practitioner, ())}
        on = [held for held in sight.get(one.child, ()) if _covers(held, one, ids)]
        own = any(held.practitioner == one.practitioner for held in on)
        found.append(LookSeen(**vars(one), held=any(held.basis == one.basis for held in on), personal=own))
    return tuple(found)


def _covers(held: SightHeld, look: LookHeld, ids: set[UUID]) -> bool:
    return (
        (held.practitioner or held.team or held.agency) in ids
        and held.from_at <= look.looked_at
        and (held.to_at is None or look.looked_at < held.to_at)
    )


def _workers(
    who: set[UUID], people: Mapping[UUID, UUID], area: str, since: datetime, until: datetime
) -> dict[UUID, Worker]:
    found = agencies.practitioners(ids=who)
    roles = shifts.roles_between(practitioners=who, since=since, until=until)
    duties = shifts.shifts_between(
        area=area, since=since - timedelta(days=1), until=until + timedelta(days=1)
    )
    homes = models.PractitionerHome.objects.filter(practitioner__in=who)
    streets = dict(homes.values_list("practitioner", "street_key"))
    return {
        one.id: Worker(
            id=one.id,
            peers=next(iter(roles.get(one.id, ())), one.agency),
            agency=one.agency,
            surnames=surnames(one.name),
            shifts=duties.get(one.id, ()),
            street=streets.get(one.id, ""),
            person=people.get(one.id),
        )
        for one in found.values()
    }


def _children(ids: set[UUID], as_at: datetime) -> dict[UUID, ChildSeen]:
    mates = living_with.living_with_each(people=ids, as_at=as_at)
    homes = {mate.household for held in mates.values() for mate in held}
    streets: dict[UUID, set[str]] = {}
    hash_key = key()
    for one in living_with.streets_of(households=homes, as_at=as_at) if hash_key else ():
        keys = street_keys(lines=one.lines, postcode=one.postcode, key=hash_key)
        streets.setdefault(one.household, set()).update(keys)
    alone = living_with.names_of(people=ids - set(mates))
    return {
        id: ChildSeen(
            id=id,
            homes=frozenset(mate.household for mate in held),
            surnames=frozenset().union(*(surnames(mate.name) for mate in held))
            if held
            else surnames(alone.get(id, "")),
            streets=frozenset().union(*(streets.get(mate.household, ()) for mate in held)),
            people=frozenset({id, *(mate.id for mate in held)}),
        )
        for id in ids
        for held in [mates.get(id, ())]
    }


def _colleagues(people: Mapping[UUID, UUID]) -> dict[UUID, str]:
    """Every person of Kith who works here, with their agency."""
    found = agencies.practitioners(ids=people)
    return {person: found[who].agency for who, person in people.items() if who in found}
