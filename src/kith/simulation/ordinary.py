"""Ordinary families: which strands of life a stratum has, and how many families of each make an area."""

from collections.abc import Callable, Iterator
from datetime import date

from kith.simulation.calendar import days, years_before
from kith.simulation.chance import between, chance_for, how_many, shuffled, weighted
from kith.simulation.families import ordinary_family
from kith.simulation.life import Life
from kith.simulation.strands import (
    allegations,
    carers,
    early_help,
    health,
    home,
    injuries,
    plans,
    police,
    school,
    separated,
    worries,
)
from kith.simulation.types import SHARES, STRATA, Family, Member, Told

BEGINS, ENDS = date(2023, 1, 1), date(2026, 1, 1)
"""The three years of every ordinary family; nothing is known on the last day itself."""
FEWEST_WITH_EVERY_STRATUM = 50
OFTEN = {"universal": 1.0, "bumps": 1.15, "contested": 1.05, "worked": 1.1}
"""How often routine things are written down for a child of the stratum, against every child."""
NOTICES = {"universal": 0.02, "bumps": 0.3, "contested": 1.8, "worked": 2.0}
"""Police notices a family in three years beside those that a bump brings; see figures.POLICE_NOTICES."""
SMALL_THINGS = {"universal": 0.12, "bumps": 0.5, "contested": 0.4, "worked": 0.9}
"""Carers' moods, bruises seen at nursery or school and the like, a family in three years. [assumption]"""

Strand = Callable[[Life, date], object]


def strata_for(*, count: int, seed: int) -> list[str]:
    """The stratum of each of ``count`` families: exact shares, every stratum from 50 families on, shuffled."""
    counts = _largest_remainders(count)
    if count >= FEWEST_WITH_EVERY_STRATUM:
        for stratum in STRATA:
            if counts[stratum] == 0:
                counts[stratum], counts["universal"] = 1, counts["universal"] - 1
    listed = [stratum for stratum in STRATA for _ in range(counts[stratum])]
    return shuffled(chance_for(seed, "strata"), listed)


def ordinary_families(*, count: int, seed: int) -> Iterator[tuple[Family, tuple[Told, ...]]]:
    """``count`` families with three years each, the same for the same seed, one at a time."""
    for number, stratum in enumerate(strata_for(count=count, seed=seed)):
        chance = chance_for(seed, "ordinary", number)
        family = ordinary_family(key=str(number), stratum=stratum, chance=chance, begins=BEGINS, ends=ENDS)
        life = Life(family=family, chance=chance, begins=BEGINS, ends=ENDS)
        live(life)
        yield family, life.finish()


def live(life: Life, *, everyone: bool = False) -> None:
    """Tell a family's years. ``everyone``: brothers and sisters have full files of their own."""
    for child in life.family.children:
        often = OFTEN[life.family.stratum] * (1.0 if everyone or child is life.child else 0.3)
        health.routine_health(life, child, often=often)
        school.school_years(life, child, often=often)
        injuries.usual_injuries(life, child, often=often)
    home.home_life(life)
    RECIPES[life.family.stratum](life)
    for _ in range(how_many(life.chance, SMALL_THINGS[life.family.stratum])):
        _small_thing(life, life.some_day())
    _police_notices(life)


def _universal(life: Life) -> None:
    """Nobody was ever worried enough to ring."""


def _bumps(life: Life) -> None:
    for _ in range(weighted(life.chance, {1: 0.5, 2: 0.38, 3: 0.12})):
        day = max(life.some_day(keep=90), min(life.open_until + days(2), life.ends - days(90)))
        possible = {
            bump: weight for bump, weight in BUMPS.items() if bump not in NEEDS or NEEDS[bump](life, day)
        }
        weighted(life.chance, possible)(life, day)


def _contested(life: Life) -> None:
    separated.each_rings_about_the_other(life)
    if life.maybe(0.1):
        police.order_made(life, life.some_day(keep=200), "father")


def _worked(life: Life) -> None:
    if life.maybe(0.25):
        early_help.helped_early(life, between(life.chance, life.from_birth, life.begins + days(250)))
    first = max(life.from_birth, life.plans_from)
    start = max(between(life.chance, first, life.ends - days(life.room_to_end)), life.open_until + days(20))
    ended = plans.protected(life, start) if life.maybe(0.52) else plans.in_need(life, start)
    if life.family.has("mother_partner") and life.maybe(0.4):
        home.partner_checked(life, between(life.chance, start + days(60), max(start + days(61), ended)))
    if life.maybe(0.35):
        health.needed_treatment(life, life.child, start)
    again = ended + days(life.chance.randint(40, 330))
    if again < life.ends - days(60) and life.maybe(0.55):
        _back_again(life, again)


