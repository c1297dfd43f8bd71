"""Households, who lives in them, where they are and who is kin, many at once: the rows that one by one would leave."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput, Refused
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor
from kith.people import kinship, models
from kith.people.operations.addresses import check_address, overlapping
from kith.people.operations.trail import Done
from kith.people.types import NewAddress

Moments = datetime | Sequence[datetime]
"""One moment for all, or one for each."""


@transaction.atomic
def register_households(*, names: Sequence[str], by: Actor, at: Moments) -> list[UUID]:
    """New households in the actor's area, all or none; answers their ids in order. BadInput as for one."""
    if not all(name.strip() for name in names):
        raise BadInput("name", "A household has a name, such as 'Okafor household'.")
    moments = _each(at, len(names))
    rows = [
        models.Household(area=by.area, name=name.strip(), registered_at=moment, registered_by=by.id)
        for name, moment in zip(names, moments, strict=True)
    ]
    add_rows(rows)
    sentence = "Registered a household."
    _keep(
        (Done(what="household_registered", sentence=sentence, household=row.pk) for row in rows), by, moments
    )
    return [row.pk for row in rows]


@transaction.atomic
def start_residencies(
    *, residencies: Sequence[tuple[UUID, UUID, date | None]], by: Actor, at: Moments
) -> list[UUID]:
    """Each (person, household, from_on or None) lives there from that day; all or none. Answers the residencies' ids.

    BadInput where somebody lives there already in that period.
    """
    _check_nobody_is_there(residencies)
    moments = _each(at, len(residencies))
    rows = [
        models.Residency(
            area=by.area,
            person_id=person,
            household_id=household,
            from_on=from_on,
            known_at=moment,
            known_by=by.id,
        )
        for (person, household, from_on), moment in zip(residencies, moments, strict=True)
    ]
    add_rows(rows)
    _keep((_residency_started(row) for row in rows), by, moments)
    return [row.pk for row in rows]


def _check_nobody_is_there(residencies: Sequence[tuple[UUID, UUID, date | None]]) -> None:
    """Somebody who is already there, or whose later stay would overlap, does not move in again."""
    pairs = {(person, household): from_on for person, household, from_on in residencies}
    held = models.Residency.objects.filter(
        person__in={person for person, _ in pairs}, withdrawn_at__isnull=True
    ).values_list("person_id", "household_id", "to_on")
    stays = [(row[2], pairs[row[:2]]) for row in held if row[:2] in pairs]
    overlap = any(to_on is None or from_on is None or to_on > from_on for to_on, from_on in stays)
    if overlap or len(pairs) != len(residencies):
        raise BadInput("person", "They already live in that household in that period.")


def _residency_started(row: models.Residency) -> Done:
    return Done(
        what="residency_started",
        sentence="Lives in this household.",
        person=row.person_id,
        household=row.household_id,
        details={"residency": str(row.pk)},
    )


@transaction.atomic
def relate_many(*, relationships: Sequence[tuple[UUID, str, UUID]], by: Actor, at: Moments) -> list[UUID]:
    """Each (person, kind, other): ``person`` is the ``kind`` of ``other``; all or none. Answers the ids in order."""
    for person, kind, other in relationships:
        if kind not in kinship.KINDS:
            raise BadInput("kind", f"It is one of: {', '.join(sorted(kinship.KINDS))}.")
        if person == other:
            raise BadInput("other", "Nobody is related to themselves.")
    moments = _each(at, len(relationships))
    rows = [
        models.Relationship(
            area=by.area, person_id=person, kind=kind, other_id=other, known_at=moment, known_by=by.id
        )
        for (person, kind, other), moment in zip(relationships, moments, strict=True)
    ]
    add_rows(rows)
    _keep((_related(row) for row in rows), by, moments)
    return [row.pk for row in rows]


def _related(row: models.Relationship) -> Done:
    return Done(
        what="related",
        sentence=f"Is {row.kind.replace('_', ' ')} of another person.",
        person=row.person_id,
        details={"relationship": str(row.pk), "other": str(row.other_id), "kind": row.kind},
    )


@transaction.atomic
def give_addresses(*, addresses: Sequence[tuple[UUID, NewAddress]], by: Actor, at: Moments) -> list[UUID]:
    """Each (household, address), for the address's own period; all or none. Answers the addresses' ids.

    BadInput names what cannot be taken; Refused where a household's address is confidential in that period.
    """
    for _, address in addresses:
        check_address(address)
    _check_none_is_confidential(addresses)
    moments = _each(at, len(addresses))
    rows = [_address(one, by, moment) for one, moment in zip(addresses, moments, strict=True)]
    add_rows(rows)
    _keep((_address_given(row) for row in rows), by, moments)
    return [row.pk for row in rows]


def _check_none_is_confidential(addresses: Sequence[tuple[UUID, NewAddress]]) -> None:
    secret = models.ConfidentialAddress.objects.filter(withdrawn_at__isnull=True)
    held = set(secret.filter(household__in={one for one, _ in addresses}).values_list("household", flat=True))
    for household, address in addresses:
        if household in held and overlapping(
            secret.filter(household=household), address.from_on, address.to_on
        ):
            raise Refused("This household's address is confidential. Hold the new one as confidential too.")


def _address(given: tuple[UUID, NewAddress], by: Actor, moment: datetime) -> models.Address:
    household, address = given
    return models.Address(
        area=by.area,
        household_id=household,
        lines=list(address.lines),
        postcode=address.postcode.upper().strip(),
        uprn=address.uprn,
        from_on=address.from_on,
        to_on=address.to_on,
        known_at=moment,
        known_by=by.id,
    )


def _address_given(row: models.Address) -> Done:
    return Done(
        what="address_given",
        sentence="Gave an address.",
        household=row.household_id,
        details={"address": str(row.pk)},
    )


def _each(at: Moments, count: int) -> list[datetime]:
    moments = [at] * count if isinstance(at, datetime) else list(at)
    if len(moments) != count:
        raise BadInput("at", "Give one moment, or one for each.")
    return moments


def _keep(done: Iterable[Done], by: Actor, moments: Sequence[datetime]) -> None:
    """The rows of the trail that ``trail.keep`` would write one by one."""
    add_rows(
        [
            models.PeopleChange(
                area=by.area,
                person_id=one.person,
                household_id=one.household,
                what=one.what,
                sentence=one.sentence,
                details=one.details,
                done_at=moment,
                done_by=by.id,
                done_by_name=by.name,
            )
            for one, moment in zip(done, moments, strict=True)
        ]
    )
