"""The contacts that wait for a decision, by their clock: for the front door's list, and for what needs their owners."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.grammar.words import initial, named
from kith.journeys.opening_contacts import SOCIAL_CARE
from kith.journeys.screen_contact import children_of
from kith.kernel.types import Actor
from kith.pathway import queries as contacts
from kith.pathway.policies import check_is_at_the_front_door
from kith.pathway.types import ContactView
from kith.people import queries as people
from kith.web.asked.waiting import unanswered
from kith.web.contacts.page import ContactsPage
from kith.web.jinja import number_word
from kith.web.parts.agency import agency
from kith.web.parts.clock import DUE, OVERDUE
from kith.web.parts.needs import Need, NeedGroup
from kith.web.together.due import need_when

WHY = {
    "known_to_social_care": "It came back: it was closed on “known to social care”, and nobody there works with the child.",
    "information_outstanding": "It came back: it was closed while somebody had still to answer.",
    "images_not_seen": "It came back: it was decided before the pictures were seen.",
    "manager_disagrees": "It came back: a manager did not agree with what was decided.",
    "answer_came": "It came back: an answer came after it was decided.",
    "sender_disagrees": "It came back: whoever told it did not agree with what was decided.",
}

BY_VOICE = {
    "family": "a relative",
    "public": "a member of the public",
    "anonymous": "somebody who gave no name",
    "child": "a child",
}
"""Who told it, where social care heard it from them itself."""


def contacts_page(*, by: Actor, at: datetime) -> ContactsPage:
    """The list. Raises Refused for whoever does not screen. A child who is held closely is named to nobody here."""
    check_is_at_the_front_door(by=by, at=at)
    waiting = contacts.open_contacts(area=by.area)
    shown = [one for one in waiting if not one.held_closely or one.owner == by.id]
    owners = agencies.practitioners(ids={one.owner for one in shown})
    needs = [(one, need_of(one, owners=owners, by=by, at=at)) for one in shown]
    return ContactsPage(
        lead=_lead([need for _, need in needs]),
        groups=tuple(_groups(needs, by)),
        silence="No contact waits for a decision. A line that is broken looks the same: see how fresh each agency’s data is on a child’s page.",
        unanswered=unanswered(area=by.area, at=at),
        closely=_closely(len(waiting) - len(shown)),
    )


def _groups(needs: Sequence[tuple[ContactView, Need]], by: Actor) -> Iterator[NeedGroup]:
    mine = tuple(need for one, need in needs if one.owner == by.id)
    others = tuple(need for one, need in needs if one.owner != by.id)
    if mine:
        yield NeedGroup(title="Yours to decide", needs=mine)
    if others:
        yield NeedGroup(title="Others’ to decide", needs=others)


def _lead(needs: Sequence[Need]) -> str:
    if not needs:
        return ""
    today = sum(need.tag_kind in (DUE, OVERDUE) for need in needs)
    number = number_word(len(needs))
    waits = "contact waits" if len(needs) == 1 else "contacts wait"
    due = f", {number_word(today).lower()} of them today or overdue" if today and len(needs) > 1 else ""
    return f"{number} {waits} for a decision{due}."


def _closely(number: int) -> str:
    if not number:
        return ""
    return f"{number_word(number)} more {'is' if number == 1 else 'are'} held closely, and with the manager on duty."


def need_of(contact: ContactView, *, owners: dict, by: Actor, at: datetime) -> Need:
    """One line: about whom, from whom, why it is here, and the way in."""
    when, tag, kind = need_when(contact.due_at, at=at)
    owner: Practitioner = owners[contact.owner]
    whose = "" if contact.owner == by.id else f" {owner.name} decides."
    return Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=f"{initial(came_from(contact))}: {names_of(contact)}",
        why=f"{WHY.get(contact.because) or _not_opened(contact)}{whose}",
        act="Decide" if contact.owner == by.id else "Read",
        href=f"/contacts/{contact.id}/",
    )


def came_from(contact: ContactView) -> str:
    """``contact from school``, ``contact from a relative or neighbour``, ``contact from a child``"""
    if contact.voice in BY_VOICE and contact.came_from == SOCIAL_CARE:
        return f"contact from {BY_VOICE[contact.voice]}"
    label = agency(contact.came_from).label
    return f"contact from {label if label[:2].isupper() else label[:1].lower() + label[1:]}"


def names_of(contact: ContactView) -> str:
    """The children whom it is about, by name."""
    return named(one.name for one in people.persons(ids=children_of(contact)).values())


def _not_opened(contact: ContactView) -> str:
    if contact.openings:
        return "A decision is owed at the latest one working day after it was told."
    return "Nobody has opened it."


def contacts_to_decide(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """For the first page after signing in: the contacts that one person is to decide on."""
    mine = contacts.open_contacts_of(owner=by.id)
    owners = agencies.practitioners(ids={one.owner for one in mine})
    for one in mine:
        yield one.due_at, need_of(one, owners=owners, by=by, at=at)
