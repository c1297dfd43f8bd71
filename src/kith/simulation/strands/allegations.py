"""An allegation that is enquired into properly: discussed the same day, the child seen, the cause found."""

from dataclasses import dataclass
from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days, working_day
from kith.simulation.life import Life
from kith.simulation.strands import worries
from kith.simulation.types import Happening

EVERYONE = ("childrens_social_care", "hospital", "police", "school")
WRITTEN_UP = 5
"""Working days from the end of an enquiry until its assessment is complete. [assumption]"""
MEDICAL, POLICE_LOOK, ABSENT, SOMEBODY_DISAGREES = 0.4, 0.4, 0.12, 0.06
OLD_ENOUGH_TO_TALK = 4 * 365


@dataclass(frozen=True, kw_only=True)
class Enquiry:
    """One section 47 enquiry: the worry it began with, when it began, and what it is about."""

    worry: worries.Worry
    began: date
    about: tuple[str, ...]
    references: tuple[tuple[str, str], ...]


def answered_allegation(life: Life, day: date, *, caller: worries.Caller | None = None) -> date:
    """The whole of it, with nothing found: from the allegation to the day it was over."""
    enquiry = enquire(life, day, caller=caller)
    ended = end_of_enquiry(life, enquiry, outcome="not_substantiated")
    by = "section_47_outcome" if life.maybe(0.6) else "independent_opinion"
    worries.settle(life, enquiry.worry.contact, ended, enquiry.about, by=by)
    worries.tell_the_caller(life, enquiry.worry, ended)
    if life.maybe(0.6):
        worries.close(
            life, ended, enquiry.about, reason="enquiry found no harm, family content with the outcome"
        )
    return ended


def enquire(life: Life, day: date, *, caller: worries.Caller | None = None) -> Enquiry:
    """From the allegation to the first visit: told, decided, discussed, begun, and the child seen."""
    if caller is None and life.maybe(0.45):
        _child_says_something(life, working_day(day))
        caller = worries.CALLERS["school"][1]
    worry = worries.somebody_rings(
        life, day, caller=caller, nature="physical" if life.maybe(0.7) else "sexual"
    )
    today = working_day(worry.heard)
    life.tell(_by_front_door("referral_decision", today, {"outcome": "strategy_discussion"}, worry))
    began = today if life.maybe(0.8) else after_working_days(today, 1)
    about = life.children_at(began) or worry.about
    _discussed(life, worry, began, about)
    enquiry = Enquiry(worry=worry, began=began, about=about, references=((worry.contact, "about"),))
    life.tell(_of_the_enquiry(enquiry, began, {"stage": "started"}))
    if life.maybe(SOMEBODY_DISAGREES):
        _disagreed(life, enquiry)
    worries.see_the_children(life, after_working_days(began, life.chance.choice((0, 0, 0, 1, 2))), about)
    if life.maybe(MEDICAL):
        _examined(life, enquiry)
    return enquiry


def end_of_enquiry(life: Life, enquiry: Enquiry, *, outcome: str, goes_on: bool = False) -> date:
    """The enquiry's end, within fifteen working days; police, if they looked too, end about then.

    Its assessment is complete some days later, unless that ``goes_on``.
    """
    ended = after_working_days(enquiry.began, life.chance.randint(3, 14))
    if life.maybe(POLICE_LOOK):
        _police_look(life, enquiry, ended)
    life.tell(_of_the_enquiry(enquiry, ended, {"stage": "completed", "outcome": outcome}))
    life.open_until = max(life.open_until, ended)
    if not goes_on:
        _assessed(life, enquiry, after_working_days(ended, WRITTEN_UP), outcome)
    return ended


def _assessed(life: Life, enquiry: Enquiry, day: date, outcome: str) -> None:
    found = "child_protection" if outcome == "substantiated_continuing" else "early_help"
    details = {"stage": "completed", "outcome": found}
    life.tell(
        Happening(
            kind="assessment",
            on=day,
            said_by=speakers.SOCIAL_WORKER,
            details=details,
            about=enquiry.about,
            references=enquiry.references,
        )
    )


def _child_says_something(life: Life, day: date) -> None:
    old_enough = (life.child.born_to or day).toordinal() + OLD_ENOUGH_TO_TALK < day.toordinal()
    if not old_enough:
        return
    life.tell(
        Happening(
            kind="disclosure",
            on=day,
            said_by=speakers.TEACHER,
            maybe={"nature": "physical", "to_whom": "teacher", "carer_present": False},
            known_to=("childrens_social_care",),
            voice="child",
        )
    )


def _discussed(life: Life, worry: worries.Worry, day: date, about: tuple[str, ...]) -> None:
    absent = ["school"] if life.maybe(ABSENT) else []
    life.tell(
        Happening(
            kind="strategy_discussion",
            on=day,
            said_by=speakers.SOCIAL_CARE_MANAGER,
            details={
                "attended": [agency for agency in EVERYONE if agency not in absent],
                "absent": absent,
                "outcome": "section_47_joint" if life.maybe(0.6) else "section_47_single",
            },
            about=about,
            known_to=EVERYONE,
            references=((worry.contact, "about"),),
        )
    )


def _examined(life: Life, enquiry: Enquiry) -> None:
    day = after_working_days(enquiry.began, life.chance.choice((0, 0, 1)))
    life.tell(
        Happening(
            kind="medical_examination",
            on=day,
            said_by=speakers.PAEDIATRICIAN,
            details={"examination": "child_protection_medical", "finding": "no injury"},
            maybe={"cause_settled": True, "full_injury_history_available": True},
            known_to=("childrens_social_care",),
        )
    )


def _disagreed(life: Life, enquiry: Enquiry) -> None:
    dissent = life.tell(
        Happening(
            kind="dissent",
            on=enquiry.began,
            said_by=speakers.PAEDIATRICIAN,
            about=enquiry.about,
            known_to=("childrens_social_care",),
        )
    )
    life.tell(
        Happening(
            kind="escalation_resolved",
            on=after_working_days(enquiry.began, life.chance.randint(1, 5)),
            said_by=speakers.SOCIAL_CARE_MANAGER,
            about=enquiry.about,
            known_to=("hospital",),
            references=((dissent, "answers"),),
        )
    )


def _police_look(life: Life, enquiry: Enquiry, ended: date) -> None:
    for stage, day in (
        ("started", enquiry.began),
        ("closed", after_working_days(ended, life.chance.randint(0, 20))),
    ):
        life.tell(
            Happening(
                kind="police_investigation",
                on=day,
                said_by=speakers.DETECTIVE,
                details={"stage": stage},
                maybe={"outcome": "no_further_action"} if stage == "closed" else {},
                about=enquiry.about,
                known_to=("childrens_social_care",),
            )
        )


def _of_the_enquiry(enquiry: Enquiry, day: date, details: dict) -> Happening:
    return Happening(
        kind="section_47_enquiry",
        on=day,
        said_by=speakers.SOCIAL_WORKER,
        details=details,
        about=enquiry.about,
        known_to=("police",),
        references=enquiry.references,
    )


def _by_front_door(kind: str, day: date, details: dict, worry: worries.Worry) -> Happening:
    return Happening(
        kind=kind,
        on=day,
        said_by=speakers.FRONT_DOOR,
        details=details,
        about=worry.about,
        references=((worry.contact, "answers"),),
    )
