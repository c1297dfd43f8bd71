"""Plans that work and end: conferences, core groups, reviews on time, workers who change, and a good ending."""

from dataclasses import dataclass
from datetime import date

from kith.simulation import figures, speakers
from kith.simulation.calendar import after_working_days, days, working_day
from kith.simulation.chance import happens, weighted
from kith.simulation.life import Life
from kith.simulation.strands import allegations, visits, worries
from kith.simulation.types import Details, Happening

NETWORK = ("childrens_social_care", "gp", "health_visiting", "school")
ROUND_THE_TABLE = ("childrens_social_care", "police", "school", "health_visiting")
CORE_GROUP = ("childrens_social_care", "school", "health_visiting")
SOMEBODY_AWAY = 0.1
CHANGES_OF_WORKER_A_YEAR = 0.35
"""Turnover of .118 (figures.py), moves between teams and agency workers' ends. [assumption]"""
ENQUIRY_BEFORE_NEED = 0.4
"""So that enquiries in all come near figures.SECTION_47. [assumption]"""
WRITES_SUPERVISION = 0.35
GOALS_MET = "goals met, stepped down to family help, agencies agree"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One plan's kind, category and days."""

    kind: str
    category: str
    first: date
    last: date


def in_need(life: Life, day: date) -> date:
    """From a worry, or an enquiry that found no harm, to a plan of need that ends well. Returns the day of closing."""
    if life.maybe(ENQUIRY_BEFORE_NEED):
        enquiry = allegations.enquire(life, day)
        decided = allegations.end_of_enquiry(life, enquiry, outcome="not_substantiated", goes_on=True)
        worries.tell_the_caller(life, enquiry.worry, decided)
    else:
        worry = worries.somebody_rings(life, day)
        decided = worries.decide(life, worry, "assessment", reason="threshold met")
        worries.tell_the_caller(life, worry, decided)
    assessed = _assessment_of_need(life, decided)
    length = weighted(life.chance, {(60, 120): 0.15, (121, 270): 0.4, (271, 480): 0.45})
    plan = Plan(
        kind="child_in_need",
        category=weighted(life.chance, figures.CATEGORY),
        first=after_working_days(assessed, life.chance.randint(1, 4)),
        last=working_day(assessed + days(life.chance.randint(*length))),
    )
    return step_down(life, plan)


def protected(life: Life, day: date) -> date:
    """From an allegation to a child protection plan, then to a plan of need, then to an end."""
    enquiry = allegations.enquire(life, day)
    allegations.end_of_enquiry(life, enquiry, outcome="substantiated_continuing")
    worries.tell_the_caller(life, enquiry.worry, enquiry.began)
    met = conference_day(life, enquiry.began)
    if not life.maybe(figures.PLAN_FROM_CONFERENCE):
        conferred(life, met, "initial", "no_plan")
        return step_down(life, _need_after(life, met))
    conferred(life, met, "initial", "plan")
    length = life.chance.randint(*weighted(life.chance, figures.PLAN_LASTS))
    plan = Plan(
        kind="child_protection",
        category=weighted(life.chance, figures.CATEGORY),
        first=met,
        last=working_day(met + days(length)),
    )
    child_protection(life, plan)
    return step_down(life, _need_after(life, plan.last))


def conference_day(life: Life, began: date) -> date:
    """The initial conference, as many working days after the enquiry began as England's are."""
    spread = weighted(life.chance, figures.CONFERENCE_WITHIN)
    first, last = map(int, spread.split("-"))
    if spread == "0-10":
        first = 6
    elif spread == "11-15":
        return after_working_days(began, weighted(life.chance, {11: 1, 12: 1, 13: 2, 14: 3, 15: 3}))
    return after_working_days(began, life.chance.randint(first, last))


def conferred(life: Life, day: date, which: str, outcome: str) -> None:
    """One conference, now and then with an agency away."""
    absent = ["police"] if life.maybe(SOMEBODY_AWAY) else []
    life.tell(
        Happening(
            kind="conference",
            on=day,
            said_by=speakers.CONFERENCE_CHAIR,
            details={
                "conference_type": which,
                "attended": [agency for agency in ROUND_THE_TABLE if agency not in absent],
                "absent": absent,
                "outcome": outcome,
            },
            about=_children(life, day),
            known_to=tuple({*ROUND_THE_TABLE, *NETWORK}),
        )
    )


def child_protection(life: Life, plan: Plan) -> None:
    """The plan itself: started, core groups, visits, reviews at three and then every six months, ended."""
    _of_the_plan(life, plan, plan.first, {"stage": "started", "category": plan.category}, NETWORK)
    _core_groups(life, plan)
    first_visit = after_working_days(plan.first, 4)
    visits.go_round(life, visits.Round(first=first_visit, last=plan.last, every=9, on_a_plan=True))
    _workers(life, plan)
    review, gap = plan.first + days(84), 84
    while review < plan.last - days(40):
        conferred(life, working_day(review), "review", "plan_continues")
        _of_the_plan(life, plan, working_day(review), {"stage": "reviewed"})
        gap = 176
        review += days(gap)
    conferred(life, plan.last, "review", "plan_ends")
    _of_the_plan(life, plan, plan.last, {"stage": "ended"}, NETWORK)


