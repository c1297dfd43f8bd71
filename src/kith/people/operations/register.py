"""People and households come into being, are named, are born, and die."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations import trail
from kith.people.operations.trail import Done
from kith.people.types import Birth, NewPerson


@transaction.atomic
def register_person(*, person: NewPerson, by: Actor, at: datetime) -> UUID:
    """A new person in the actor's area; answers their id. BadInput names the field that cannot be taken."""
    check_person(person)
    row = models.Person.objects.create(
        area=by.area,
        kind=person.kind,
        display_name=person.display_name.strip(),
        known_as=person.known_as.strip(),
        sex=person.sex,
        pronouns=person.pronouns,
        language=person.language,
        born_from=person.birth.born_from,
        born_to=person.birth.born_to,
        expected_on=person.birth.expected_on,
        died_on=person.died_on,
        registered_at=at,
        registered_by=by.id,
    )
    words = {"child": "a child", "adult": "an adult", "unborn": "an unborn child"}[person.kind]
    trail.keep(Done(what="person_registered", sentence=f"Registered {words}.", person=row.pk), by=by, at=at)
    return row.pk


def check_person(person: NewPerson) -> None:
    """BadInput names the field that cannot be taken."""
    if person.kind not in models.PERSON_KINDS:
        raise BadInput("kind", "A person is a child, an adult or unborn.")
    if person.sex not in models.SEXES:
        raise BadInput("sex", "It is female, male or not_known.")
    if not person.display_name.strip():
        raise BadInput("display_name", "Everyone has a name to show, if only 'Unknown boy'.")
    _check_birth(person.kind, person.birth)
    _check_death(person.birth.born_from, person.died_on)


def _check_birth(kind: str, birth: Birth) -> None:
    if kind == "adult" and birth.expected_on is not None:
        raise BadInput("expected_on", "Adults are not expected.")
    if kind == "unborn" and birth.born_from is not None:
        raise BadInput("born_from", "An unborn child has no birth yet.")
    if (birth.born_from is None) != (birth.born_to is None):
        raise BadInput("born_to", "A birth has both ends or none.")
    if birth.born_from is not None and birth.born_to is not None and birth.born_to < birth.born_from:
        raise BadInput("born_to", "It must not be before the first day that is possible.")


def _check_death(born_from: date | None, died_on: date | None) -> None:
    if born_from is not None and died_on is not None and died_on < born_from:
        raise BadInput("died_on", "Nobody dies before they are born.")


@transaction.atomic
def rename(*, person: UUID, display_name: str, known_as: str = "", by: Actor, at: datetime) -> None:
    """Change what a person is called; the trail keeps the names they had."""
    if not display_name.strip():
        raise BadInput("display_name", "Everyone has a name to show.")
    row = trail.person_to_change(person)
    before = {"display_name": row.display_name, "known_as": row.known_as}
    row.display_name, row.known_as = display_name.strip(), known_as.strip()
    row.save(update_fields=["display_name", "known_as"])
    after = {"display_name": row.display_name, "known_as": row.known_as}
    sentence = f"Renamed from {before['display_name']} to {after['display_name']}."
    done = Done(what="renamed", sentence=sentence, person=person, details={"before": before, "after": after})
    trail.keep(done, by=by, at=at)


@transaction.atomic
def register_birth(*, person: UUID, birth: Birth, by: Actor, at: datetime) -> None:
    """What is known of a birth now: an unborn child is born, or an interval is narrowed. The trail keeps what was."""
    row = trail.person_to_change(person)
    kind = "child" if row.kind == "unborn" and birth.born_from is not None else row.kind
    _check_birth(kind, birth)
    _check_death(birth.born_from, row.died_on)
    before = [str(day) if day else None for day in (row.born_from, row.born_to, row.expected_on)]
    row.kind, row.born_from, row.born_to = kind, birth.born_from, birth.born_to
    row.expected_on = birth.expected_on or row.expected_on
    row.save(update_fields=["kind", "born_from", "born_to", "expected_on"])
    done = Done(
        what="birth_registered",
        sentence="Registered what is known of the birth.",
        person=person,
        details={"before": dict(zip(("born_from", "born_to", "expected_on"), before, strict=True))},
    )
    trail.keep(done, by=by, at=at)


@transaction.atomic
def register_death(*, person: UUID, died_on: date, by: Actor, at: datetime) -> None:
    """The day on which a person died."""
    row = trail.person_to_change(person)
    _check_death(row.born_from, died_on)
    row.died_on = died_on
    row.save(update_fields=["died_on"])
    trail.keep(Done(what="death_registered", sentence=f"Died on {died_on}.", person=person), by=by, at=at)


@transaction.atomic
def set_tier(*, person: UUID, tier: str, because: str, by: Actor, at: datetime) -> None:
    """Who may know that a person is here at all: ``normal``, ``restricted`` or ``sealed``."""
    if tier not in models.TIERS:
        raise BadInput("tier", "It is normal, restricted or sealed.")
    said = trail.check_said(because)
    row = trail.person_to_change(person)
    before, row.tier = row.tier, tier
    row.save(update_fields=["tier"])
    sentence = f"Made {tier}, from {before}, because: {said}"
    trail.keep(Done(what="tier_set", sentence=sentence, person=person), by=by, at=at)


@transaction.atomic
def register_household(*, name: str, by: Actor, at: datetime) -> UUID:
    """A new household in the actor's area; answers its id."""
    if not name.strip():
        raise BadInput("name", "A household has a name, such as 'Okafor household'.")
    row = models.Household.objects.create(
        area=by.area, name=name.strip(), registered_at=at, registered_by=by.id
    )
    done = Done(what="household_registered", sentence="Registered a household.", household=row.pk)
    trail.keep(done, by=by, at=at)
    return row.pk
