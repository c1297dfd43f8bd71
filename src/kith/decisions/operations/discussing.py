"""What is written while agencies talk: who is there, what might be happening, what is decided for each child."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.decisions.live import changed
from kith.decisions.models import CHILD_OUTCOMES, MEDICALS, PRESENT, ChildDecided, Explanation, Presence
from kith.decisions.policies import check_can_decide_for_children, check_can_write_in
from kith.decisions.types import NewExplanation, NewForChild
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


def say_who_is_there(
    *,
    decision: UUID,
    agency: str,
    agency_area: str,
    how: str,
    practitioner: UUID | None = None,
    name: str = "",
    words: str = "",
    by: Actor,
    at: datetime,
) -> UUID:
    """Who is here, on the telephone, or not here. Somebody without a way in of their own is noted by name.

    Raises Refused, or BadInput naming the field.
    """
    if how not in PRESENT:
        raise BadInput("how", "Say whether they are here, on the telephone, or not here.")
    if how != "not_here" and practitioner is None and not name.strip():
        raise BadInput("name", "Write who it is, with their title.")
    with transaction.atomic():
        check_can_write_in(decision=decision, by=by)
        row = Presence.objects.create(
            area=by.area,
            decision_id=decision,
            agency=agency,
            agency_area=agency_area,
            practitioner_id=practitioner,
            name=name.strip(),
            how=how,
            words=words.strip(),
            noted_at=at,
            noted_by=by.id,
        )
        changed(decision)
    return row.pk


def explain(*, decision: UUID, explanation: NewExplanation, by: Actor, at: datetime) -> UUID:
    """Write what might be happening. Raises Refused; BadInput where it says nothing, or where somebody wrote over the same
    one meanwhile: then both see what changed, and the words that were typed are theirs still."""
    if not explanation.words.strip():
        raise BadInput("words", "Write what might be happening.")
    try:
        with transaction.atomic():
            check_can_write_in(decision=decision, by=by)
            if (
                explanation.replaces
                and not Explanation.objects.filter(id=explanation.replaces, decision=decision).exists()
            ):
                raise BadInput("words", "What you were changing does not stand here.")
            row = Explanation.objects.create(
                area=by.area,
                decision_id=decision,
                words=explanation.words.strip(),
                supports=explanation.supports.strip(),
                against=explanation.against.strip(),
                would_tell=explanation.would_tell.strip(),
                replaces_id=explanation.replaces,
                written_at=at,
                written_by=by.id,
            )
            changed(decision)
    except IntegrityError as taken:
        raise BadInput(
            "words", "Somebody changed this while you wrote. Read theirs, then add yours as one more."
        ) from taken
    return row.pk


def decide_for_child(*, decision: UUID, new: NewForChild, by: Actor, at: datetime) -> UUID:
    """What is decided for one child. Raises Refused for anyone but the owner of the decision, BadInput naming the field."""
    if new.outcome not in CHILD_OUTCOMES:
        raise BadInput("outcome", "Choose what is decided for this child.")
    if not new.reasons.strip():
        raise BadInput("reasons", "Say why, for this child.")
    if new.medical and new.medical not in MEDICALS:
        raise BadInput("medical", "Choose what was thought of a medical.")
    if bool(new.medical) != bool(new.medical_because.strip()):
        field = "medical_because" if new.medical else "medical"
        raise BadInput(field, "Say what was thought of a medical, and why.")
    with transaction.atomic():
        check_can_decide_for_children(decision=decision, by=by)
        row = ChildDecided.objects.create(
            area=by.area,
            decision_id=decision,
            child=new.child,
            outcome=new.outcome,
            reasons=new.reasons.strip(),
            medical=new.medical,
            medical_because=new.medical_because.strip(),
            written_at=at,
            written_by=by.id,
        )
        changed(decision)
    return row.pk
