"""School life: spells away, changes of school, moods that a teacher notices, a few who learn at home."""

from datetime import date

from kith.simulation import speakers
from kith.simulation.calendar import days, school_day
from kith.simulation.chance import between, how_many, weighted
from kith.simulation.life import Life
from kith.simulation.types import Happening, Member

SCHOOL_AGE = (4 * 365 + 200, 16 * 365 + 200)
ABSENCES_A_YEAR = 0.6
BEHAVIOUR_A_YEAR = 0.03
MOVES_A_YEAR = 0.07
TO_LEARN_AT_HOME = 0.004
"""A year of school age; all four are assumptions."""
MOODS = {"distress": 0.35, "aggression": 0.3, "withdrawn": 0.2, "hygiene": 0.15}


def school_years(life: Life, child: Member, *, often: float = 1.0) -> None:
    """Everything that school holds about an ordinary child of school age, at ``often`` times the usual rate."""
    first, last = school_window(life, child)
    years = max(0, (last - first).days) / 365.25
    for _ in range(how_many(life.chance, ABSENCES_A_YEAR * often * years)):
        spell_away(life, child, between(life.chance, first, last))
    for _ in range(how_many(life.chance, BEHAVIOUR_A_YEAR * often * years)):
        mood_at_school(life, child, between(life.chance, first, last))
    for _ in range(how_many(life.chance, MOVES_A_YEAR * years)):
        change_of_school(life, child, between(life.chance, first, last))
    if life.maybe(TO_LEARN_AT_HOME * years):
        taught_at_home(life, child, between(life.chance, first, last))


def school_window(life: Life, child: Member) -> tuple[date, date]:
    """First and last day in the window on which this child is of school age (last before first: never)."""
    born = child.born_to or life.begins
    return max(life.begins, born + days(SCHOOL_AGE[0])), min(life.ends, born + days(SCHOOL_AGE[1])) - days(1)


def spell_away(life: Life, child: Member, day: date) -> None:
    """A few days ill, or a week's holiday that the school did not agree to."""
    holiday = life.maybe(0.2)
    length = 5 if holiday else life.chance.randint(1, 4)
    life.tell(
        Happening(
            kind="school_absence",
            on=school_day(day),
            said_by=speakers.SCHOOL_OFFICE,
            details={"authorised": not holiday and life.maybe(0.85), "days": length},
            about=(child.key,),
            lasts=length - 1,
        )
    )


def mood_at_school(life: Life, child: Member, day: date) -> None:
    """Something in how a child is that a teacher wrote down."""
    life.tell(
        Happening(
            kind="behaviour_concern",
            on=school_day(day),
            said_by=speakers.TEACHER,
            details={"aspect": weighted(life.chance, MOODS)},
            about=(child.key,),
        )
    )


def slow_speech(life: Life, child: Member, day: date) -> None:
    """A small child whose speech is behind, noticed at nursery."""
    life.tell(
        Happening(
            kind="development_concern",
            on=school_day(day),
            said_by=speakers.NURSERY,
            details={"aspect": "speech"},
            about=(child.key,),
            known_to=("health_visiting",) if life.maybe(0.5) else (),
        )
    )


def change_of_school(life: Life, child: Member, day: date) -> None:
    """A move to another school, mostly with a home move or at eleven."""
    reason = weighted(life.chance, {"move": 0.93, "exclusion": 0.02, "unknown": 0.05})
    life.tell(
        Happening(
            kind="moved_school",
            on=school_day(day),
            said_by=speakers.SCHOOL_OFFICE,
            details={"reason": reason},
            about=(child.key,),
            late=life.late(0.15, 10),
        )
    )


def taught_at_home(life: Life, child: Member, day: date) -> None:
    """Parents who teach at home; the adviser calls, and the child is there."""
    day = school_day(day)
    left = Happening(
        kind="left_school_roll",
        on=day,
        said_by=speakers.SAFEGUARDING_LEAD,
        details={"reason": "home_education"},
        about=(child.key,),
        known_to=("home_education",),
    )
    life.tell(left)
    for weeks in (6, 52):
        called = Happening(
            kind="visit",
            on=school_day(day + days(7 * weeks + life.chance.randint(0, 20))),
            said_by=speakers.HOME_EDUCATION,
            details={"outcome": "completed", "purpose": "school"},
            maybe={"announced": True, "seen": True, "by_role": "home_education_adviser"},
            about=(child.key,),
        )
        life.tell(called)
