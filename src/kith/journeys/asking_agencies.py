"""Whom a joint decision about children asks: which agencies of the area, and which person of each."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access import queries as sight
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE
from kith.chronology import queries as chronology
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.patterns import queries as prompts
from kith.people import queries as people
from kith.people.types import Person

ALWAYS_ASKED = (SOCIAL_CARE, "police")
"""With health, whatever else (Working Together 2023); which health agency follows from the child's age [P]."""
SCHOOL_AGE = 5
Asked = tuple[tuple[str, str, UUID | None], ...]
"""Agency code, its area, and the person who answers for it where one is known."""


def invited_for(*, children: Iterable[UUID], also_ask: Iterable[str] = (), by: Actor, at: datetime) -> Asked:
    """Each agency of the area that a decision about these children asks, with the person who answers for it there.

    For the actor's own agency that is the actor, who owns the decision; for one that is asked beside those who always
    are, whoever of it last said something about a child. Raises BadInput where there is no child.
    """
    held = list(people.persons(ids=children).values())
    if not held:
        raise BadInput("children", "Say which child it is about.")
    always = {*ALWAYS_ASKED, *(health_for(child=child, at=at) for child in held), by.agency}
    here = {one.code for one in agencies.agencies_in(area=by.area)}
    ids = [child.id for child in held]
    return tuple(
        (code, by.area, _who_answers(code, ids, by, at, knows_the_child=code not in always))
        for code in sorted({*always, *also_ask} & here)
    )


def health_for(*, child: Person, at: datetime) -> str:
    """Who speaks for health: the midwife before birth, the health visitor under five, the school nurses' service after."""
    if child.kind == "unborn":
        return "midwifery"
    age = people.age_interval(born=child.birth, as_at=at)
    return "community_health" if age and age.youngest_years >= SCHOOL_AGE else "health_visiting"


def let_in_the_asked(*, children: Iterable[UUID], asked: Asked, by: Actor, at: datetime) -> None:
    """Whoever is asked about a child may see the child while they are asked.

    Where nobody is known by name a whole agency is let in only if it is one place: never every school of an area.
    """
    places = {one.code: one for one in agencies.agencies_in(area=by.area)}
    for child in children:
        for code, _, practitioner in asked:
            if practitioner:
                whom = Whom(practitioner=practitioner)
            elif len(agencies.teams_in(area=by.area, agency=code)) <= 1:
                whom = Whom(agency=places[code].id)
            else:
                continue
            access.involve(child=child, whom=whom, basis="invited_to_decision", by=by, at=at)


def who_answers(code: str, children: Sequence[UUID], by: Actor, at: datetime) -> UUID | None:
    """The person of an agency who is asked about children: whoever last said something of them there, or who answers for it."""
    return _who_answers(code, children, by, at, knows_the_child=True)


def _who_answers(
    code: str, children: Sequence[UUID], by: Actor, at: datetime, *, knows_the_child: bool
) -> UUID | None:
    if code == by.agency:
        return by.id
    if knows_the_child and (said := _who_said_it(code, children, by, at)):
        return said
    role = prompts.rulebook().agencies[code].manager
    person = sight.owner_for(child=children[0], role=role, area=by.area, at=at)
    if person.agency != code or _is_of_another_place(person.id, role, children[0], at):
        return None
    return person.id


def _who_said_it(code: str, children: Sequence[UUID], by: Actor, at: datetime) -> UUID | None:
    """The practitioner of the agency who last recorded something about one of the children, if they work there still."""
    found = [
        entry
        for child in children
        for entry in chronology.entries_for_page(child=child, as_at=at, said_by=[code], limit=20)
        if entry.said_by_area == by.area and entry.recorded_by
    ]
    people_of_it = agencies.practitioners(ids={entry.recorded_by for entry in found if entry.recorded_by})
    ours = {id for id, one in people_of_it.items() if one.agency == code}
    newest = max(
        (entry for entry in found if entry.recorded_by in ours),
        key=lambda entry: entry.recorded_at,
        default=None,
    )
    return newest.recorded_by if newest else None


def _is_of_another_place(practitioner: UUID, role: str, child: UUID, at: datetime) -> bool:
    """Whether they hold the role for one school or surgery only, and no such place works with the child."""
    places = {
        one.team
        for one in agencies.roles_of(practitioner=practitioner, at=at)
        if one.role == role and one.team
    }
    involved = {one.whom.team for one in sight.involved_with(child=child, at=at)}
    return bool(places) and not places & involved
