"""Answering a prompt: acknowledged, acted on, declined with a reason, handed to somebody who can, or challenged."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.patterns.models import ANSWERS, Prompt, PromptSaying
from kith.patterns.types import Owner


def acknowledge(*, prompt: UUID, by: Actor, at: datetime) -> None:
    """The owner has read it: from now on they were told. Saying it twice is harmless."""
    with transaction.atomic():
        row = _open(prompt, by)
        if row.acknowledged_at is None:
            row.acknowledged_at, row.acknowledged_by = at, by.id
            row.save(update_fields=["acknowledged_at", "acknowledged_by"])


def answer(
    *, prompt: UUID, answer: str, because: str, by: Actor, at: datetime, decision: UUID | None = None
) -> None:
    """Close a prompt: ``acted_on``, ``declined`` or ``no_capacity``; the last two need a reason in the person's words."""
    if answer not in ANSWERS:
        raise BadInput("answer", f"{answer} is not one of {', '.join(ANSWERS)}")
    if answer != "acted_on" and not because.strip():
        raise BadInput("because", "Say why in your own words. Whoever raised the worry may read it.")
    with transaction.atomic():
        row = _open(prompt, by)
        if row.acknowledged_at is None:
            row.acknowledged_at, row.acknowledged_by = at, by.id
        row.answer, row.because, row.answered_at, row.answered_by = answer, because.strip(), at, by.id
        row.decision = decision
        row.save()


def hand_over(*, prompt: UUID, to: Owner, because: str, by: Actor, at: datetime) -> None:
    """Give an open prompt to another named person; it waits on their page from now on."""
    with transaction.atomic():
        row = _open(prompt, by)
        row.owner_id, row.owner_role = to.practitioner, to.role
        row.acknowledged_at = row.acknowledged_by = None
        row.last_said_at = at
        row.save()
        put(row, to, "handed_over", because, by, at)


def challenge(*, prompt: UUID, to: Owner, because: str, by: Actor, at: datetime) -> None:
    """Somebody disagrees with a prompt, its owner or its answer: ``to`` is asked to look again; the owner stays."""
    with transaction.atomic():
        put(held(prompt), to, "challenged", because, by, at)


def answer_challenge(*, prompt: UUID, because: str, by: Actor, at: datetime) -> None:
    """Whoever was asked to look again says what came of it. Raises Refused for anybody else."""
    with transaction.atomic():
        row = held(prompt)
        last = row.sayings.filter(why__in=("challenged", "challenge_answered")).order_by("-said_at").first()
        if last is None or last.why != "challenged" or last.owner_id != by.id:
            raise Refused("No challenge to this waits on you.")
        put(row, Owner(practitioner=row.owner_id, role=row.owner_role), "challenge_answered", because, by, at)


def put(row: Prompt, to: Owner, why: str, because: str, by: Actor, at: datetime) -> None:
    """A person puts a prompt to somebody, and says why."""
    if not because.strip():
        raise BadInput("because", "Say why in your own words. Whoever raised the worry may read it.")
    PromptSaying.objects.create(
        area=row.area, prompt=row, said_at=at, why=why, owner_id=to.practitioner, owner_role=to.role,
        due_at=row.due_at, evidence=row.evidence, put_by=by.id, because=because.strip(),
    )  # fmt: skip


def held(prompt: UUID) -> Prompt:
    """The row of a prompt, locked until the transaction ends, or BadInput."""
    row = Prompt.objects.select_for_update().filter(id=prompt).first()
    if row is None:
        raise BadInput("prompt", "There is no such question.")
    return row


def _open(prompt: UUID, by: Actor) -> Prompt:
    row = held(prompt)
    if row.owner_id != by.id:
        raise Refused(
            "This question waits on somebody else. Only its owner can answer it; you may challenge the answer."
        )
    if row.answered_at:
        raise Refused("This question has already been answered.")
    return row
