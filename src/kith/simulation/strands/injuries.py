"""Bumps, cuts and bruises of children who move, and the one mark in a baby that is looked into the same day."""

from dataclasses import dataclass
from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days, days, school_day, working_day
from kith.simulation.chance import between, how_many
from kith.simulation.life import Life
from kith.simulation.types import Happening, Member

A_YEAR = {"toddler": 0.11, "child": 0.06, "teenager": 0.05}
"""Visits to the emergency department for an injury, a child and year. England's figure by age was not found;
admissions for injury run at 126 in 10,000 under five (2016/17), and attendance is several times that [GK]."""
MOBILE_FROM = 270
"""Days of age from which these made-up children move about by themselves."""


@dataclass(frozen=True)
class Mishap:
    """How a child came by an injury: where on the body, what it looks like, what was said."""

    site: str
    appearance: str
    said: str


TODDLER = (
    Mishap("forehead", "bruise", "ran into the table"),
    Mishap("chin", "cut", "slipped in the bath"),
    Mishap("shin", "bruise", "climbing on the sofa"),
    Mishap("knee", "cut", "tripped on the step"),
    Mishap("mouth", "cut", "fell off a scooter"),
    Mishap("elbow", "fracture", "pulled by the hand, elbow slipped"),
    Mishap("hand", "burn", "touched the oven door"),
    Mishap("head", "head_injury", "fell from the bed"),
    Mishap("cheek", "bruise", "a toy thrown by a brother"),
)
CHILD = (
    Mishap("knee", "cut", "fell in playground"),
    Mishap("shin", "bruise", "kicked at football"),
    Mishap("finger", "other", "shut in door"),
    Mishap("wrist", "fracture", "fell off the climbing frame"),
    Mishap("arm", "fracture", "trampoline"),
    Mishap("chin", "cut", "fell off scooter"),
    Mishap("forehead", "bruise", "two heads met at break"),
    Mishap("ankle", "other", "twisted on the stairs"),
    Mishap("back", "mark", "slid down a tree"),
)
TEENAGER = (
    Mishap("ankle", "other", "landed badly in basketball"),
    Mishap("hand", "fracture", "punched a wall, sorry about it"),
    Mishap("nose", "other", "elbow at rugby"),
    Mishap("head", "head_injury", "came off a bike"),
    Mishap("knee", "cut", "skateboard"),
)


def usual_injuries(life: Life, child: Member, *, often: float = 1.0) -> None:
    """Visits to hospital for an injury at the usual rate for the child's age, over the whole window."""
    day = max(life.begins, (child.born_to or life.begins) + days(MOBILE_FROM))
    while day < life.ends:
        stretch = min(day + days(365), life.ends)
        share = (stretch - day).days / 365.25
        for _ in range(how_many(life.chance, A_YEAR[_stage(child, day)] * often * share)):
            hospital_bump(life, child, between(life.chance, day, stretch - days(1)))
        day = stretch


def hospital_bump(life: Life, child: Member, day: date) -> None:
    """An injury seen in the emergency department, mostly with an account that fits, often with none written."""
    mishap = life.chance.choice(_mishaps(child, day))
    age = _age_in_days(child, day)
    account = "changed" if life.maybe(0.03) else "consistent"
    came = Happening(
        kind="hospital_attendance",
        on=day,
        said_by=speakers.EMERGENCY_DOCTOR,
        details={"reason": "injury", "admitted": life.maybe(0.06)},
        maybe={"delay_in_seeking_help": False},
        about=(child.key,),
        known_to=("gp",) if life.maybe(0.6) else (),
    )
    seen = Happening(
        kind="injury_seen",
        on=day,
        said_by=speakers.EMERGENCY_DOCTOR,
        details={"site": mishap.site, "appearance": mishap.appearance, "explanation_text": mishap.said},
        maybe={
            "explained_by": "mother",
            "carer_account": account,
            "child_mobile": True,
            "age_months": age // 30,
        },
        about=(child.key,),
        known_to=("gp",) if life.maybe(0.3) else (),
    )
    life.tell_together(came, seen)


