"""Fills the page of a birth: what was expected, who may be the baby, and what was typed."""

from datetime import datetime

from kith.access.types import Basis
from kith.journeys.births_proposed import Proposed
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.web.birth.page import BirthPage
from kith.web.birth.questions import NEW
from kith.web.child.guard import GUARDING, in_force
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.reading import read
from kith.web.dates import long_day
from kith.web.parts.form import Choice, Form

KINDS = (*GUARDING, "plan", "conference")


def birth_page(
    *,
    child: Person,
    proposed: tuple[Proposed, ...],
    by: Actor,
    at: datetime,
    basis: Basis,
    form: Form | None = None,
) -> BirthPage:
    """The page, with ``form`` as it was typed where something needs mending."""
    reading = read(child=child, by=by, at=at, basis=basis, kinds=KINDS)
    return BirthPage(
        who=identity_of(
            reading, guards=in_force(reading), responsible=responsible_now(reading), current="birth"
        ),
        action=f"/children/{child.id}/birth/",
        form=form or Form(answers=_known(proposed)),
        due=_due(child),
        proposed=tuple(dict.fromkeys(proposed_words(one) for one in proposed)),
        which=_which(proposed),
        ended=_ended(child),
    )


def proposed_words(one: Proposed) -> str:
    """``Noah Orrey was born on 11 May 2026: lives with the mother, or is hers.``"""
    return f"{one.name or 'A baby'} was born on {long_day(one.born_on)}: {one.because}."


def unnamed_baby(child: Person, *, at: datetime) -> str:
    """What a baby is called who has no name yet: by the mother's last name, where it may be shown."""
    mother = people.mother_of(child=child.id, as_at=at)
    if mother is None or mother.tier != "normal":
        return "Baby, not named yet"
    return f"Baby {mother.display_name.split()[-1]}, not named yet"


def _known(proposed: tuple[Proposed, ...]) -> dict[str, str]:
    """What one proposal says, typed beforehand; where several could be meant a person types it."""
    children = [one for one in proposed if one.child]
    if len(children) > 1 or len({one.born_on for one in proposed}) != 1:
        return {}
    day = proposed[0].born_on
    typed = {"born": str(day.day), "born_month": str(day.month), "born_year": str(day.year)}
    named = next((one for one in proposed if one.name), None)
    return {**typed, "name": named.name, "sex": named.sex} if named else typed


def _which(proposed: tuple[Proposed, ...]) -> tuple[Choice, ...]:
    children = [one for one in proposed if one.child]
    if not children:
        return ()
    return (
        *(
            Choice(
                value=str(one.child),
                words=f"{one.name}, born {long_day(one.born_on)}",
                hint="The two become one child: everything that is written of either stays.",
            )
            for one in children
        ),
        Choice(value=NEW, words="None of them", hint="They stay children of their own."),
    )


def _due(child: Person) -> str:
    due = child.birth.expected_on
    return (
        f"The baby was expected on {long_day(due)}."
        if due
        else "Nobody has written down when the baby is due."
    )


def _ended(child: Person) -> str:
    ended = child.birth.ended_on
    return f"The pregnancy had ended by {long_day(ended)}, without a birth." if ended else ""
