"""A worry that reaches social care and is properly answered: asked about, seen, settled, and the caller told."""

from dataclasses import dataclass
from datetime import date

from kith.simulation import figures, speakers
from kith.simulation.calendar import after_working_days, days, working_day
from kith.simulation.chance import shuffled, weighted
from kith.simulation.life import Life
from kith.simulation.types import Happening, Speaker

NATURE = {"neglect": 0.36, "emotional": 0.3, "physical": 0.17, "welfare": 0.12, "sexual": 0.05}
"""Plans by category (March 2020) flattened towards what callers say. [assumption]"""
WRITES_SETTLED, TELLS_THE_CALLER, WRITES_CLOSED = 0.55, 0.75, 0.5
NATURE_NOT_WRITTEN = 0.2
NEVER_ANSWERED = 0.06
"""Requests for information that nobody answers in writing. [assumption]"""


@dataclass(frozen=True, kw_only=True)
class Caller:
    """Who is worried: which agency writes it down, a pseudonymous key for the person, and in whose voice."""

    by: Speaker
    informant: str
    voice: str
    role: str | None = None


CALLERS: dict[str, tuple[Caller, ...]] = {
    "police": (Caller(by=speakers.OFFICER, informant="police_officer", voice="professional"),),
    "school": (
        Caller(by=speakers.SAFEGUARDING_LEAD, informant="teacher", voice="professional"),
        Caller(by=speakers.SAFEGUARDING_LEAD, informant="safeguarding_lead", voice="professional"),
    ),
    "health": (
        Caller(by=speakers.HEALTH_VISITOR, informant="health_visitor", voice="professional"),
        Caller(by=speakers.GP, informant="gp", voice="professional"),
        Caller(by=speakers.EMERGENCY_DOCTOR, informant="emergency_doctor", voice="professional"),
    ),
    "authority": (
        Caller(by=speakers.FAMILY_HELP, informant="family_help_worker", voice="professional"),
        Caller(by=speakers.FRONT_DOOR, informant="leisure_centre", voice="professional"),
    ),
    "family": (
        Caller(by=speakers.FRONT_DOOR, informant="maternal_grandmother", voice="family", role="grandmother"),
        Caller(by=speakers.FRONT_DOOR, informant="father", voice="family", role="father"),
        Caller(by=speakers.FRONT_DOOR, informant="aunt", voice="family", role="aunt"),
    ),
    "anonymous": (Caller(by=speakers.FRONT_DOOR, informant="anonymous_caller", voice="anonymous"),),
    "housing": (Caller(by=speakers.HOUSING, informant="housing_officer", voice="professional"),),
    "early_years": (Caller(by=speakers.NURSERY, informant="nursery_manager", voice="professional"),),
}


@dataclass(frozen=True, kw_only=True)
class Worry:
    """One contact at the front door: its key, the day it was heard, its caller and the children it is about."""

    contact: str
    heard: date
    caller: Caller
    about: tuple[str, ...]


def somebody_rings(
    life: Life, day: date, *, caller: Caller | None = None, nature: str | None = None
) -> Worry:
    """A contact; who calls follows the official shares, who cannot have called (no school age) is left out."""
    caller = caller or _likely_caller(life, day)
    day = day if caller.voice in ("family", "anonymous") else working_day(day)
    late = life.late(0.1, 3) if caller.voice == "professional" else 0
    details = {"nature": nature or weighted(life.chance, NATURE), "informant": caller.informant}
    if life.maybe(NATURE_NOT_WRITTEN):
        details.pop("nature")
    if caller.role:
        details["referrer_role"] = caller.role
    contact = life.tell(
        Happening(
            kind="contact_received",
            on=day,
            said_by=caller.by,
            details=details,
            known_to=(speakers.SOCIAL_CARE,),
            voice=caller.voice,
            late=late,
        )
    )
    return Worry(contact=contact, heard=day + days(late), caller=caller, about=(life.child.key,))


def decide(life: Life, worry: Worry, outcome: str, *, reason: str | None = None) -> date:
    """The front door's decision, within a working day nine times in ten. Returns its day."""
    decided = after_working_days(worry.heard, 1 if life.maybe(0.9) else life.chance.randint(2, 5))
    life.tell(
        Happening(
            kind="referral_decision",
            on=decided,
            said_by=speakers.FRONT_DOOR,
            details={"outcome": outcome},
            maybe={"reason": reason} if reason else {},
            about=worry.about,
            references=((worry.contact, "answers"),),
        )
    )
    return decided


def ask_around(life: Life, day: date, about: tuple[str, ...]) -> date:
    """School, GP and health visitor are asked, and nearly all answer. Returns the day of the last answer."""
    last = day
    for other in shuffled(life.chance, _who_holds_something(life, day))[: life.chance.randint(1, 2)]:
        asked = life.tell(
            Happening(
                kind="information_requested",
                on=day,
                said_by=speakers.FRONT_DOOR,
                details={"from": "childrens_social_care", "to": other.agency},
                about=about,
                known_to=(other.agency,) if life.maybe(0.5) else (),
            )
        )
        if life.maybe(NEVER_ANSWERED):
            continue
        answered = after_working_days(day, life.chance.choice((0, 1, 1, 2, 3, 5, 8)))
        last = max(last, answered)
        life.tell(
            Happening(
                kind="information_provided",
                on=answered,
                said_by=other,
                maybe={"from": other.agency, "to": "childrens_social_care"},
                about=about,
                known_to=("childrens_social_care",),
                references=((asked, "answers"),),
            )
        )
    return last


