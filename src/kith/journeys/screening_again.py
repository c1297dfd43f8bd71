"""Of the decisions on contacts, a lot takes some to be made a second time by somebody who does not see the first.

What two make of the same is counted for the whole front door, never by worker. Where the second would have done more, it is
not left there: the contact comes back to a third.
"""

from datetime import datetime
from uuid import UUID

from kith.chronology import queries as entries
from kith.clocks.due import due_by
from kith.journeys.catch_up import catch_up
from kith.journeys.held_closely import held_closely
from kith.journeys.opening_contacts import least_busy_screener, let_screen, open_again
from kith.kernel import lot
from kith.kernel.errors import Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.pathway import operations as pathway
from kith.pathway import queries as contacts
from kith.pathway.types import ContactView, SecondView
from kith.patterns.queries import rulebook

DIFFERS = "second_view_differs"


def draw_by_lot(*, contact: ContactView, by: Actor, at: datetime) -> UUID | None:
    """Whether the lot falls on a decision; then another screener makes it again. None of what is held closely, or where nobody else screens."""
    if not falls_on(contact.id) or held_closely(told=[contact.told]):
        return None
    saw_it = (*(view.practitioner for view in contact.views), *(who for who, _ in contact.openings))
    never = frozenset(filter(None, (contact.decided_by, *saw_it)))
    owner = least_busy_screener(area=contact.area, at=at, never=never)
    if owner is None:
        return None
    due_at = due_by(at, rulebook().screened_again_within)
    return pathway.draw(contact=contact.id, owner=owner.id, due_at=due_at, by=by, at=at)


def falls_on(contact: UUID) -> bool:
    """The lot, drawn from the contact's own id: nobody chooses, and asking again answers the same."""
    return lot.falls_on(contact, one_in=rulebook().screened_again_one_in)


@acts_for_the_partnership
def read_again(*, second: UUID, by: Actor, at: datetime) -> tuple[SecondView, ContactView]:
    """Its owner opens it: they may see the children. Raises Refused for anybody else, and where it is held closely by now."""
    held = contacts.second_screening(id=second)
    if held is None or held.owner != by.id:
        raise Refused("Somebody else was asked to screen this again.")
    contact = contacts.contact(id=held.contact)
    assert contact is not None, "a decision is drawn from a contact"
    if held_closely(told=[contact.told]):
        raise Refused("This contact is held closely by now. It needs no second view of yours.")
    with acting(by=by):
        children = entries.children_of(entry=contact.told)
        let_screen(children=children, practitioner=by.id, closely=False, by=by, at=at)
    return held, contact


@acts_for_the_partnership
def screen_again(*, second: UUID, outcome: str, reasons: str, by: Actor, at: datetime) -> UUID | None:
    """What somebody would have decided. Answers the contact that comes back to a third, where they would have done more."""
    _, contact = read_again(second=second, by=by, at=at)
    back = None
    with acting(by=by):
        pathway.screen_again(second=second, outcome=outcome, reasons=reasons, by=by, at=at)
        if _does_more(outcome, contact) and contacts.open_contact_on(told=contact.told) is None:
            never = frozenset(filter(None, (by.id, contact.decided_by)))
            back = open_again(contact=contact, because=DIFFERS, never=never, by=by, at=at)
    catch_up(at=at)
    return back


def _does_more(outcome: str, contact: ContactView) -> bool:
    """By the order of the rulebook's list, from nothing further to a strategy discussion."""
    order = list(rulebook().contact_outcomes)
    return order.index(outcome) > order.index(contact.outcome)
