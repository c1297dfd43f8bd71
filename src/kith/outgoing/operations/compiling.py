"""A document is compiled for one named recipient: read whole, searched for what they must not learn, released or held."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.kernel import stored_files
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.types import Actor
from kith.outgoing import models
from kith.outgoing.circle import are_of_one_family
from kith.outgoing.must_not_learn import Answer, Asked, look_through
from kith.outgoing.operations import trail
from kith.outgoing.reading import read
from kith.outgoing.reading.gathered import Gathered, Piece
from kith.outgoing.types import WHAT, Document, Finding, Held, Recipient, Released
from kith.reference.working_days import add_working_days

MOST_FINDINGS = 100
ANSWERED_BY = time(12)
"""Noon of the next working day [P]."""


@acts_for_the_partnership
@sensitive_variables("document", "gathered", "answer")
def compile_for(
    *, recipient: Recipient, about: Sequence[UUID], document: Document, by: Actor, at: datetime
) -> Released | Held:
    """The only way out for a document about children. What is released may go as it is; what is held waits for two people.

    Raises BadInput where no recipient is named or nothing is in it, and NobodyHolds where nobody can answer for a hold:
    then nothing goes either.
    """
    _check(recipient, about, document)
    gathered = read(document.body, media_type=document.media_type, name=document.name)
    with transaction.atomic():
        answer, findings = _findings(recipient, about, gathered, by, at)
        row = _keep(recipient, document, answer, findings, by, at)
        if not findings:
            trail.keep(
                what="compiled", sentence=_sentence(row, "Nothing was found."), outgoing=row.pk, by=by, at=at
            )
            return Released(id=row.pk, digest=row.digest, body=document.body)
        return _hold(row, document, findings, by, at)


@acts_for_the_partnership
@sensitive_variables("document", "gathered")
def check_for(
    *, recipient: Recipient, about: Sequence[UUID], document: Document, by: Actor, at: datetime
) -> tuple[Finding, ...]:
    """What would be found, without keeping the document: for a page that a browser may print by itself.

    The searches of the vault are on its trail all the same.
    """
    _check(recipient, about, document)
    gathered = read(document.body, media_type=document.media_type, name=document.name)
    return _findings(recipient, about, gathered, by, at)[1]


def _check(recipient: Recipient, about: Sequence[UUID], document: Document) -> None:
    if not recipient.name.strip() or not recipient.relation.strip():
        raise BadInput(
            "recipient", "Say by name for whom this is, and what they are to the child or in which agency."
        )
    if not about:
        raise BadInput("about", "Say which children it is about.")
    if document.what not in WHAT:
        raise BadInput("what", f"It is one of: {', '.join(WHAT)}.")
    if not document.body:
        raise BadInput("body", "There is nothing in it.")


@sensitive_variables("gathered", "answer", "asked")
def _findings(
    recipient: Recipient, about: Sequence[UUID], gathered: Gathered, by: Actor, at: datetime
) -> tuple[Answer, tuple[Finding, ...]]:
    pieces = gathered.pieces or [Piece(place="the text", text=" ")]
    asked = Asked(recipient=recipient, about=tuple(dict.fromkeys(about)), pieces=tuple(pieces), by=by, at=at)
    answer = look_through(asked)
    found = [*answer.findings]
    if answer.is_guarded:
        found += [Finding(kind="position", place=place) for place in gathered.located]
    if not are_of_one_family(children=asked.about, at=at):
        found.append(Finding(kind="two_families", place="the document"))
    found += [Finding(kind="not_read", place=one.place, form=one.why) for one in gathered.not_read]
    return answer, tuple(dict.fromkeys(found))[:MOST_FINDINGS]


def _keep(
    recipient: Recipient,
    document: Document,
    answer: Answer,
    findings: Sequence[Finding],
    by: Actor,
    at: datetime,
) -> models.Outgoing:
    row = models.Outgoing.objects.create(
        area=by.area,
        what=document.what,
        media_type=document.media_type[:100],
        size=len(document.body),
        digest=hashlib.sha256(document.body).hexdigest(),
        recipient_name=recipient.name.strip()[:200],
        recipient_relation=recipient.relation.strip()[:200],
        recipient_practitioner_id=recipient.practitioner,
        recipient_person_id=recipient.person,
        goes_to_household_id=answer.goes_to_household,
        outcome="held" if findings else "released",
        compiled_at=at,
        compiled_by=by.id,
        compiled_by_name=by.name,
    )
    models.OutgoingAbout.objects.bulk_create(
        models.OutgoingAbout(
            area=by.area, outgoing=row, person_id=person, is_about=person in answer.circle.about
        )
        for person in sorted(answer.circle.family)
    )
    models.Found.objects.bulk_create(
        models.Found(area=by.area, outgoing=row, kind=one.kind, place=one.place[:300], form=one.form[:200])
        for one in findings
    )
    return row


def _hold(
    row: models.Outgoing, document: Document, findings: tuple[Finding, ...], by: Actor, at: datetime
) -> Held:
    owner = agencies.holder_of(role=models.GUARDIAN, area=by.area, at=at)
    due_at = _due(at)
    is_kept = len(document.body) <= stored_files.LARGEST
    kept = (
        stored_files.keep(
            body=document.body, media_type=row.media_type or "application/octet-stream", by=by, at=at
        )
        if is_kept
        else None
    )
    models.Hold.objects.create(
        outgoing=row, area=by.area, stored_file_id=kept, owner_id=owner.id, due_at=due_at
    )
    sentence = _sentence(row, f"Held for {_whom(owner)}.")
    trail.keep(what="held", sentence=sentence, outgoing=row.pk, by=by, at=at)
    return Held(id=row.pk, digest=row.digest, findings=findings, owner=owner, due_at=due_at)


def _whom(owner: Practitioner) -> str:
    return f"{owner.name}, {owner.title}" if owner.title else owner.name


def _sentence(row: models.Outgoing, came_of_it: str) -> str:
    return f"Compiled {WHAT[row.what]} for {row.recipient_name}, {row.recipient_relation}; digest {row.digest}. {came_of_it}"


def _due(at: datetime) -> datetime:
    day = add_working_days(at.astimezone(LONDON).date(), 1)
    return max(datetime.combine(day, ANSWERED_BY, tzinfo=LONDON), at + timedelta(hours=1))
