"""To which systems Kith gives back: set up by whoever runs Kith, one for each agency, school or practice."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.agencies import queries as agencies
from kith.giving import models
from kith.giving.bodies import body_of
from kith.giving.operations import trail
from kith.giving.types import Body, NewReceiver, Registered
from kith.giving.webhook.addresses import check_address
from kith.giving.webhook.signing import secret_of
from kith.journeys.feeding.senders import BODIES_APART
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


@transaction.atomic
def register(*, receiver: NewReceiver, by: Actor, at: datetime) -> Registered:
    """Set a system up in the actor's area. The secret is in the answer and nowhere else.

    Raises BadInput for a post that is not in that agency, a body that has a system already, or an address at which
    Kith may not knock.
    """
    body, post = _whose(receiver, by.area, at)
    name = receiver.name.strip()
    if not name or len(name) > 100 or not name.isprintable():
        raise BadInput("name", "Say in at most 100 characters which system this is.")
    address = _checked(receiver.address)
    since = receiver.since or at
    try:
        with transaction.atomic():
            row = models.Receiver.objects.create(
                area=by.area,
                agency_id=body.agency,
                team_id=body.team,
                practitioner_id=post,
                name=name,
                address=address,
                since=since,
                looked_to=since,
                looked_back_to=at,
                registered_at=at,
                registered_by=by.id,
            )
    except IntegrityError:
        raise BadInput(
            "agency", "This agency, school or practice has a system already. End that one first."
        ) from None
    trail.keep(row, what="registered", by=by, at=at)
    return Registered(id=row.pk, secret=_secret(row))


@transaction.atomic
def move(receiver: UUID, *, address: str, by: Actor, at: datetime) -> Registered:
    """Give a system another address, or none; its secret is a new one, since somebody else may listen at the old. BadInput."""
    row = _held(receiver, by)
    row.address, row.turn = _checked(address), row.turn + 1
    row.save(update_fields=["address", "turn"])
    trail.keep(row, what="moved", by=by, at=at)
    return Registered(id=row.pk, secret=_secret(row))


@transaction.atomic
def new_secret(receiver: UUID, *, by: Actor, at: datetime) -> Registered:
    """Make a new secret; the old one is worth nothing from now on. BadInput."""
    row = _held(receiver, by)
    row.turn += 1
    row.save(update_fields=["turn"])
    trail.keep(row, what="new_secret", by=by, at=at)
    return Registered(id=row.pk, secret=_secret(row))


@transaction.atomic
def end(receiver: UUID, *, by: Actor, at: datetime) -> None:
    """Nothing more is put ready for a system, and nothing given, from this moment. BadInput."""
    row = _held(receiver, by)
    row.ended_at, row.ended_by = at, by.id
    row.save(update_fields=["ended_at", "ended_by"])
    trail.keep(row, what="ended", by=by, at=at)


def _held(receiver: UUID, by: Actor) -> models.Receiver:
    rows = models.Receiver.objects.select_for_update().filter(
        pk=receiver, area=by.area, ended_at__isnull=True
    )
    if (row := rows.first()) is None:
        raise BadInput("receiver", f"There is no such system in {by.area}, or it was ended.")
    return row


def _checked(address: str) -> str:
    address = address.strip()
    if address:
        check_address(address)
    return address


def _secret(row: models.Receiver) -> str:
    return secret_of(row.pk, turn=row.turn) if row.address else ""


def _whose(receiver: NewReceiver, area: str, at: datetime) -> tuple[Body, UUID]:
    """The body that the post sends for, and the post."""
    found = agencies.practitioner_by_code(area=area, code=receiver.practitioner)
    if found is None:
        raise BadInput("practitioner", f"{area} has no practitioner {receiver.practitioner}.")
    body = body_of(by=agencies.actor(practitioner=found.id, at=at), at=at)
    if body is None or body.code != receiver.agency:
        raise BadInput("agency", f"{found.name} does not work in an agency {receiver.agency} of {area}.")
    if body.code in BODIES_APART and body.team is None:
        raise BadInput("practitioner", f"{found.name} belongs to no team: whose system is it?")
    return body, found.id
