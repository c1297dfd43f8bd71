"""Visits that come round: kept, missed and made again, the child mostly seen and often seen alone."""

from dataclasses import dataclass
from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days
from kith.simulation.chance import weighted
from kith.simulation.life import Life
from kith.simulation.types import Details, Happening

OUTCOMES = {
    "completed": 0.9,
    "no_reply": 0.04,
    "cancelled_by_worker": 0.03,
    "cancelled_by_carer": 0.025,
    "refused": 0.005,
}
"""[assumption]: one visit in ten does not happen, half of those for the worker's own reasons or none."""
SEEN_ALONE = 0.8
WRITTEN_ON_A_PLAN = 0.7
"""[assumption]: the form asks, and not every worker answers."""


@dataclass(frozen=True, kw_only=True)
class Round:
    """Visits from one day to another, every so many working days."""

    first: date
    last: date
    every: int
    purpose: str = "statutory"
    on_a_plan: bool = False
    """On a child protection plan it is mostly written whether the child was seen alone."""


def go_round(life: Life, visits: Round) -> None:
    """Every visit of a round; one that did not happen is made again within days."""
    day = visits.first
    while day <= visits.last:
        done = _one_visit(life, day, visits)
        day = after_working_days(done, max(3, visits.every + life.chance.randint(-3, 1)))


def _one_visit(life: Life, day: date, visits: Round, *, tries: int = 1) -> date:
    outcome = "completed" if tries == 3 else weighted(life.chance, OUTCOMES)
    life.tell(_visit(life, day, outcome, visits, again=tries > 1))
    if outcome == "completed":
        return day
    again = after_working_days(day, life.chance.randint(1, 4))
    return _one_visit(life, again, visits, tries=tries + 1)


def _visit(life: Life, day: date, outcome: str, visits: Round, *, again: bool) -> Happening:
    came = outcome == "completed"
    announced = life.maybe(0.4 if again else 0.72)
    details: Details = {"outcome": outcome, "announced": announced, "seen": came}
    alone = {"seen_alone": life.maybe(SEEN_ALONE)} if came else {}
    return Happening(
        kind="visit",
        on=day,
        said_by=speakers.SOCIAL_WORKER,
        details={
            **details,
            "by_role": "social_worker",
            "purpose": visits.purpose,
            **(alone if visits.on_a_plan and life.maybe(WRITTEN_ON_A_PLAN) else {}),
        },
        maybe=alone,
        about=life.children_at(day) or (life.child.key,),
        late=life.late(0.1, 6),
    )
