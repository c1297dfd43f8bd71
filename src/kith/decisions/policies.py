"""Who may write in a decision, and why not."""

from uuid import UUID

from kith.decisions.models import Decision
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor


def check_can_decide(*, decision: UUID, by: Actor) -> None:
    """Only its owner makes a decision, and once. Raises Refused with the reason."""
    row = _decision(decision)
    if row.decided_at:
        raise Refused("This has been decided. Open a new decision to look at it again; both will stand.")
    if row.owner_id != by.id:
        raise Refused(
            "One named person makes this decision, with everyone's position before them. Write yours."
        )


def check_can_take_a_position(*, decision: UUID, by: Actor) -> None:
    """A practitioner of an agency that was asked may write its position while the decision is open."""
    row = _decision(decision)
    if row.decided_at:
        raise Refused("This has been decided. If your agency disagrees, say so as an escalation.")
    if not row.invitations.filter(agency=by.agency, agency_area=by.area).exists():
        raise Refused("Your agency was not asked about this. Ring its owner if it should be.")


def _decision(decision: UUID) -> Decision:
    row = Decision.objects.filter(id=decision).first()
    if row is None:
        raise BadInput("decision", "There is no such decision.")
    return row
