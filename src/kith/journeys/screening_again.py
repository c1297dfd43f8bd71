"""Of the decisions on contacts, a lot takes some to be made a second time by somebody who does not see the first.

What two make of the same is counted for the whole front door, never by worker. Where the second would have done more, it is
not left there: the contact comes back to a third.
"""

from datetime import datetime
from hashlib import sha256
from uuid import UUID

from kith.agencies import queries as agencies
from kith.chronology import queries as entries
from kith.clocks.due import due_by
from kith.journeys.catch_up import catch_up
from kith.journeys.held_closely import held_closely
from kith.journeys.opening_contacts import let_screen, open_again
from kith.kernel.errors import Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.pathway import operations as pathway
from kith.pathway import queries as contacts
from kith.pathway.policies import SCREENER
from kith.pathway.types import ContactView, SecondView
from kith.patterns.queries import rulebook

DIFFERS = "second_view_differs"


def draw_by_lot(*, contact: ContactView, by: Actor, at: datetime) -> UUID | None:
    """Whether the lot falls on a decision; then another screener makes it again. None of what is held closely, or where nobody else screens."""
    if not falls_on(contact.id) or held_closely(told=[contact.told]):
        return None
    never = {
        contact.decided_by,
        *(view.practitioner for view in contact.views),
        *(who for who, _ in contact.openings),
    }
    others = [
        one for one in agencies.holders_of(role=SCREENER, area=contact.area, at=at) if one.id not in never
    ]
    if not others:
        return None
    waiting = contacts.how_many_wait_for(owners=[one.id for one in others])
    owner = min(others, key=lambda one: waiting.get(one.id, 0))
    due_at = due_by(at, rulebook().screened_again_within)
    return pathway.draw(contact=contact.id, owner=owner.id, due_at=due_at, by=by, at=at)


def falls_on(contact: UUID) -> bool:
    """The lot, drawn from the contact's own id: nobody chooses, and asking again answers the same."""
    one_in = rulebook().screened_again_one_in
    return bool(one_in) and int.from_bytes(sha256(contact.bytes).digest()[:8], "big") % one_in == 0


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
        if _does_more(outcome, contact) and not _is_looked_at(contact):
            never = frozenset(filter(None, (by.id, contact.decided_by)))
            back = open_again(contact=contact, because=DIFFERS, never=never, by=by, at=at)
    catch_up(at=at)
    return back


def _does_more(outcome: str, contact: ContactView) -> bool:
    """By the order of the rulebook's list, from nothing further to a strategy discussion."""
    order = list(rulebook().contact_outcomes)
    return order.index(outcome) > order.index(contact.outcome)


def _is_looked_at(contact: ContactView) -> bool:
    return any(one.is_open for one in contacts.contacts_of(told=[contact.told])[contact.told])