def step_down(life: Life, plan: Plan) -> date:
    """A child in need plan with reviews and visits, its end, and social care's. Returns the day of closing."""
    _of_the_plan(life, plan, plan.first, {"stage": "started", "category": plan.category}, NETWORK)
    visits.go_round(
        life, visits.Round(first=after_working_days(plan.first, 3), last=plan.last - days(7), every=15)
    )
    _workers(life, plan)
    review = plan.first + days(42)
    while review < plan.last - days(21):
        _of_the_plan(life, plan, working_day(review), {"stage": "reviewed"})
        review += days(life.chance.randint(42, 70))
    _of_the_plan(life, plan, plan.last, {"stage": "ended"}, ("health_visiting", "school"))
    closing = after_working_days(plan.last, life.chance.randint(1, 8))
    worries.close(life, closing, _children(life, closing), reason=GOALS_MET)
    life.open_until = max(life.open_until, closing)
    return closing


def _assessment_of_need(life: Life, decided: date) -> date:
    about = _children(life, decided)
    started = Happening(
        kind="assessment",
        on=decided,
        said_by=speakers.SOCIAL_WORKER,
        details={"stage": "started"},
        about=about,
    )
    life.tell(started)
    worries.ask_around(life, decided, about)
    done = after_working_days(
        decided, min(45, max(12, round(life.chance.gauss(figures.ASSESSMENT_WORKING_DAYS, 8))))
    )
    seen = visits.Round(
        first=after_working_days(decided, life.chance.randint(1, 6)),
        last=done,
        every=10,
        purpose="assessment",
    )
    visits.go_round(life, seen)
    outcome = {"stage": "completed", "outcome": "child_in_need"}
    life.tell(
        Happening(kind="assessment", on=done, said_by=speakers.SOCIAL_WORKER, details=outcome, about=about)
    )
    return done


def _need_after(life: Life, day: date) -> Plan:
    return Plan(
        kind="child_in_need",
        category=weighted(life.chance, figures.CATEGORY),
        first=after_working_days(day, life.chance.randint(1, 6)),
        last=working_day(day + days(life.chance.randint(70, 200))),
    )


def _core_groups(life: Life, plan: Plan) -> None:
    day = after_working_days(plan.first, life.chance.randint(6, 10))
    while day < plan.last:
        away = [agency for agency in CORE_GROUP[1:] if happens(life.chance, SOMEBODY_AWAY)]
        life.tell(
            Happening(
                kind="core_group",
                on=day,
                said_by=speakers.SOCIAL_WORKER,
                details={"attended": [a for a in CORE_GROUP if a not in away], "absent": away},
                about=_children(life, day),
                known_to=CORE_GROUP,
            )
        )
        day = working_day(day + days(life.chance.randint(38, 46)))


def _workers(life: Life, plan: Plan) -> None:
    share = (plan.last - plan.first).days / 365.25
    if life.maybe(min(0.9, CHANGES_OF_WORKER_A_YEAR * share)):
        _another_worker(
            life,
            working_day(plan.first + days(life.chance.randint(20, max(21, (plan.last - plan.first).days)))),
        )
    day = plan.first + days(20)
    while day < plan.last:
        if life.maybe(WRITES_SUPERVISION):
            about = _children(life, day)
            by = speakers.SOCIAL_CARE_MANAGER
            life.tell(Happening(kind="supervision", on=working_day(day), said_by=by, about=about))
        day += days(life.chance.randint(28, 45))


def _another_worker(life: Life, day: date) -> None:
    if life.maybe(0.2):
        gap = life.chance.randint(4, 15)
        _allocated(life, day, {"unallocated": True})
        day = after_working_days(day, gap)
    _allocated(life, day, {"unallocated": False})


def _allocated(life: Life, day: date, details: Details) -> None:
    life.tell(
        Happening(
            kind="allocation_change",
            on=day,
            said_by=speakers.SOCIAL_CARE_MANAGER,
            details=details,
            maybe={} if details["unallocated"] else {"qualified": True},
            about=_children(life, day),
        )
    )


def _of_the_plan(life: Life, plan: Plan, day: date, details: Details, known_to: tuple[str, ...] = ()) -> None:
    life.tell(
        Happening(
            kind="plan",
            on=day,
            said_by=speakers.SOCIAL_WORKER,
            details={"plan_type": plan.kind, **details},
            about=_children(life, day),
            known_to=known_to,
        )
    )


def _children(life: Life, day: date) -> tuple[str, ...]:
    return life.children_at(day) or (life.child.key,)
