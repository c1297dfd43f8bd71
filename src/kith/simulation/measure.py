"""What a made-up area comes to, a child and year, to be read beside the official figures."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kith.simulation import figures
from kith.simulation.types import SHARES, STRATA, Family, Told

YEARS = 3
REFERRAL = ("no_further_action", "early_help", "assessment", "strategy_discussion")
"""Decisions that official counts would call a referral; a notice answered with advice stays a contact."""


@dataclass(frozen=True, kw_only=True)
class Rate:
    """One figure: its name, what the families came to, and the official figure (none: there is none)."""

    name: str
    reached: float
    official: float | None


def rates(families: Iterable[tuple[Family, tuple[Told, ...]]]) -> list[Rate]:
    """Rates over an area, each stratum weighted by its share whatever its number of families."""
    by_stratum: dict[str, list[tuple[Told, ...]]] = {stratum: [] for stratum in STRATA}
    for family, told in families:
        by_stratum[family.stratum].append(told)

    def over_the_area(count) -> float:
        return sum(
            SHARES[stratum] * sum(map(count, lives)) / (YEARS * len(lives))
            for stratum, lives in by_stratum.items()
            if lives
        )

    referrals = over_the_area(_referrals)
    conferences = over_the_area(lambda told: _count(told, "conference", conference_type="initial"))
    plans = over_the_area(lambda told: _count(told, "plan", plan_type="child_protection", stage="started"))
    enquiries = over_the_area(lambda told: _count(told, "section_47_enquiry", stage="started"))
    nothing = over_the_area(lambda told: _count(told, "referral_decision", outcome="no_further_action"))
    no_need = over_the_area(lambda told: _count(told, "assessment", outcome="no_further_action"))
    again = over_the_area(_referred_again)
    notices = over_the_area(lambda told: _count(told, "domestic_abuse_incident"))
    return [
        Rate(name="referrals a child and year", reached=referrals, official=figures.REFERRALS),
        Rate(
            name="no further action, of referrals",
            reached=nothing / referrals,
            official=figures.NO_FURTHER_ACTION,
        ),
        Rate(
            name="assessed, not in need, of referrals",
            reached=no_need / referrals,
            official=figures.ASSESSED_NOT_IN_NEED,
        ),
        Rate(
            name="within 12 months of another, of referrals",
            reached=again / referrals,
            official=figures.REFERRED_AGAIN,
        ),
        Rate(name="section 47 enquiries a child and year", reached=enquiries, official=figures.SECTION_47),
        Rate(
            name="initial conferences a child and year",
            reached=conferences,
            official=figures.INITIAL_CONFERENCES,
        ),
        Rate(name="protection plans started a child and year", reached=plans, official=figures.PLAN_STARTS),
        Rate(
            name="police domestic abuse notices a child and year",
            reached=notices,
            official=figures.POLICE_NOTICES,
        ),
    ]


def entries_a_child_year(families: Iterable[tuple[Family, tuple[Told, ...]]]) -> dict[str, float]:
    """Entries for each year of a family's child at the centre, by stratum."""
    lives: dict[str, list[int]] = {stratum: [] for stratum in STRATA}
    for family, told in families:
        lives[family.stratum].append(len(told))
    return {stratum: sum(counts) / (YEARS * len(counts)) for stratum, counts in lives.items() if counts}


def _count(told: tuple[Told, ...], kind: str, **details: str) -> int:
    return sum(one.kind == kind and details.items() <= one.details.items() for one in told)


def _referral_days(told: tuple[Told, ...]) -> list[date]:
    return [
        one.known_on for one in told if one.kind == "referral_decision" and one.details["outcome"] in REFERRAL
    ]


def _referrals(told: tuple[Told, ...]) -> int:
    return len(_referral_days(told))


def _referred_again(told: tuple[Told, ...]) -> int:
    found = _referral_days(told)
    return sum((later - earlier).days <= 365 for earlier, later in itertools.pairwise(found))
