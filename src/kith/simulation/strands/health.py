"""Ordinary health care: checks and injections by age, clinics, and appointments that were missed and made again."""

from dataclasses import dataclass
from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days, days, working_day
from kith.simulation.chance import between, how_many, weighted
from kith.simulation.life import Life
from kith.simulation.types import Happening, Member, Speaker

OUTCOMES = {
    "attended": 0.86,
    "was_not_brought": 0.07,
    "cancelled_by_carer": 0.03,
    "cancelled_by_service": 0.03,
    "left_before_seen": 0.01,
}
"""Missed outpatient appointments run at 6 to 8 in a hundred [GK]; the others are assumptions."""
OFFERED_AGAIN = 0.8
LONGEST_CHAIN = 3


@dataclass(frozen=True)
class Check:
    """A check or injection that every child is offered at an age (days), and by whom."""

    service: str
    age: int
    by: Speaker
    needed: bool = False


CHECKS = (
    Check("review", 13, speakers.HEALTH_VISITOR),
    Check("review", 48, speakers.HEALTH_VISITOR),
    Check("immunisation", 58, speakers.GP),
    Check("immunisation", 86, speakers.GP),
    Check("immunisation", 114, speakers.GP),
    Check("review", 320, speakers.HEALTH_VISITOR),
    Check("immunisation", 370, speakers.GP),
    Check("review", 780, speakers.HEALTH_VISITOR),
    Check("immunisation", 1220, speakers.GP),
    Check("immunisation", 4600, speakers.COMMUNITY_NURSE),
    Check("immunisation", 5200, speakers.COMMUNITY_NURSE),
)
BY_CHANCE: tuple[tuple[str, Speaker, float], ...] = (
    ("dental", speakers.DENTIST, 0.75),
    ("review", speakers.GP, 0.7),
    ("review", speakers.COMMUNITY_NURSE, 0.2),
    ("outpatient", speakers.OUTPATIENTS, 0.45),
    ("optometry", speakers.COMMUNITY_NURSE, 0.15),
)
"""Service, who gives it, and how often a year. [assumption]"""
TREATMENTS = {
    "speech and language": speakers.THERAPIST,
    "asthma clinic": speakers.OUTPATIENTS,
    "eye clinic": speakers.OUTPATIENTS,
    "continence clinic": speakers.COMMUNITY_NURSE,
}


def routine_health(life: Life, child: Member, *, often: float = 1.0) -> None:
    """Checks that fall due in the window, and appointments of chance at ``often`` times their usual rate."""
    if child.born_to is None:
        return
    for check in CHECKS:
        day = working_day(child.born_to + days(check.age + life.chance.randint(0, 21)))
        if life.knows(day) and life.maybe(0.9 * often):
            book(
                life,
                child,
                Happening(kind="appointment", on=day, said_by=check.by, details={"service": check.service}),
            )
    first = max(life.begins, child.born_to + days(60))
    years = max(0, (life.ends - first).days) / 365.25
    for service, by, a_year in BY_CHANCE:
        for _ in range(how_many(life.chance, a_year * often * years)):
            day = working_day(between(life.chance, first, life.ends - days(1)))
            book(life, child, Happening(kind="appointment", on=day, said_by=by, details={"service": service}))


def needed_treatment(life: Life, child: Member, start: date) -> None:
    """A run of appointments for one treatment, some missed, each missed one followed up by telephone."""
    service = life.chance.choice(list(TREATMENTS))
    day = start
    for _ in range(life.chance.randint(3, 6)):
        asked = Happening(
            kind="appointment",
            on=working_day(day),
            said_by=TREATMENTS[service],
            details={"service": service},
            maybe={"needed": True},
        )
        day = book(life, child, asked, missed_more=2.0) + days(life.chance.randint(25, 60))


def book(life: Life, child: Member, asked: Happening, *, missed_more: float = 1.0, chain: int = 1) -> date:
    """One appointment and how it went; one that was missed is mostly offered again. Returns the last day."""
    odds = dict(OUTCOMES, was_not_brought=OUTCOMES["was_not_brought"] * missed_more)
    outcome = "attended" if chain == LONGEST_CHAIN else weighted(life.chance, odds)
    details = {**asked.details, "outcome": outcome}
    told = Happening(
        **{**asked.__dict__, "details": details, "about": (child.key,), "late": life.late(0.05, 5)}
    )
    life.tell(told)
    if outcome == "attended" or not life.maybe(OFFERED_AGAIN):
        return asked.on
    again = after_working_days(asked.on, life.chance.randint(4, 35))
    return book(life, child, Happening(**{**asked.__dict__, "on": again}), chain=chain + 1)


def slow_growth(life: Life, child: Member, start: date) -> None:
    """Weight that falters in a small child, is looked at by a paediatrician, and picks up."""
    seen = Happening(
        kind="growth_or_hunger_concern",
        on=working_day(start),
        said_by=speakers.HEALTH_VISITOR,
        details={"direction": "faltering"},
        about=(child.key,),
        known_to=("gp",),
    )
    worry = life.tell(seen)
    clinic = after_working_days(start, life.chance.randint(5, 20))
    asked = Happening(
        kind="appointment",
        on=clinic,
        said_by=speakers.OUTPATIENTS,
        details={"service": "outpatient"},
        maybe={"needed": True},
    )
    last = book(life, child, asked)
    if life.maybe(0.7):
        life.tell(
            Happening(
                kind="worry_settled",
                on=after_working_days(last, life.chance.randint(1, 15)),
                said_by=speakers.PAEDIATRICIAN,
                details={"by": "independent_opinion"},
                about=(child.key,),
                known_to=("gp", "health_visiting"),
                references=((worry, "settles"),),
            )
        )
