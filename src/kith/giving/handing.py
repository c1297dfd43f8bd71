"""A child's file is made, searched by the outgoing gate for the post in whose name it goes, and given or held."""

import hashlib
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.giving import models
from kith.giving.adapters import adapter_for
from kith.giving.bodies import body_of
from kith.giving.summary import summary_of
from kith.giving.types import Adapter, Body, File, Summary, Waits
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.outgoing import operations as gate
from kith.outgoing import queries as gates
from kith.outgoing.types import Document, Recipient, Released


def file_of(*, child: UUID, form: str, by: Actor, at: datetime) -> File | Waits | None:
    """The file of one child in one form, for the system of ``by``'s body; None where there is nothing that it may have.

    What the gate holds waits for two people. Asked for again unchanged, it is not held a second time: it waits, or goes
    once they have released it.
    """
    row = _child(child, by, at)
    to = body_of(by=by, at=at)
    adapter = adapter_for(form=form, agency=by.agency) if to else None
    if row is None or to is None or adapter is None:
        return None
    receiver = row.receiver
    post = agencies.actor(practitioner=receiver.practitioner_id, at=at)
    found = summary_of(reference=row.reference, system=receiver.name, to=to, by=post, at=at)
    if found is None:
        return None
    summary, about = found
    document = Document(
        what="export", media_type=adapter.media_type, body=adapter.write(summary), name=_name(row, adapter)
    )
    given = _through_the_gate(document, about, receiver, post, at)
    if given is None:
        return Waits(desk=agencies.duty_desk(area=to.area))
    outgoing, body = given
    _keep(row, outgoing, form, summary, by, at)
    return File(name=document.name, media_type=document.media_type, body=body)


def _child(id: UUID, by: Actor, at: datetime) -> models.GivenChild | None:
    """The child, where the caller's own body's system has it. Another's looks like none."""
    to = body_of(by=by, at=at)
    if to is None:
        return None
    return _of(to).filter(pk=id).first()


def _of(to: Body):  # type: ignore[no-untyped-def]
    return models.GivenChild.objects.select_related("receiver").filter(
        receiver__agency=to.agency, receiver__team=to.team, receiver__ended_at__isnull=True
    )


def _through_the_gate(
    document: Document, about: tuple[UUID, ...], receiver: models.Receiver, post: Actor, at: datetime
) -> tuple[UUID, bytes] | None:
    """What was handed over, in the bytes that were searched; None where it is held."""
    digest = hashlib.sha256(document.body).hexdigest()
    if held := gates.held_like(digest=digest, recipient=post.id):
        if held.waits or held.kept_back:
            if not held.frozen_by:
                return None
        elif not held.frozen_by:
            body = gate.hand_over(outgoing=held.id, by=post, at=at)
            return (held.id, body) if body is not None else None
    recipient = Recipient(
        name=post.name, relation=f"in whose name {receiver.name} is given to", practitioner=post.id
    )
    try:
        made = gate.compile_for(recipient=recipient, about=about, document=document, by=post, at=at)
        if not isinstance(made, Released):
            return None
        gate.hand_over(outgoing=made.id, by=post, at=at)
    except Refused:  # nobody can answer for a hold, or a home changed this very moment: then nothing goes
        return None
    return made.id, made.body


def _keep(
    row: models.GivenChild, outgoing: UUID, form: str, summary: Summary, by: Actor, at: datetime
) -> None:
    models.Fetched.objects.create(
        area=row.area,
        child=row,
        outgoing_id=outgoing,
        form=form,
        entries=len(summary.lines),
        number=row.receiver.number,
        fetched_at=at,
        fetched_by=by.id,
    )


def _name(row: models.GivenChild, adapter: Adapter) -> str:
    """A file name of our own: the agency's reference may hold anything."""
    return f"kith-{row.pk}{adapter.suffix}"
