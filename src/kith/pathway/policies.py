"""Who may read a contact at the front door, who may decide on it, and why not."""

from datetime import datetime

from django.conf import settings

from kith import rulebook
from kith.agencies import queries as agencies
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor
from kith.pathway.types import ContactView, RequestView, Screened

SCREENER, MANAGER, BY_NIGHT = "screener", "mash_manager", "emergency_duty_worker"


def role_at_the_front_door(*, by: Actor, at: datetime) -> str:
    """As what somebody screens contacts: manager or screener of the front door, or who answers by night; empty as none."""
    return next(
        (one for one in (MANAGER, SCREENER, BY_NIGHT) if agencies.answers_as(role=one, by=by, at=at)), ""
    )


def is_at_the_front_door(*, by: Actor, at: datetime) -> bool:
    """Whether somebody screens contacts."""
    return bool(role_at_the_front_door(by=by, at=at))


def check_is_at_the_front_door(*, by: Actor, at: datetime, area: str | None = None) -> None:
    """Contacts are read by those who screen them, in the area where they came in. Raises Refused with whom to ring."""
    if area not in (None, by.area) or not is_at_the_front_door(by=by, at=at):
        desk = agencies.duty_desk(area=by.area)
        raise Refused(f"Contacts are read by those who screen them at the front door. Ring the desk: {desk}.")


def check_can_decide(*, contact: ContactView, by: Actor) -> None:
    """One named person decides on a contact, once, and after they wrote what they think. Raises Refused."""
    if not contact.is_open:
        raise Refused("This was decided. If you do not agree, say so: somebody else looks at it again.")
    if contact.owner != by.id:
        raise Refused("One named person decides on this. Take it over first, and say why.")
    if contact.first_view_of(by.id) is None:
        raise Refused("Write what you think first. Then you see Kith’s questions, and decide.")


def check_screened(screened: Screened) -> None:
    """Everything that a decision needs was written. Raises BadInput naming the field."""
    book = rulebook.load(settings.KITH_RULEBOOK)
    outcome = book.contact_outcomes.get(screened.outcome)
    if outcome is None:
        raise BadInput("outcome", "Choose what is decided.")
    if outcome.closes and screened.closing_reason not in book.closing_reasons:
        raise BadInput("closing_reason", "Choose the ground on which it is closed.")
    if not screened.reasons.strip():
        raise BadInput(
            "reasons", "Write the reasons. They stand in the chronology, and the child may read them."
        )
    if screened.spoken_to not in book.spoken_to:
        raise BadInput("spoken_to", "Say whether anybody spoke with whoever told.")


def check_can_disagree(*, contact: ContactView, by: Actor) -> None:
    """A manager of the front door, or whoever told it, may say that they do not agree. Raises Refused."""
    if contact.is_open:
        raise Refused("Nothing has been decided yet.")
    if contact.decided_by == by.id:
        raise Refused("You decided this yourself. Open it again by recording what is new.")
    if contact.teller != by.id and MANAGER not in by.roles:
        raise Refused("Whoever told of this may disagree, or a manager of the front door.")


def check_can_answer(*, request: RequestView, by: Actor) -> None:
    """Whoever works in the agency that was asked may answer while nobody has. Raises Refused."""
    if (by.agency, by.area) != (request.to_agency, request.to_agency_area):
        raise Refused(
            "Another agency was asked this. Ring whoever asked if you hold something they should know."
        )
    if not request.is_open:
        raise Refused("This was answered already. What you know beside it, record as an entry of your own.")
