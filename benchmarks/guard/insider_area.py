"""A made-up area for the benchmark of looks: who works there, whose children they open, and when."""

import os
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

import setting  # noqa: F401  puts Kith on the path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
import django

django.setup()

from kith.kernel.clock import LONDON  # noqa: E402
from kith.oversight.looking.names import commonness  # noqa: E402
from kith.oversight.looking.rows import (  # noqa: E402
    AllocationEnded,
    ChildSeen,
    Day,
    LookSeen,
    RefusalSeen,
    Worker,
)

PEOPLE, OPENINGS, CHILDREN = 1000, 100_000, 12_000
MONDAY = date(2026, 11, 9)
ROLES = {  # role: agency, share of people, own children, share of openings through the team
    "allocated_social_worker": ("childrens_social_care", 0.30, 18, 0.15),
    "team_manager": ("childrens_social_care", 0.05, 90, 0.10),
    "mash_worker": ("childrens_social_care", 0.05, 4, 0.90),
    "emergency_duty_worker": ("childrens_social_care", 0.02, 2, 0.95),
    "designated_safeguarding_lead": ("school", 0.20, 25, 0.30),
    "health_visitor": ("health_visiting", 0.18, 40, 0.20),
    "named_nurse": ("community_health", 0.06, 30, 0.40),
    "police_supervisor": ("police", 0.10, 5, 0.80),
    "named_doctor": ("hospital", 0.04, 5, 0.80),
}
PRINTS = {"team_manager": 0.01, "allocated_social_worker": 0.006}
SURNAMES, STREETS = 9000, 3000


@dataclass
class Week:
    """Everything of five working days, before it is cut into days."""

    chance: random.Random
    workers: dict[UUID, Worker]
    children: dict[UUID, ChildSeen]
    own: dict[UUID, list[UUID]]
    role: dict[UUID, str]
    looks: list[LookSeen] = field(default_factory=list)
    refusals: list[RefusalSeen] = field(default_factory=list)
    ended: list[AllocationEnded] = field(default_factory=list)
    colleagues: dict[UUID, str] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    prints_before: dict[UUID, tuple[int, ...]] = field(default_factory=dict)

    def id(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128))

    def look(self, who: UUID, child: UUID, at: datetime, **more) -> None:
        told = {"basis": "allocated", "purpose": "read the chronology"} | more
        self.looks.append(LookSeen(id=self.id(), child=child, practitioner=who, looked_at=at, **told))

    def days(self) -> Iterator[Day]:
        """The five days, each as the rules see it."""
        is_common = commonness(self.shares, at_most=0.0005)
        self.looks.sort(key=lambda one: one.looked_at)
        for number in range(5):
            day = MONDAY + timedelta(days=number)
            emergencies = [
                one for one in self.looks if one.basis == "break_glass" and one.looked_at.date() <= day
            ]
            yield Day(
                day=day,
                looks=tuple(one for one in self.looks if one.looked_at.date() == day),
                workers=self.workers,
                children=self.children,
                refusals=tuple(one for one in self.refusals if one.refused_at.date() == day),
                ended=tuple(self.ended),
                emergencies=tuple(emergencies),
                prints_before=self.prints_before,
                colleagues=self.colleagues,
                is_common=is_common,
            )


def at_(number: int, hour: float) -> datetime:
    """The Monday's or a later day's hour, in London."""
    midnight = datetime.combine(MONDAY + timedelta(days=number), datetime.min.time(), tzinfo=LONDON)
    return midnight + timedelta(hours=hour)


def a_week(seed: int) -> Week:
    """People, children, and a hundred thousand ordinary openings."""
    chance = random.Random(seed)
    week = Week(chance=chance, workers={}, children={}, own={}, role={})
    names = [f"{one}" for one in _names(SURNAMES)]
    weights = [1 / (place + 3) for place in range(SURNAMES)]
    total = sum(weights)
    week.shares = {name: weight / total for name, weight in zip(names, weights, strict=True)}
    _children(week, names, weights)
    _workers(week, names, weights)
    _ordinary(week)
    return week


def _names(number: int) -> list[str]:
    letters = "bcdfghklmnprstvw"
    return [
        f"{letters[one % 16]}{'aeiou'[one // 16 % 5]}{letters[one // 80 % 16]}{'aeiou'[one // 1280 % 5]}{letters[one // 6400 % 16]}"
        for one in range(number)
    ]


