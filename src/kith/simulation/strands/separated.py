"""Parents who have parted and ring about each other: every call looked at, the child seen, a court in between."""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days, days, working_day
from kith.simulation.chance import between, weighted
from kith.simulation.life import Life
from kith.simulation.strands import allegations, home, worries
from kith.simulation.types import Happening

FATHER = worries.Caller(by=speakers.FRONT_DOOR, informant="father", voice="family", role="father")
MOTHER = worries.Caller(by=speakers.FRONT_DOOR, informant="mother", voice="family", role="mother")
GRANDMOTHER = worries.Caller(
    by=speakers.FRONT_DOOR, informant="paternal_grandmother", voice="family", role="grandmother"
)
HOW_MANY_CALLS = {1: 0.2, 2: 0.3, 3: 0.25, 4: 0.15, 5: 0.1}
TO_COURT, AN_ENQUIRY = 0.35, 0.35
OUTCOMES = {"assessment": 0.62, "advice": 0.3, "no_further_action": 0.08}


def each_rings_about_the_other(life: Life) -> None:
    """The whole quarrel: parting, calls in turn, mostly one assessment and then advice, sometimes the court."""
    parted = between(life.chance, life.from_birth, life.ends - days(300))
    if life.maybe(0.4):
        home.parents_part(life, parted)
    day = parted
    calls = weighted(life.chance, HOW_MANY_CALLS)
    enquiry_at = life.chance.randrange(calls) if life.maybe(AN_ENQUIRY) else None
    for call in range(calls):
        day = max(day + days(life.chance.randint(10, 200)), life.open_until + days(3))
        if day > life.ends - days(45):
            return
        _one_call(life, day, _who(life, call), an_enquiry=call == enquiry_at)
    if life.maybe(TO_COURT):
        _in_court(life, between(life.chance, parted, life.ends - days(200)))


def _one_call(life: Life, day: date, caller: worries.Caller, *, an_enquiry: bool) -> None:
    if an_enquiry:
        allegations.answered_allegation(life, day, caller=caller)
    else:
        worries.answered_worry(life, day, caller=caller, outcome=weighted(life.chance, OUTCOMES))


def _who(life: Life, call: int) -> worries.Caller:
    if life.maybe(0.1):
        return GRANDMOTHER
    if life.maybe(0.3):
        return FATHER
    return (FATHER, MOTHER)[call % 2]


def _in_court(life: Life, day: date) -> None:
    about = (life.child.key, "mother", "father")
    steps = (("application", "applied", 0), ("hearing", None, 60), ("order", "granted", 170))
    for action, outcome, later in steps:
        life.tell(
            Happening(
                kind="legal_step",
                on=working_day(day + days(later)),
                said_by=speakers.FAMILY_COURT,
                details={"legal_action": action, **({"outcome": outcome} if outcome else {})},
                about=about,
                known_to=("cafcass",),
            )
        )
    asked = Happening(
        kind="information_requested",
        on=after_working_days(day, 12),
        said_by=speakers.CAFCASS,
        details={"from": "cafcass", "to": "childrens_social_care"},
        about=about,
        known_to=("childrens_social_care",),
    )
    key = life.tell(asked)
    life.tell(
        Happening(
            kind="information_provided",
            on=after_working_days(day, 12 + life.chance.randint(3, 12)),
            said_by=speakers.SOCIAL_WORKER,
            maybe={"from": "childrens_social_care", "to": "cafcass"},
            about=about,
            known_to=("cafcass",),
            references=((key, "answers"),),
        )
    )
