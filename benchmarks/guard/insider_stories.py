"""Thirty stories of people who looked without a reason, as courts, regulators and hospitals have told of their like."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from insider_area import MONDAY, Week, at_

from kith.oversight.looking.rows import AllocationEnded, RefusalSeen


@dataclass(frozen=True)
class Story:
    """Who did it, in which story, on which day."""

    who: UUID
    name: str
    on: date


Told = Callable[[Week, UUID, UUID, int], None]
BY_DAY = ("allocated_social_worker", "designated_safeguarding_lead", "health_visitor", "named_nurse")


def _once(hour: float, **more) -> Told:
    def told(week: Week, who: UUID, child: UUID, day: int) -> None:
        week.look(who, child, at_(day, hour), **({"basis": "team_duty"} | more))

    return told


def _relative(rarity: int, hour: float = 13.0) -> Told:
    """Somebody opens a family that has their own last name; ``rarity`` says how many names are commoner."""

    def told(week: Week, who: UUID, child: UUID, day: int) -> None:
        name = frozenset({sorted(week.shares, key=week.shares.__getitem__, reverse=True)[rarity]})
        week.workers[who] = replace(week.workers[who], surnames=name)
        week.children[child] = replace(week.children[child], surnames=name)
        week.look(who, child, at_(day, hour), basis="team_duty")

    return told


def _neighbour(week: Week, who: UUID, child: UUID, day: int) -> None:
    street = f"street of {who}"
    week.workers[who] = replace(week.workers[who], street=street)
    week.children[child] = replace(week.children[child], streets=frozenset({street}))
    week.look(who, child, at_(day, 12.4), basis="team_duty")


def _neighbour_whose_home_is_not_held(week: Week, who: UUID, child: UUID, day: int) -> None:
    week.workers[who] = replace(week.workers[who], street="")
    week.look(who, child, at_(day, 12.4), basis="team_duty")


def _colleagues_child(week: Week, who: UUID, child: UUID, day: int) -> None:
    adult = week.id()
    week.colleagues[adult] = week.workers[who].agency
    held = week.children[child]
    week.children[child] = replace(held, people=held.people | {adult})
    week.look(who, child, at_(day, 15), basis="team_duty")


def _own_grandchild(week: Week, who: UUID, child: UUID, day: int) -> None:
    me = week.id()
    week.workers[who] = replace(week.workers[who], person=me)
    week.colleagues[me] = "another agency"
    held = week.children[child]
    week.children[child] = replace(held, people=held.people | {me})
    week.look(who, child, at_(day, 11), basis="team_duty")


def _after(days: int, hour: float) -> Told:
    """Somebody follows a child whom they handed over so many days ago."""

    def told(week: Week, who: UUID, child: UUID, day: int) -> None:
        until = at_(day - days, 0)
        week.ended.append(
            AllocationEnded(
                practitioner=who, child=child, ended_at=until - timedelta(days=14), writes_up_until=until
            )
        )
        week.look(who, child, at_(day, hour), basis="team_duty")

    return told


def _night(*hours: float) -> Told:
    def told(week: Week, who: UUID, child: UUID, day: int) -> None:
        for hour in hours:
            week.look(who, child, at_(day, hour), basis="team_duty")

    return told


def _run(children: int, seconds: int, hour: float) -> Told:
    """Child after child, to find one or to take them all."""

    def told(week: Week, who: UUID, child: UUID, day: int) -> None:
        for number, one in enumerate(week.chance.sample(list(week.children), children)):
            week.look(who, one, at_(day, hour) + timedelta(seconds=seconds * number), basis="team_duty")

    return told


def _prints(number: int) -> Told:
    def told(week: Week, who: UUID, child: UUID, day: int) -> None:
        for one in range(number):
            of = week.own[who][one % len(week.own[who])]
            at = at_(day, 9) + timedelta(minutes=20 * one)
            week.look(who, of, at, personal=True, purpose="print the chronology")

    return told


def _refused(number: int) -> Told:
    def told(week: Week, who: UUID, child: UUID, day: int) -> None:
        for one, asked in enumerate(week.chance.sample(list(week.children), number)):
            at = at_(day, 14) + timedelta(minutes=one)
            week.refusals.append(RefusalSeen(asked_for=asked, practitioner=who, refused_at=at))

    return told


def _emergencies(number: int) -> Told:
    def told(week: Week, who: UUID, child: UUID, day: int) -> None:
        for one, of in enumerate(week.chance.sample(list(week.children), number)):
            at = at_(max(day - one, 0), 16) + timedelta(minutes=one)
            week.look(who, of, at, basis="break_glass", personal=True)

    return told


STORIES: dict[str, Told] = {
    "a niece’s record, rare name": _relative(4000),
    "a cousin’s record, uncommon name": _relative(2500),
    "a former husband’s children": _relative(1500, 8.2),
    "a brother’s family, at lunch": _relative(6000, 12.7),
    "a relative with a very common name": _relative(3),
    "a son-in-law’s new partner, rare name": _relative(8000),
    "a neighbour’s children": _neighbour,
    "the family across the road": _neighbour,
    "a neighbour, home never given": _neighbour_whose_home_is_not_held,
    "a colleague’s child": _colleagues_child,
    "a manager’s child": _colleagues_child,
    "a grandchild": _own_grandchild,
    "following a child after a handover": _after(20, 13),
    "following a child a year later": _after(360, 16),
    "following a child a day too late": _after(1, 10),
    "at home at midnight": _night(23.6, 23.7),
    "an hour before dawn": _night(4.5),
    "after the pub": _night(22.9),
    "every night a little": _night(22.2, 23.1, 23.5),
    "all of a street’s children": _run(30, 15, 13),
    "looking for one child among many": _run(20, 25, 17),
    "taking the whole list": _run(80, 7, 19),
    "forty in a lunch hour": _run(40, 14, 12.5),
    "paper for a solicitor": _prints(14),
    "paper for a former partner": _prints(25),
    "paper before leaving the job": _prints(40),
    "trying doors": _refused(8),
    "trying many doors": _refused(20),
    "an emergency a day": _emergencies(4),
    "with a basis that had ended": _once(14, basis="allocated", held=False),
}


def planted(week: Week) -> list[Story]:
    """Every story told in a week: each by a person of its own, on a day of its own."""
    people = [who for who, role in week.role.items() if role in BY_DAY]
    actors = week.chance.sample(people, len(STORIES))
    children = week.chance.sample(list(week.children), len(STORIES))
    stories = []
    for (name, told), who, child in zip(STORIES.items(), actors, children, strict=True):
        day = 4 if told is STORIES["an emergency a day"] else week.chance.randrange(5)
        told(week, who, child, day)
        stories.append(Story(who, name, MONDAY + timedelta(days=day)))
    return stories