def _children(week: Week, names: list[str], weights: list[float]) -> None:
    while len(week.children) < CHILDREN:
        home, adult = week.id(), week.id()
        surnames = frozenset(week.chance.choices(names, weights, k=week.chance.choice((1, 1, 2))))
        street = f"street {week.chance.randrange(STREETS)}"
        made = [week.id() for _ in range(week.chance.choice((1, 1, 2, 3)))]
        for one in made:
            week.children[one] = ChildSeen(
                id=one,
                homes=frozenset({home}),
                surnames=surnames,
                streets=frozenset({street}),
                people=frozenset({*made, adult}),
            )


def _workers(week: Week, names: list[str], weights: list[float]) -> None:
    ids = list(week.children)
    for role, (agency, share, number, _) in ROLES.items():
        for _ in range(round(share * PEOPLE)):
            who = week.id()
            shifts = ()
            if role == "emergency_duty_worker":
                shifts = tuple((at_(day, 17.5), at_(day + 1, 8.5)) for day in range(-1, 6))
            lives_here = week.chance.random() < 0.7
            week.workers[who] = Worker(
                id=who,
                peers=role,
                agency=agency,
                surnames=frozenset(week.chance.choices(names, weights)),
                shifts=shifts,
                street=f"street {week.chance.randrange(STREETS)}" if lives_here else "",
            )
            week.role[who] = role
            week.own[who] = week.chance.sample(ids, number)
            daily = PRINTS.get(role, 0.002) * OPENINGS / PEOPLE / 5
            week.prints_before[who] = tuple(
                n for _ in range(20) if (n := sum(week.chance.random() < daily / 4 for _ in range(4)))
            )


def _ordinary(week: Week) -> None:
    """Each person's openings: mostly their own children, some through the team; by day, and a few who write up late."""
    ids, chance = list(week.children), week.chance
    homes = defaultdict(list)
    for child in week.children.values():
        homes[min(child.homes)].append(child.id)
    for who in week.workers:
        through_team = ROLES[week.role[who]][3]
        works_late = chance.random() < 0.004
        for _ in range(OPENINGS // PEOPLE):
            day, night = chance.randrange(5), week.role[who] == "emergency_duty_worker"
            hour = chance.gauss(21, 2.5) if night else min(max(chance.gauss(13, 2.8), 6.1), 21.9)
            hour = min(hour, 23.9) if night or not works_late else chance.choice((hour, hour, 22.4))
            team = chance.random() < through_team
            child = chance.choice(ids if team else week.own[who])
            purpose = (
                "print the chronology"
                if chance.random() < PRINTS.get(week.role[who], 0.002)
                else "read the chronology"
            )
            week.look(
                who,
                child,
                at_(day, hour),
                personal=not team,
                basis="team_duty" if team else "allocated",
                purpose=purpose,
            )
        for _ in range(chance.choice((0, 0, 0, 0, 0, 1, 2))):
            at = at_(chance.randrange(5), chance.gauss(13, 2.5))
            week.refusals.append(RefusalSeen(asked_for=chance.choice(ids), practitioner=who, refused_at=at))
    for who in chance.sample(list(week.workers), 60):
        for child in week.own[who][-1:]:
            until = at_(chance.randrange(-20, 4), 0)
            week.ended.append(
                AllocationEnded(
                    practitioner=who, child=child, ended_at=until - timedelta(days=14), writes_up_until=until
                )
            )
    _without_sight_after(week)
    _audits(week)


def _without_sight_after(week: Week) -> None:
    """Nobody opens a child as their own after the work ended; a few cover for the team, and see the child so."""
    over = {(one.practitioner, one.child): one.writes_up_until for one in week.ended}
    kept = []
    for one in week.looks:
        until = over.get((one.practitioner, one.child))
        if until is None or one.looked_at < until:
            kept.append(one)
        elif week.chance.random() < 0.1:
            kept.append(replace(one, personal=False, basis="team_duty"))
    week.looks = kept


def _audits(week: Week) -> None:
    """Two people a day go through a list on purpose, as audits and handovers do."""
    for day in range(5):
        for who in week.chance.sample(list(week.workers), 2):
            began = at_(day, week.chance.uniform(9, 16))
            for number, child in enumerate(week.chance.sample(list(week.children), 15)):
                week.look(who, child, began + timedelta(seconds=40 * number), basis="team_duty")
