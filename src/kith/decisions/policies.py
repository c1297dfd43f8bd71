"""Who may read a decision, who may write in it, and why not."""

from uuid import UUID

from kith.decisions.challenges.policies import SCRUTINEER
from kith.decisions.models import AgreedAction, Decision
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor


def check_can_read(*, decision: UUID, by: Actor) -> None:
    """Its owner, the agencies that were asked, whoever is to do something and the independent scrutineer; once it is decided, whoever may see the child, which is asked elsewhere.

    Nobody else reads positions before they are all before the owner. Raises Refused with the reason.
    """
    row = _decision(decision)
    asked = row.invitations.filter(agency=by.agency, agency_area=by.area)
    does = row.actions.filter(owner=by.id)
    of_those = row.owner_id == by.id or SCRUTINEER in by.roles or asked.exists() or does.exists()
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


def check_can_write_in(*, decision: UUID, by: Actor) -> None:
    """While it is open, its owner and everybody of an agency that was asked write in the discussion. Raises Refused."""
    row = _decision(decision)
    if row.decided_at:
        raise Refused("This has been decided, and its record is closed. What came later is a new entry.")
    if row.owner_id != by.id and not row.invitations.filter(agency=by.agency, agency_area=by.area).exists():
        raise Refused("Your agency was not asked about this. Ring its owner if it should be.")


def check_can_decide_for_children(*, decision: UUID, by: Actor) -> None:
    """Its owner says what is decided for each child, also afterwards for one who was forgotten. Raises Refused."""
    if _decision(decision).owner_id != by.id:
        raise Refused("Whoever makes the decision writes what is decided for each child.")


def check_can_answer_action(*, action: UUID, by: Actor) -> None:
    """Whoever is to do it says yes or no; the owner of the decision writes down what was said aloud. Raises Refused."""
    row = _action(action)
    if row.ended_at:
        raise Refused("This action has ended. Ask for a new one.")
    if by.id not in (row.owner_id, row.decision.owner_id):
        raise Refused("Only whoever is to do it, or whoever leads the discussion, says yes or no.")


def check_can_end_action(*, action: UUID, done: bool, by: Actor) -> None:
    """Whoever is to do it says that it is done; that it is not done any more, the owner of the decision alone. Raises Refused."""
    row = _action(action)
    if row.ended_at:
        raise Refused("This action has ended already.")
    if by.id == row.decision.owner_id or (done and by.id == row.owner_id):
        return
    if by.id == row.owner_id:
        raise Refused("If you cannot do it, say no with the reason: then it goes back to whoever decided.")
    raise Refused("Only whoever does it, or whoever decided, says that it is done.")


def _action(action: UUID) -> AgreedAction:
    row = AgreedAction.objects.select_related("decision").filter(id=action).first()
    if row is None:
        raise BadInput("action", "There is no such action.")
    return row


def _decision(decision: UUID) -> Decision:
    row = Decision.objects.filter(id=decision).first()
    if row is None:
        raise BadInput("decision", "There is no such decision.")
    return row
