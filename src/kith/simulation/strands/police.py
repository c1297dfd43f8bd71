"""What police bring: domestic abuse notices copied to several agencies, teenagers out late, old offences."""

from dataclasses import dataclass
from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days, days, school_day, working_day
from kith.simulation.chance import weighted
from kith.simulation.life import Life
from kith.simulation.types import Happening

SEVERITY = {"standard": 0.72, "medium": 0.23, "high": 0.05}
COPIED_TO_SCHOOL, COPIED_TO_HEALTH = 0.55, 0.3
TOLD_LATE, LATEST = 0.25, 9
"""Police notices come when the form is done: a quarter late, by up to nine days. [assumption]"""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Keys of one police notice: the incident, and social care's copy; ``told`` is the day on which that came."""

    incident: str
    contact: str
    told: date


def school_is_told(life: Life, day: date) -> None:
    """An incident that only the school hears of, the next morning, and a quiet word with the child."""
    incident = life.tell(_incident(life, day, known_to=("school",)))
    seen = Happening(
        kind="child_seen",
        on=school_day(day + days(1)),
        said_by=speakers.SAFEGUARDING_LEAD,
        maybe={"seen_alone": True, "where": "school"},
        references=((incident, "answers"),),
    )
    life.tell(seen)


def abuse_notice(life: Life, day: date) -> Notice:
    """One incident, and its copies at social care, school and health: one occurrence however many tell it."""
    copies = ["childrens_social_care"]
    copies += ["school"] if life.maybe(COPIED_TO_SCHOOL) else []
    copies += ["health_visiting"] if _is_small(life, day) and life.maybe(COPIED_TO_HEALTH) else []
    late = life.late(TOLD_LATE, LATEST)
    incident = life.tell(_incident(life, day, known_to=tuple(copies), late=late))
    contact = life.tell(
        Happening(
            kind="contact_received",
            on=day + days(late),
            said_by=speakers.FRONT_DOOR,
            details={"nature": "domestic_abuse", "informant": "police_officer"},
            about=life.children_at(day),
            known_to=("police",),
            voice="professional",
            references=((incident, "same_occurrence_as"),),
        )
    )
    if "school" in copies and life.maybe(0.4):
        _copy_at_school(life, day + days(late), incident)
    return Notice(incident=incident, contact=contact, told=day + days(late))


def triaged(life: Life, notice: Notice) -> None:
    """A notice read at the front door by the next working day, school asked, advice given, the child seen at school."""
    outcome = weighted(life.chance, {"advice": 0.86, "no_further_action": 0.04, "early_help": 0.1})
    decided = _decided(life, notice, outcome, "first incident, checks done, school told")
    if life.maybe(0.5):
        by = speakers.HEALTH_VISITOR if _is_small(life, notice.told) else speakers.SAFEGUARDING_LEAD
        seen = Happening(
            kind="child_seen",
            on=school_day(decided + days(1)),
            said_by=by,
            maybe={"seen_alone": True, "where": "school"},
            about=life.children_at(notice.told),
            references=((notice.incident, "about"),),
        )
        life.tell(seen)


def passed_to_the_worker(life: Life, notice: Notice) -> None:
    """A notice about a child who has a social worker: nothing is decided but that the worker has it."""
    _decided(life, notice, "advice", "open to a social worker, passed on")


def _decided(life: Life, notice: Notice, outcome: str, reason: str) -> date:
    day = after_working_days(notice.told, 0 if life.maybe(0.6) else 1 if life.maybe(0.85) else 3)
    life.tell(
        Happening(
            kind="referral_decision",
            on=day,
            said_by=speakers.FRONT_DOOR,
            details={"outcome": outcome},
            maybe={"reason": reason},
            about=life.children_at(notice.told),
            references=((notice.contact, "answers"),),
        )
    )
    return day


def out_late(life: Life, day: date) -> None:
    """A teenager gone for some hours, found well, and asked about it within three days."""
    hours = life.chance.choice((3, 4, 5, 6, 8, 11, 20))
    missing = life.tell(
        Happening(
            kind="missing_episode",
            on=day,
            said_by=speakers.OFFICER,
            details={"hours": hours},
            maybe={"trace_result": "found"},
            known_to=("childrens_social_care",),
        )
    )
    asked = Happening(
        kind="return_interview",
        on=working_day(day + days(life.chance.randint(1, 3))),
        said_by=speakers.VOLUNTARY,
        maybe={"trace_result": "found"},
        known_to=("childrens_social_care",),
        references=((missing, "answers"),),
    )
    life.tell(asked)


def order_made(life: Life, day: date, who: str) -> None:
    """A non-molestation order or bail condition that names whom somebody must keep away from, and is kept."""
    life.tell(
        Happening(
            kind="protective_order",
            on=working_day(day),
            said_by=speakers.FAMILY_COURT,
            details={"of_whom": who},
            maybe={"order_type": "non_molestation", "no_contact_with": ["mother"], "breached": False},
            about=(*life.children_at(day), who),
            known_to=("childrens_social_care", "police"),
        )
    )


def _incident(life: Life, day: date, *, known_to: tuple[str, ...], late: int = 0) -> Happening:
    other = "mother_partner" if life.family.has("mother_partner") and life.maybe(0.4) else "father"
    other = other if life.family.has(other) else "mother"
    return Happening(
        kind="domestic_abuse_incident",
        on=day,
        said_by=speakers.OFFICER,
        details={"severity": weighted(life.chance, SEVERITY)},
        maybe={"child_present": life.maybe(0.4), "order_active": False, "caused_by": other},
        about=tuple(dict.fromkeys((*life.children_at(day), "mother", other))),
        known_to=known_to,
        late=late,
    )


def _copy_at_school(life: Life, day: date, incident: str) -> None:
    life.tell(
        Happening(
            kind="contact_received",
            on=school_day(day),
            said_by=speakers.SAFEGUARDING_LEAD,
            details={"informant": "police_officer"},
            maybe={"nature": "domestic_abuse"},
            voice="professional",
            references=((incident, "same_occurrence_as"),),
        )
    )


def _is_small(life: Life, day: date) -> bool:
    return (life.child.born_to or day) > day - days(5 * 365)
