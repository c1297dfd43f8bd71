"""The contacts that wait for a decision, by their clock: for the front door's list, and for what needs their owners."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE, Practitioner
from kith.chronology import queries as entries
from kith.grammar.words import initial, named
from kith.journeys.held_closely import held_closely, manager_on_duty, may_open_closely
from kith.kernel.types import Actor
from kith.pathway import queries as contacts
from kith.pathway.policies import MANAGER, check_is_at_the_front_door
from kith.pathway.types import ContactView
from kith.people import queries as people
from kith.web.asked.waiting import unanswered
from kith.web.contacts.page import ContactsPage
from kith.web.jinja import number_word
from kith.web.parts.agency import agency
from kith.web.parts.clock import DUE, OVERDUE
from kith.web.parts.names import People, name_of
from kith.web.parts.needs import Need, NeedGroup
from kith.web.together.due import need_when

WHY = {
    "known_to_social_care": "It came back: it was closed on “known to social care”, and nobody there works with the child.",
    "information_outstanding": "It came back: it was closed while somebody had still to answer.",
    "images_not_seen": "It came back: it was decided before the pictures were seen.",
    "manager_disagrees": "It came back: a manager did not agree with what was decided.",
    "answer_came": "It came back: an answer came after it was decided.",
    "family_help_not_taken": "It came back: nobody took the family on for family help.",
    "second_view_differs": "It came back: somebody who screened it again, without seeing the decision, would have done more.",
    "relied_on_social_care": "An agency closed since it thought that social care works with the child. Nobody does.",
    "closed_unanswered": "An agency closed before what it had asked for was answered.",
    "sender_disagrees": "It came back: whoever told it did not agree with what was decided.",
}

BY_VOICE = {
    "family": "a relative",
    "public": "a member of the public",
    "anonymous": "somebody who gave no name",
    "child": "a child",
}
"""Who told it, where social care heard it from them itself."""


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the lines of several contacts have in common, read once for all of them."""

    owners: People
    children: Mapping[UUID, str]
    """The names of the children whom each is about, by the entry that told it."""
    closely: frozenset[UUID]
    """The entries that are about somebody who is held closely."""
    manager: Practitioner | None
    """Who answers for the front door now."""
    by: Actor
    at: datetime

    def is_named_to_reader(self, contact: ContactView) -> bool:
        """Whether the reader may learn whom it is about."""
        return contact.told not in self.closely or may_open_closely(
            contact=contact, manager=self.manager, by=self.by
        )


def around(waiting: Iterable[ContactView], *, by: Actor, at: datetime) -> Around:
    """A fixed number of statements, however many contacts wait."""
    held = tuple(waiting)
    about = entries.children_of_each(entries={one.told for one in held})
    children = people.persons(ids={child for found in about.values() for child in found})
    return Around(
        owners=agencies.practitioners(ids={one.owner for one in held}),
        children={told: named(children[one].name for one in found) for told, found in about.items()},
        closely=held_closely(told={one.told for one in held}),
        manager=manager_on_duty(area=by.area, at=at),
        by=by,
        at=at,
    )


def contacts_page(*, by: Actor, at: datetime) -> ContactsPage:
    """The list. Raises Refused for whoever does not screen. Somebody who is held closely is named to the manager on duty alone."""
    check_is_at_the_front_door(by=by, at=at)
    waiting = contacts.open_contacts(area=by.area)
    known = around(waiting, by=by, at=at)
    shown = [one for one in waiting if known.is_named_to_reader(one)]
    needs = [(one, need_of(one, known)) for one in shown]
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


def need_of(contact: ContactView, known: Around) -> Need:
    """One line: about whom, from whom, why it is here, and the way in."""
    when, tag, kind = need_when(contact.due_at, at=known.at)
    mine = contact.owner == known.by.id
    whose = "" if mine else f" {name_of(contact.owner, known.owners)} decides."
    return Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=f"{initial(came_from(contact))}: {known.children.get(contact.told, '')}",
        why=f"{WHY.get(contact.because) or _not_opened(contact)}{whose}",
        act="Decide" if mine else "Read",
        href=f"/contacts/{contact.id}/",
    )


def came_from(contact: ContactView) -> str:
    """``contact from school``, ``contact from a relative or neighbour``, ``contact from a child``"""
    if contact.voice in BY_VOICE and contact.came_from == SOCIAL_CARE:
        return f"contact from {BY_VOICE[contact.voice]}"
    return f"contact from {agency(contact.came_from).inside}"


def _not_opened(contact: ContactView) -> str:
    if contact.openings:
        return "A decision is owed at the latest one working day after it was told."
    return "Nobody has opened it."


def contacts_to_decide(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """For the first page after signing in: the contacts that one person is to decide on, and what only a manager may open now."""
    mine = contacts.open_contacts_of(owner=by.id)
    known = around(mine, by=by, at=at)
    for one in mine:
        yield (
            one.due_at,
            need_of(one, known) if known.is_named_to_reader(one) else _with_the_manager(one, known),
        )
    if known.manager and known.manager.id == by.id:
        yield from _to_take_over(by, at)


def _to_take_over(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """Contacts about somebody who is held closely now, whose owner is no manager of the front door: nobody else decides them."""
    told = contacts.told_of_open_contacts(area=by.area, but_not_of=MANAGER)
    waiting = contacts.open_contacts_on(told=held_closely(told=told)) if told else ()
    known = around(waiting, by=by, at=at)
    for one in waiting:
        if one.owner_role != MANAGER and one.owner != by.id:
            need = need_of(one, known)
            yield (
                one.due_at,
                replace(need, why=f"Its owner may not open it any more: take it over. {need.why}"),
            )


def _with_the_manager(contact: ContactView, known: Around) -> Need:
    """For its owner, who may no longer learn whom it is about: the manager on duty takes it over."""
    when, tag, kind = need_when(contact.due_at, at=known.at)
    manager = known.manager
    who = f"{manager.name}, {manager.phone}" if manager else "The duty desk"
    return Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=f"{initial(came_from(contact))}: held closely now",
        why=f"{who}, is asked to take it over. Ring if you began on it.",
        act="See",
        href="/contacts/",
    )