def _back_again(life: Life, day: date) -> None:
    if life.maybe(0.5):
        allegations.answered_allegation(life, day)
    else:
        worries.answered_worry(life, day)


def _notices(life: Life, day: date) -> None:
    for _ in range(weighted(life.chance, {1: 0.7, 2: 0.22, 3: 0.08})):
        police.triaged(life, police.abuse_notice(life, day))
        day += days(life.chance.randint(25, 240))


def _police_notices(life: Life) -> None:
    for _ in range(how_many(life.chance, NOTICES[life.family.stratum])):
        day = life.some_day()
        if life.family.stratum == "universal":
            if (life.child.born_to or day) < day - days(1700):
                police.school_is_told(life, day)
            continue
        notice = police.abuse_notice(life, day)
        read = police.triaged if day > life.open_until else police.passed_to_the_worker
        read(life, notice)


def _small_thing(life: Life, day: date) -> None:
    weighted(life.chance, SMALL)(life, day)


def _hospital(life: Life, day: date) -> None:
    if day > _walks_from(life.child, day):
        injuries.hospital_bump(life, life.child, day)


def _bruise(life: Life, day: date) -> None:
    if day > _walks_from(life.child, day):
        injuries.bruise_at_school(life, life.child, day)


def _mood(life: Life, day: date) -> None:
    first, last = school.school_window(life, life.child)
    if first <= day <= last:
        school.mood_at_school(life, life.child, day)
    elif (life.child.born_to or day) < day - days(600):
        school.slow_speech(life, life.child, day)


def _born_in_the_window(life: Life, day: date) -> bool:
    born = life.child.born_to or life.begins
    return life.begins <= born + days(20) and born + days(150) < life.ends


def _is_a_toddler(life: Life, day: date) -> bool:
    return (life.child.born_to or day) > day - days(900)


def _is_a_teenager(life: Life, day: date) -> bool:
    return (life.child.born_to or day) < years_before(day, 12)


def _baby_mark(life: Life, day: date) -> None:
    born = life.child.born_to or day
    injuries.mark_on_a_baby(life, life.child, born + days(life.chance.randint(20, 140)))


def _treatment(life: Life, day: date) -> None:
    health.needed_treatment(life, life.child, day)


def _growth(life: Life, day: date) -> None:
    health.slow_growth(life, life.child, day)


def _out_late(life: Life, day: date) -> None:
    for _ in range(weighted(life.chance, {1: 0.7, 2: 0.3})):
        police.out_late(life, day)
        day += days(life.chance.randint(20, 200))


def _walks_from(child: Member, day: date) -> date:
    return (child.born_to or day) + days(injuries.MOBILE_FROM)


def _largest_remainders(count: int) -> dict[str, int]:
    exact = {stratum: count * share for stratum, share in SHARES.items()}
    counts = {stratum: int(value) for stratum, value in exact.items()}
    by_rest = sorted(STRATA, key=lambda stratum: counts[stratum] - exact[stratum])
    for stratum in by_rest[: count - sum(counts.values())]:
        counts[stratum] += 1
    return counts


BUMPS: dict[Strand, float] = {
    worries.answered_worry: 0.32,
    _hospital: 0.22,
    _notices: 0.18,
    allegations.answered_allegation: 0.26,
    _treatment: 0.12,
    early_help.helped_early: 0.11,
    _out_late: 0.08,
    _growth: 0.1,
    _baby_mark: 0.25,
    _bruise: 0.1,
    _mood: 0.1,
}
NEEDS: dict[Strand, Callable[[Life, date], bool]] = {
    _growth: _is_a_toddler,
    _baby_mark: _born_in_the_window,
    _out_late: _is_a_teenager,
}
"""Which bumps only befall a child of a certain age; their weights are among the children of that age."""
SMALL: dict[Strand, float] = {carers.carer_struggles: 0.4, _bruise: 0.35, _mood: 0.25}
RECIPES: dict[str, Callable[[Life], None]] = {
    "universal": _universal,
    "bumps": _bumps,
    "contested": _contested,
    "worked": _worked,
}
