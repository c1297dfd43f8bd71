"""A decision from its opening to its outcome: who is asked, where each stands, what the owner decides."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.decisions.live import changed
from kith.decisions.models import ENQUIRIES, OUTCOMES, POSITIONS, Decision, Invitation, Position
from kith.decisions.policies import check_can_decide, check_can_take_a_position
from kith.decisions.types import Ending, NewDecision
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


def open_decision(*, decision: NewDecision, by: Actor, at: datetime) -> UUID:
    """Open a decision and ask the agencies. Raises BadInput where it has no question or asks nobody."""
    if not decision.question.strip():
        raise BadInput("question", "Write the question that is to be decided.")
    if not decision.invited:
        raise BadInput(
            "invited", "Ask at least one agency; a decision by one agency alone is not a joint one."
        )
    with transaction.atomic():
        row = Decision.objects.create(
            area=by.area,
            household=decision.household,
            children=list(decision.children),
            step=decision.step,
            question=decision.question.strip(),
            prompt=decision.prompt,
            owner_id=decision.owner,
            owner_role=decision.owner_role,
            due_at=decision.due_at,
            calendar_version=decision.calendar_version,
            opened_at=at,
            opened_by=by.id,
        )
        for agency, agency_area, practitioner in decision.invited:
            _invite(row, agency, agency_area, practitioner, by, at)
    return row.pk


def invite(
    *,
    decision: UUID,
    agency: str,
    agency_area: str,
    practitioner: UUID | None = None,
    by: Actor,
    at: datetime,
) -> None:
    """Ask one more agency. Asking twice is harmless."""
    row = Decision.objects.get(id=decision)
    _invite(row, agency, agency_area, practitioner, by, at)


def _invite(
    row: Decision, agency: str, agency_area: str, practitioner: UUID | None, by: Actor, at: datetime
) -> None:
    Invitation.objects.get_or_create(
        decision=row,
        agency=agency,
        agency_area=agency_area,
        defaults={"area": row.area, "practitioner_id": practitioner, "invited_at": at, "invited_by": by.id},
    )


def give_position(
    *, decision: UUID, position: str, reasons: str, most_protective: str = "", by: Actor, at: datetime
) -> UUID:
    """Write where the actor's agency stands. Raises Refused, or BadInput naming the field."""
    if position not in POSITIONS:
        raise BadInput("position", f"Choose one of {', '.join(POSITIONS)}.")
    if not reasons.strip():
        raise BadInput("reasons", "Say why, in your agency's own words.")
    with transaction.atomic():
        check_can_take_a_position(decision=decision, by=by)
        row = Position.objects.create(
            area=by.area,
            decision_id=decision,
            agency=by.agency,
            agency_area=by.area,
            position=position,
            reasons=reasons.strip(),
            most_protective=most_protective.strip(),
            given_at=at,
            given_by=by.id,
        )
        changed(decision)
    return row.pk


def decide(*, decision: UUID, ending: Ending, by: Actor, at: datetime) -> None:
    """Make the decision. Raises Refused for anyone but its owner, BadInput naming the field that is missing."""
    _check(ending)
    with transaction.atomic():
        row = Decision.objects.select_for_update().get(id=decision)
        check_can_decide(decision=decision, by=by)
        row.outcome, row.reasons, row.decided_at, row.decided_by = (
            ending.outcome,
            ending.reasons.strip(),
            at,
            by.id,
        )
        row.parents_told = ending.parents_told.strip()
        row.most_protective = ending.most_protective.strip()
        row.without_quorum_because = ending.without_quorum_because.strip()
        row.enquiry, row.led_by_id = ending.enquiry, ending.led_by
        row.reasons_at = row.reasons_at or at
        row.save()
        changed(decision)


def _check(ending: Ending) -> None:
    if ending.outcome not in OUTCOMES:
        raise BadInput("outcome", f"Choose one of {', '.join(OUTCOMES)}.")
    if not ending.reasons.strip():
        raise BadInput(
            "reasons", "Write the reasons. They stand in the chronology, and the child may read them."
        )
    if (ending.enquiry != "") != (ending.led_by is not None) or ending.enquiry not in ("", *ENQUIRIES):
        raise BadInput("led_by", "Name the social worker who leads the enquiry, and whether police join it.")


def prompts_were_shown(*, decision: UUID, by: Actor, at: datetime) -> None:
    """The owner saw the prompts that led here; kept once, to know whether reasons came first."""
    Decision.objects.filter(id=decision, owner_id=by.id, prompts_shown_at=None).update(prompts_shown_at=at)
