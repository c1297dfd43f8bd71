"""Ordinary addresses of households; a household whose address is confidential is given none."""

from dataclasses import replace
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

WRONG = {
    "mistyped": "it was written down wrongly",
    "never_there": "they never lived there",
    "out_of_date": "they had left before it was told",
}
"""Why an address was wrong, by code. Nothing here can say where anybody is."""
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


@transaction.atomic
def correct_address(*, address: UUID, to: NewAddress, because: str, by: Actor, at: datetime) -> UUID:
    """An address was wrong: it is withdrawn, and the right one given for the same period. Answers the new one's id.

    ``because`` is one of ``WRONG``: a reason in free words might say where somebody must not be found.
    """
    row = _withdrawn(address, because, by, at)
    same_period = replace(to, from_on=to.from_on or row.from_on, to_on=to.to_on or row.to_on)
    return give_address(household=row.household_id, address=same_period, by=by, at=at)


@transaction.atomic
def withdraw_address(*, address: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was never their address, and which is right nobody knows. ``because`` is one of ``WRONG``."""
    _withdrawn(address, because, by, at)


def _withdrawn(address: UUID, because: str, by: Actor, at: datetime) -> models.Address:
    if because not in WRONG:
        raise BadInput("because", f"It is one of: {', '.join(WRONG)}.")
    row = models.Address.objects.select_for_update().filter(pk=address).first()
    if row is None:
        raise BadInput("address", "No such address is held.")
    trail.withdraw(row, by=by, at=at)
    _keep("address_withdrawn", f"Withdrew an address, because: {WRONG[because]}.", row, by, at)
    return row


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