def bruise_at_school(life: Life, child: Member, day: date) -> None:
    """A bruise that a teacher or nursery worker saw: playground life, often with nobody asked about it."""
    small = _age_in_days(child, day) < 4 * 365
    mishap = life.chance.choice(_mishaps(child, day))
    life.tell(
        Happening(
            kind="injury_seen",
            on=working_day(day) if small else school_day(day),
            said_by=speakers.NURSERY if small else speakers.TEACHER,
            details={"site": mishap.site, "appearance": "bruise" if life.maybe(0.7) else mishap.appearance},
            maybe={
                "carer_account": life.chance.choice(("consistent", "none_given", "not_asked")),
                "explained_by": "mother" if small else child.key,
                "child_mobile": True,
            },
            about=(child.key,),
        )
    )


def mark_on_a_baby(life: Life, child: Member, day: date) -> None:
    """A mark on a baby who does not move yet: told at once, seen by a paediatrician that day, a birthmark."""
    day = working_day(day)
    seen = Happening(
        kind="injury_seen",
        on=day,
        said_by=speakers.HEALTH_VISITOR,
        details={"site": life.chance.choice(("back", "buttock", "ankle")), "appearance": "mark"},
        maybe={
            "child_mobile": False,
            "carer_account": "consistent",
            "age_months": _age_in_days(child, day) // 30,
        },
        about=(child.key,),
        known_to=("childrens_social_care",),
    )
    told = Happening(
        kind="contact_received",
        on=day,
        said_by=speakers.FRONT_DOOR,
        details={"nature": "physical", "informant": "health_visitor"},
        about=(child.key,),
        known_to=("health_visiting",),
        voice="professional",
    )
    worry, contact = life.tell_together(seen, told)
    _looked_into_the_same_day(life, child, day, worry, contact)


def _looked_into_the_same_day(life: Life, child: Member, day: date, worry: str, contact: str) -> None:
    about, both = (child.key,), ("childrens_social_care", "health_visiting", "gp")
    chosen = {"outcome": "assessment"}
    life.tell(_step("referral_decision", day, speakers.FRONT_DOOR, chosen, about, ((contact, "answers"),)))
    arranged = {"outcome": "arranged"}
    life.tell(_step("medical_considered", day, speakers.FRONT_DOOR, arranged, about, ((worry, "about"),)))
    found = {
        "examination": "child_protection_medical",
        "finding": "birthmark",
        "cause_settled": True,
        "full_injury_history_available": True,
    }
    examined = _step(
        "medical_examination", day, speakers.PAEDIATRICIAN, found, about, ((worry, "about"),), both
    )
    life.tell(examined)
    settled = {"by": "independent_opinion"}
    life.tell(
        _step("worry_settled", day, speakers.PAEDIATRICIAN, settled, about, ((worry, "settles"),), both)
    )
    life.tell(_step("referrer_told", day, speakers.FRONT_DOOR, {}, about, ((contact, "answers"),), both))
    done = {"stage": "completed", "outcome": "no_further_action"}
    closing = after_working_days(day, 12)
    life.tell(_step("assessment", closing, speakers.SOCIAL_WORKER, done, about, ((worry, "about"),)))


def _step(kind, day, by, details, about, references, known_to=()) -> Happening:
    return Happening(
        kind=kind, on=day, said_by=by, details=details, about=about, references=references, known_to=known_to
    )


def _age_in_days(child: Member, day: date) -> int:
    return max(0, (day - (child.born_from or day)).days)


def _stage(child: Member, day: date) -> str:
    years = _age_in_days(child, day) / 365.25
    return "toddler" if years < 4 else "child" if years < 12 else "teenager"


def _mishaps(child: Member, day: date) -> tuple[Mishap, ...]:
    return {"toddler": TODDLER, "child": CHILD, "teenager": TEENAGER}[_stage(child, day)]
