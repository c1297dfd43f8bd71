"""Ordinary addresses of households; a household whose address is confidential is given none."""

from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import Model, Q, QuerySet

from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.people import models
from kith.people.operations import trail
from kith.people.operations.trail import Done
from kith.people.types import NewAddress

Row = TypeVar("Row", bound=Model)


@transaction.atomic
def give_address(*, household: UUID, address: NewAddress, by: Actor, at: datetime) -> UUID:
    """A household's ordinary address for a period; answers its id.

    Refused where the household's address is confidential in that period: ``hold_confidential_address`` it.
    """
    check_address(address)
    trail.household_to_change(household)
    secret = models.ConfidentialAddress.objects.filter(household=household, withdrawn_at__isnull=True)
    if overlapping(secret, address.from_on, address.to_on).exists():
        raise Refused("This household's address is confidential. Hold the new one as confidential too.")
    row = models.Address.objects.create(
        area=by.area,
        household_id=household,
        lines=list(address.lines),
        postcode=address.postcode.upper().strip(),
        uprn=address.uprn,
        from_on=address.from_on,
        to_on=address.to_on,
        known_at=at,
        known_by=by.id,
    )
    _keep("address_given", "Gave an address.", row, by, at)
    return row.pk


@transaction.atomic
def end_address(*, address: UUID, to_on: date, by: Actor, at: datetime) -> UUID:
    """The household left that address on a day; answers the id of the row that says so."""
    row = models.Address.objects.select_for_update().filter(pk=address).first()
    if row is None:
        raise BadInput("address", "No such address is held.")
    trail.check_period(row.from_on, to_on)
    trail.withdraw(row, by=by, at=at)
    closed = models.Address.objects.create(
        area=row.area,
        household_id=row.household_id,
        lines=row.lines,
        postcode=row.postcode,
        uprn=row.uprn,
        from_on=row.from_on,
        to_on=to_on,
        known_at=at,
        known_by=by.id,
    )
    _keep("address_ended", f"Left an address on {to_on}.", closed, by, at)
    return closed.pk


def overlapping(rows: QuerySet[Row], from_on: date | None, to_on: date | None) -> QuerySet[Row]:
    """Those addresses that share a day with the period, believed still or withdrawn."""
    if from_on is not None:
        rows = rows.filter(Q(to_on__isnull=True) | Q(to_on__gt=from_on))
    if to_on is not None:
        rows = rows.filter(Q(from_on__isnull=True) | Q(from_on__lt=to_on))
    return rows


def check_address(address: NewAddress) -> None:
    """BadInput names the field of an address that cannot be taken."""
    if not (any(line.strip() for line in address.lines) or address.postcode.strip() or address.uprn.strip()):
        raise BadInput("lines", "An address says something: a line, a postcode or a UPRN.")
    if len(address.postcode.strip()) > 10:
        raise BadInput("postcode", "That is too long for a postcode.")
    if len(address.uprn) > 12:
        raise BadInput("uprn", "A UPRN has at most 12 digits.")
    if any(len(line) > 200 for line in address.lines):
        raise BadInput("lines", "A line of an address has at most 200 characters.")
    trail.check_period(address.from_on, address.to_on)


def _keep(what: str, sentence: str, row: models.Address, by: Actor, at: datetime) -> None:
    done = Done(what=what, sentence=sentence, household=row.household_id, details={"address": str(row.pk)})
    trail.keep(done, by=by, at=at)
