"""Agreed actions: asked of one named person by a time, answered, and ended with what came of them."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.decisions.live import changed
from kith.decisions.models import ACTION_ANSWERS, ACTION_ENDS, ACTION_SORTS, AgreedAction
from kith.decisions.policies import check_can_answer_action, check_can_end_action, check_can_write_in
from kith.decisions.types import NewAction
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


def ask_for_action(*, decision: UUID, action: NewAction, by: Actor, at: datetime) -> UUID:
    """Ask one named person to do something by a time. Raises Refused, or BadInput naming the field."""
    if action.sort not in ACTION_SORTS:
        raise BadInput("sort", "Choose what sort of action it is.")
    if not action.what.strip():
        raise BadInput("what", "Write what is to be done.")
    if action.due_at <= at:
        raise BadInput("due", "Give a time that is still to come.")
    with transaction.atomic():
        check_can_write_in(decision=decision, by=by)
        yes = action.said_yes or action.owner == by.id
        row = AgreedAction.objects.create(
            area=by.area,
            decision_id=decision,
            sort=action.sort,
            what=action.what.strip(),
            owner_id=action.owner,
            due_at=action.due_at,
            asked_at=at,
            asked_by=by.id,
            answer="accepted" if yes else "",
            answered_at=at if yes else None,
            answered_by=by.id if yes else None,
        )
        changed(decision)
    return row.pk


def answer_action(*, action: UUID, answer: str, words: str = "", by: Actor, at: datetime) -> None:
    """Say yes, or no with the reason; also later, by somebody who cannot do it after all. Raises Refused or BadInput."""
    if answer not in ACTION_ANSWERS:
        raise BadInput("answer", "Say yes or no.")
    if answer == "declined" and not words.strip():
        raise BadInput("words", "Say why not: it goes back to whoever decided.")
    with transaction.atomic():
        row = AgreedAction.objects.select_for_update().get(id=action)
        check_can_answer_action(action=action, by=by)
        row.answer, row.answer_words, row.answered_at, row.answered_by = answer, words.strip(), at, by.id
        row.save()
        changed(row.decision_id)


def end_action(*, action: UUID, ended: str, words: str, by: Actor, at: datetime) -> None:
    """Say that it is done and what came of it, or that it is not to be done any more and why. Raises Refused or BadInput."""
    if ended not in ACTION_ENDS:
        raise BadInput("ended", "Say whether it is done.")
    if not words.strip():
        raise BadInput("words", "Say what came of it.")
    with transaction.atomic():
        row = AgreedAction.objects.select_for_update().get(id=action)
        check_can_end_action(action=action, done=ended == "done", by=by)
        row.ended, row.ended_words, row.ended_at, row.ended_by = ended, words.strip(), at, by.id
        row.save()
        changed(row.decision_id)