def answered_worry(
    life: Life, day: date, *, caller: Caller | None = None, outcome: str | None = None
) -> date:
    """The whole of it: rung, decided, asked, seen, assessed, settled, told. Returns the day it was over."""
    worry = somebody_rings(life, day, caller=caller)
    outcome = outcome or _usual_outcome(life)
    decided = decide(life, worry, outcome, reason="see the child and ask school and GP")
    life.open_until = max(life.open_until, decided)
    if outcome != "assessment":
        tell_the_caller(life, worry, decided)
        return decided
    return assessed(life, worry, decided)


def assessed(life: Life, worry: Worry, decided: date) -> date:
    """A child and family assessment that ends in no further action. Returns its last day."""
    about = life.children_at(decided) or worry.about
    heard = ask_around(life, decided, about)
    seen = see_the_children(life, after_working_days(decided, life.chance.randint(0, 8)), about)
    length = life.chance.randint(3, 20) if life.maybe(0.5) else _long_assessment(life)
    done = max(after_working_days(decided, length), seen, heard)
    life.tell(
        Happening(
            kind="assessment",
            on=done,
            said_by=speakers.SOCIAL_WORKER,
            details={"stage": "completed", "outcome": "no_further_action"},
            about=about,
        )
    )
    settle(life, worry.contact, done, about)
    tell_the_caller(life, worry, done)
    if life.maybe(WRITES_CLOSED):
        close(life, done, about)
    life.open_until = max(life.open_until, done)
    return done


def see_the_children(life: Life, day: date, about: tuple[str, ...], *, purpose: str = "assessment") -> date:
    """A visit that may be missed once and is made again within days. Returns the day the children were seen."""
    if life.maybe(0.08):
        missed = {
            "outcome": weighted(
                life.chance, {"no_reply": 0.6, "cancelled_by_worker": 0.25, "cancelled_by_carer": 0.15}
            )
        }
        life.tell(_visit(day, {**missed, "seen": False}, {"announced": True}, about, purpose))
        day = after_working_days(day, life.chance.randint(1, 4))
    seen = {"outcome": "completed", "announced": life.maybe(0.65), "seen": True}
    life.tell(_visit(day, seen, {"seen_alone": life.maybe(0.8)}, about, purpose))
    return day


def settle(life: Life, worry: str, day: date, about: tuple[str, ...], *, by: str = "seen_alone") -> None:
    """What settled a worry, where somebody wrote it down: in about half of records nobody does."""
    if life.maybe(WRITES_SETTLED):
        life.tell(
            Happening(
                kind="worry_settled",
                on=day,
                said_by=speakers.SOCIAL_WORKER,
                details={"by": by},
                about=about,
                references=((worry, "settles"),) if life.maybe(0.5) else (),
            )
        )


def tell_the_caller(life: Life, worry: Worry, day: date) -> None:
    """The one who rang hears what came of it: three times in four."""
    if worry.caller.voice == "anonymous" or not life.maybe(TELLS_THE_CALLER):
        return
    heard = (worry.caller.by.agency,)
    life.tell(
        Happening(
            kind="referrer_told",
            on=day,
            said_by=speakers.FRONT_DOOR,
            about=worry.about,
            known_to=heard,
            references=((worry.contact, "answers"),),
        )
    )


def close(
    life: Life, day: date, about: tuple[str, ...], *, reason: str = "assessed, no need for social care"
) -> None:
    """Social care ends its involvement and says so to those who were asked."""
    life.tell(
        Happening(
            kind="closed",
            on=day,
            said_by=speakers.SOCIAL_CARE_MANAGER,
            details={"reason": reason},
            maybe={"information_outstanding": False},
            about=about,
            known_to=tuple(other.agency for other in _who_holds_something(life, day)),
        )
    )


def _usual_outcome(life: Life) -> str:
    nothing = figures.NO_FURTHER_ACTION
    return weighted(life.chance, {"no_further_action": nothing, "advice": 0.12, "assessment": 0.88 - nothing})


def _long_assessment(life: Life) -> int:
    if life.maybe(0.12):
        return life.chance.randint(46, 60)
    return min(45, max(10, round(life.chance.gauss(figures.ASSESSMENT_WORKING_DAYS, 9))))


def _likely_caller(life: Life, day: date) -> Caller:
    small = (life.child.born_to or day) > day - days(1650)
    shares = {
        who: share
        for who, share in figures.REFERRED_BY.items()
        if who != ("school" if small else "early_years")
    }
    callers = CALLERS[weighted(life.chance, shares)]
    possible = [c for c in callers if not (c.informant == "health_visitor" and not small)]
    return life.chance.choice(possible)


def _who_holds_something(life: Life, day: date) -> list[Speaker]:
    small = (life.child.born_to or day) > day - days(1650)
    return [speakers.GP, speakers.HEALTH_VISITOR if small else speakers.SAFEGUARDING_LEAD]


def _visit(day: date, details: dict, maybe: dict, about: tuple[str, ...], purpose: str) -> Happening:
    return Happening(
        kind="visit",
        on=day,
        said_by=speakers.SOCIAL_WORKER,
        details={**details, "by_role": "social_worker", "purpose": purpose},
        maybe=maybe,
        about=about,
    )
