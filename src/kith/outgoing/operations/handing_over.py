"""What may go is handed over once to whoever compiled it; a guardian reads what is held before they decide."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.kernel import stored_files
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.outgoing import models, policies, queries
from kith.outgoing.operations import trail


@transaction.atomic
def hand_over(*, outgoing: UUID, by: Actor, at: datetime) -> bytes | None:
    """Keep that it leaves now. Answers the bytes of what had been held; whoever compiled something clean has them.

    Refused where it was not released by two, where a home changed since it was compiled, or to anybody but whoever compiled it.
    """
    row = models.Outgoing.objects.filter(pk=outgoing).first()
    if row is None or row.compiled_by != by.id:
        raise Refused(policies.NOT_HERE)
    if (
        row.outcome == "held"
        and not models.Hold.objects.filter(pk=outgoing, second_by__isnull=False).exists()
    ):
        raise Refused("Two people have not released this.")
    if queries.frozen_by(id=outgoing):
        raise Refused(
            "A home has changed since this was compiled, so it is frozen. Compile it again for where they are now."
        )
    models.Sent.objects.get_or_create(
        outgoing=row, defaults={"area": row.area, "sent_at": at, "sent_by": by.id}
    )
    trail.keep(
        what="handed_over", sentence=f"Handed over, digest {row.digest}.", outgoing=outgoing, by=by, at=at
    )
    return _bytes(outgoing) if row.outcome == "held" else None


@transaction.atomic
def read_held(*, outgoing: UUID, by: Actor, at: datetime) -> bytes:
    """The bytes of what is held, for a guardian of information, who must see what they decide; kept in the trail first."""
    row = models.Outgoing.objects.filter(pk=outgoing, hold__isnull=False).first()
    if row is None:
        raise Refused(policies.NOT_HERE)
    policies.check_is_guardian(area=row.area, by=by, at=at)
    trail.keep(what="read", sentence="Read before deciding.", outgoing=outgoing, by=by, at=at)
    return _bytes(outgoing)


def _bytes(outgoing: UUID) -> bytes:
    kept = models.Hold.objects.values_list("stored_file_id", flat=True).get(pk=outgoing)
    if kept is None:
        raise Refused("This was too large to be kept. Compile it again, in parts.")
    return stored_files.read(id=kept)
