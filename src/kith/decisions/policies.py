"""Who may read a decision, who may write in it, and why not."""

from uuid import UUID

from kith.decisions.challenges.policies import SCRUTINEER
from kith.decisions.models import Decision
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor


def check_can_read(*, decision: UUID, by: Actor) -> None:
    """Its owner, the agencies that were asked and the independent scrutineer; once it is decided, whoever may see the child, which is asked elsewhere.

    Nobody else reads positions before they are all before the owner. Raises Refused with the reason.
    """
    row = _decision(decision)
    asked = row.invitations.filter(agency=by.agency, agency_area=by.area)
    of_those = row.owner_id == by.id or SCRUTINEER in by.roles or asked.exists()
    if row.decided_at is None and not of_those:
        raise Refused(
            "Your agency was not asked about this, and it is not decided yet. What is decided will stand in the"
            " chronology. Ring its owner if you hold something they should know."
        )


def check_can_decide(*, decision: UUID, by: Actor) -> None:
    """Only its owner makes a decision, and once. Raises Refused with the reason."""
    row = _decision(decision)
    if row.decided_at:
        raise Refused("This has been decided. Open a new decision to look at it again; both will stand.")
    if row.owner_id != by.id:
        raise Refused(
            "One named person makes this decision, with everyone's position before them. Write yours."
        )
    asked = row.invitations.filter(agency=by.agency, agency_area=by.area)
    written = row.positions.filter(agency=by.agency, agency_area=by.area)
    if asked.exists() and not written.exists():
        raise Refused("Write your own agency's position first: then you see the others, and can decide.")


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
