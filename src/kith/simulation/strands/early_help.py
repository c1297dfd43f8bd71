"""Help that a family wanted and got: offered, taken up, ended."""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days, days, working_day
from kith.simulation.life import Life
from kith.simulation.strands import worries
from kith.simulation.types import Happening


def helped_early(life: Life, day: date) -> date:
    """From a worry to a plan of early help and its end. Returns the day it ended."""
    worry = worries.somebody_rings(life, day)
    decided = worries.decide(life, worry, "early_help", reason="support agreed")
    worries.tell_the_caller(life, worry, decided)
    first = after_working_days(decided, life.chance.randint(3, 12))
    last = working_day(first + days(life.chance.randint(60, 200)))
    for stage, when in (("started", first), ("ended", last)):
        life.tell(
            Happening(
                kind="plan",
                on=when,
                said_by=speakers.FAMILY_HELP,
                details={"plan_type": "early_help", "stage": stage},
                about=life.children_at(when) or (life.child.key,),
                known_to=("school",),
            )
        )
    _home_visits(life, first, last)
    life.open_until = max(life.open_until, decided)
    return last


def _home_visits(life: Life, first: date, last: date) -> None:
    day = after_working_days(first, 3)
    while day < last:
        life.tell(
            Happening(
                kind="visit",
                on=day,
                said_by=speakers.FAMILY_HELP,
                details={"outcome": "completed" if life.maybe(0.93) else "cancelled_by_carer"},
                maybe={"announced": True, "by_role": "family_help_worker"},
                about=life.children_at(day) or (life.child.key,),
            )
        )
        day = after_working_days(day, life.chance.randint(15, 30))
