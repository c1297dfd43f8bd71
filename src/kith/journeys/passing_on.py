"""Where the front door's decision needs somebody else to act, one named person takes it on, or the contact comes back."""

from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE
from kith.chronology import queries as entries
from kith.clocks.due import due_by
from kith.journeys.letting_in import let_in
from kith.journeys.opening_contacts import open_again
from kith.journeys.saying import say
from kith.kernel.types import Actor
from kith.pathway import operations as pathway
from kith.pathway import queries as contacts
from kith.pathway.types import FAMILY_HELP, ContactView, NewRequest, RequestView, Screened
from kith.patterns.queries import rulebook

BASIS = "open_request"
COMES_BACK = "family_help_not_taken"


def pass_on(
    *, contact: ContactView, screened: Screened, decision: UUID, by: Actor, at: datetime
) -> UUID | None:
    """Ask the one person who takes such families on; they see the children meanwhile. None where nobody needs to accept it."""
    role = rulebook().contact_outcomes[screened.outcome].accepted_by
    if not role:
        return None
    owner = agencies.holder_of(role=role, area=contact.area, at=at)
    told = entries.entry(contact.told)
    assert told is not None, "it was decided on a moment ago"
    purpose = f"Decided at the front door: {screened.reasons.strip()}"
    asked = say(
        "action_requested",
        about=told.about,
        details={"action": FAMILY_HELP, "to": SOCIAL_CARE},
        text=purpose,
        references=((decision, "about"),),
        area=contact.area,
        by=by,
        at=at,
    )
    request = NewRequest(
        entry=asked, contact=contact.id, to_agency=SOCIAL_CARE, to_agency_area=contact.area, owner=owner.id,
        what="Take this family on for family help, with their agreement.", action=FAMILY_HELP, purpose=purpose,
        due_at=due_by(at, rulebook().accepted_within),
    )  # fmt: skip
    made = pathway.ask(request=request, by=by, at=at)
    children = entries.children_of(entry=contact.told)
    let_in(children=children, practitioner=owner.id, basis=BASIS, by=by, at=at)
    return made


def is_passed_on(request: RequestView) -> bool:
    """Whether it is a family that was passed on, and not something asked of another agency."""
    return request.action == FAMILY_HELP


def bring_back(*, request: RequestView, by: Actor, at: datetime) -> None:
    """Nobody took the family on: somebody at the front door looks again, unless somebody is looking already."""
    contact = contacts.contact(id=request.contact) if request.contact else None
    assert contact is not None, "a family is passed on by a contact's decision"
    back = contacts.open_contact_on(told=contact.told)
    if back is None:
        never = frozenset(filter(None, (request.owner, request.answered_by)))
        made = open_again(contact=contact, because=COMES_BACK, never=never, by=by, at=at)
        back = contacts.contact(id=made)
    assert back is not None
    pathway.climb(request=request.id, to=back.owner, by=by, at=at)
