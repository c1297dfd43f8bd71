"""Home life: moves, new babies, partners who come and go, and what agencies happen to hear of it."""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import after_working_days, days, working_day
from kith.simulation.chance import between, how_many
from kith.simulation.life import Life
from kith.simulation.types import Happening, Member

MOVES_A_YEAR = 0.09
"""Households with children that move in a year. [assumption]"""
ACROSS_A_BORDER = 0.15
PARTNER_IS_HEARD_OF = {"universal": 0.06, "bumps": 0.15, "contested": 0.3, "worked": 0.15}
"""Share of families with a partner of whose arrival some agency hears in the three years. [assumption]"""


def home_life(life: Life) -> None:
    """Moves and arrivals of an ordinary family over the whole window."""
    years = (life.ends - life.begins).days / 365.25
    for _ in range(how_many(life.chance, MOVES_A_YEAR * years)):
        move_home(life, between(life.chance, life.begins, life.ends - days(30)))
    for child in life.family.children:
        if child.born_from and life.begins < child.born_from and child.born_from == child.born_to:
            arrival(life, child)
    if life.family.has("mother_partner") and life.maybe(PARTNER_IS_HEARD_OF[life.family.stratum]):
        partner_moves_in(life, between(life.chance, life.begins, life.ends - days(60)))


def move_home(life: Life, day: date) -> None:
    """A move; one that crosses a border brings a new GP, mostly within a fortnight."""
    across = life.maybe(ACROSS_A_BORDER)
    by = life.chance.choice((speakers.GP, speakers.SCHOOL_OFFICE, speakers.HOUSING))
    if by is speakers.SCHOOL_OFFICE and (life.child.born_to or day) > day - days(1650):
        by = speakers.GP
    about = (*life.children_at(day), "mother")
    if about == ("mother",):
        return
    life.tell(
        Happening(
            kind="moved_home",
            on=day,
            said_by=by,
            details={"new_area": across},
            maybe={"destination_known": True},
            about=about,
            late=life.late(0.4, 21),
        )
    )
    if across:
        _registered(life, about[:-1], after_working_days(day, life.chance.randint(2, 12)))


def arrival(life: Life, baby: Member) -> None:
    """A pregnancy, a birth, and the baby on the GP's list."""
    born, about = baby.born_from, ("mother", baby.key)
    if born is None:
        return
    weeks = life.chance.choice((7, 8, 8, 9, 9, 10, 11, 12, 14))
    booked = Happening(
        kind="pregnancy_booked",
        on=working_day(born - days(280 - 7 * weeks)),
        said_by=speakers.MIDWIFE,
        details={"weeks": weeks},
        maybe={"late_booking": False},
        about=about,
        known_to=("gp",),
    )
    life.tell(booked)
    came = Happening(
        kind="birth", on=born, said_by=speakers.MIDWIFE, about=about, known_to=("gp", "health_visiting")
    )
    life.tell(came)
    _registered(life, (baby.key,), after_working_days(born, life.chance.randint(6, 25)))


def partner_moves_in(life: Life, day: date) -> str:
    """An adult who is around, as school, health visitor or GP happened to hear: checked only if asked."""
    small = (life.child.born_to or day) > day - days(1650)
    by = speakers.HEALTH_VISITOR if small else life.chance.choice((speakers.TEACHER, speakers.GP))
    return life.tell(
        Happening(
            kind="adult_joined_household",
            on=day,
            said_by=by,
            details={"who": "mother_partner"},
            maybe={"lives_there": life.maybe(0.6)},
            about=(*life.children_at(day), "mother_partner"),
            late=life.late(0.5, 30),
        )
    )


def partner_checked(life: Life, day: date) -> None:
    """A new partner whom social care met, with the police asked and answering, before he stayed."""
    about = (*life.children_at(day), "mother_partner")
    asked = life.tell(
        Happening(
            kind="information_requested",
            on=working_day(day),
            said_by=speakers.SOCIAL_WORKER,
            details={"from": "childrens_social_care", "to": "police"},
            about=about,
            known_to=("police",),
        )
    )
    answered = after_working_days(day, life.chance.randint(1, 5))
    life.tell(
        Happening(
            kind="information_provided",
            on=answered,
            said_by=speakers.OFFICER,
            maybe={"from": "police", "to": "childrens_social_care"},
            about=about,
            known_to=("childrens_social_care",),
            references=((asked, "answers"),),
        )
    )
    joined = Happening(
        kind="adult_joined_household",
        on=after_working_days(answered, life.chance.randint(1, 15)),
        said_by=speakers.SOCIAL_WORKER,
        details={"who": "mother_partner", "checks_done": True},
        maybe={"lives_there": True},
        about=about,
    )
    life.tell(joined)


def parents_part(life: Life, day: date) -> None:
    """A parent moves out, as school heard."""
    life.tell(
        Happening(
            kind="adult_left_household",
            on=day,
            said_by=speakers.TEACHER,
            details={"who": "father"},
            about=(*life.children_at(day), "father"),
            late=life.late(0.6, 30),
        )
    )


def _registered(life: Life, about: tuple[str, ...], day: date) -> None:
    life.tell(Happening(kind="registered_with_health", on=day, said_by=speakers.GP, about=about))
