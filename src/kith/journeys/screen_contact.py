"""The front door screens a contact: it is read, somebody writes what they think, and one named person decides."""

from datetime import datetime
from uuid import UUID

from kith.access.bases import WRITING_UP, latest_end
from kith.chronology import operations as chronology
from kith.chronology import queries as entries
from kith.chronology.types import EntryView, KnownTo, NewEntry, Reference
from kith.journeys.catch_up import catch_up
from kith.journeys.opening_contacts import SOCIAL_CARE, let_screen, open_again
from kith.journeys.truths_of_contact import Truth, images_of, truths_of
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.pathway import operations as pathway
from kith.pathway import queries as contacts
from kith.pathway.policies import (
    check_can_decide,
    check_can_disagree,
    check_is_at_the_front_door,
    check_screened,
)
from kith.pathway.types import ContactView, Screened
from kith.patterns.queries import rulebook


@acts_for_the_partnership
def read_contact(*, contact: UUID, by: Actor, at: datetime) -> ContactView:
    """Somebody at the front door opens a contact: they may see its children, and whoever told it learns who opened it.

    Raises Refused: a contact about a child who is held closely is opened by its owner alone.
    """
    held = contact_of(contact)
    if held.owner != by.id:
        check_is_at_the_front_door(by=by, at=at)
        if held.held_closely:
            raise Refused("This contact is held closely. Ring the manager on duty.")
    with acting(by=by):
        if held.is_open or at <= latest_end(WRITING_UP, held.decided_at or at):
            let_screen(
                children=children_of(held),
                practitioner=by.id,
                may_see_sealed=held.held_closely,
                by=by,
                at=at,
            )
        if by.id != held.teller:
            pathway.was_opened(contact=contact, by=by, at=at)
            chronology.open(held.told, by=by, at=at, agency=SOCIAL_CARE, agency_area=held.area)
    return contact_of(contact)


def take_over(*, contact: UUID, because: str, by: Actor, at: datetime) -> None:
    """Whoever reads it owes the decision from now on. Raises Refused, or BadInput."""
    read_contact(contact=contact, by=by, at=at)
    with acting(by=by):
        pathway.take_over(contact=contact, because=because, by=by, at=at)


def write_view(*, contact: UUID, leaning: str, words: str, by: Actor, at: datetime) -> None:
    """A screener writes what they think; then they are shown Kith's questions. Raises Refused, or BadInput."""
    read_contact(contact=contact, by=by, at=at)
    with acting(by=by):
        pathway.write_view(contact=contact, leaning=leaning, words=words, by=by, at=at)


@acts_for_the_partnership
def decide_contact(*, contact: UUID, screened: Screened, by: Actor, at: datetime) -> UUID | None:
    """Its owner decides. Answers the contact that comes back, where something that was said against it makes it do so.

    Raises Refused; BadInput naming the field, such as ``despite`` where something speaks against closing and no reason is
    given to go on all the same.
    """
    held = contact_of(contact)
    check_can_decide(contact=held, by=by)
    check_screened(screened)
    against = tuple(one for one in truths_of(contact=held, by=by, at=at) if one.speaks_against(screened))
    if against and not screened.despite.strip():
        raise BadInput("despite", f"{against[0].words} Say why it is decided all the same.")
    with acting(by=by):
        entry = _say_decided(held, screened, by, at)
        pathway.decide(contact=contact, screened=screened, entry=entry, by=by, at=at)
        if screened.told_back.strip():
            _append(
                "referrer_told", _told(held), {"what": screened.told_back.strip()}, held, by, at, about=entry
            )
        back = _comes_back(contact_of(contact), against, by, at)
    catch_up(at=at)
    return back


@acts_for_the_partnership
def disagree(*, contact: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """A manager, or whoever told it, does not agree: the decision stands as it is, and somebody else looks again."""
    held = contact_of(contact)
    check_can_disagree(contact=held, by=by)
    if not because.strip():
        raise BadInput("because", "Say what was not seen, or why you think otherwise.")
    if waiting := next(
        (one for one in contacts.contacts_of(told=[held.told])[held.told] if one.is_open), None
    ):
        raise BadInput("because", f"Somebody is looking again already, by {waiting.due_at:%d %b %H:%M}.")
    by_teller = held.teller == by.id
    never = frozenset(filter(None, (held.decided_by, None if by_teller else by.id)))
    with acting(by=by):
        _say_disagreed(held, because.strip(), by, at)
        back = open_again(
            contact=held,
            because="sender_disagrees" if by_teller else "manager_disagrees",
            never=never,
            by=by,
            at=at,
        )
    catch_up(at=at)
    return back


def children_of(contact: ContactView) -> list[UUID]:
    """The children whom it is about, as they are linked now."""
    return entries.children_of(entry=contact.told)


def contact_of(contact: UUID) -> ContactView:
    """A contact. Raises BadInput where there is none such."""
    held = contacts.contact(id=contact)
    if held is None:
        raise BadInput("contact", "There is no such contact.")
    return held


def _comes_back(held: ContactView, against: tuple[Truth, ...], by: Actor, at: datetime) -> UUID | None:
    """At most one contact comes back, by the soonest of what speaks against the decision; never to whoever decided."""
    due = rulebook().comes_back
    returning = [one.code for one in against if one.code in due]
    if not returning:
        return None
    first = min(returning, key=list(due).index)
    return open_again(contact=held, because=first, never=frozenset({by.id}), by=by, at=at)


def _say_decided(held: ContactView, screened: Screened, by: Actor, at: datetime) -> UUID:
    closes = rulebook().contact_outcomes[screened.outcome].closes
    details = {
        "outcome": screened.outcome,
        "reason": screened.reasons.strip(),
        "closing_reason": screened.closing_reason if closes else "",
        "referrer_spoken_to": screened.spoken_to,
        "images": images_of(contact=held, by=by),
        "despite": screened.despite.strip(),
        "by_role": held.owner_role.replace("_", " "),
    }
    told = _told(held)
    return _append(
        "referral_decision", told, {name: value for name, value in details.items() if value}, held, by, at
    )


def _say_disagreed(held: ContactView, because: str, by: Actor, at: datetime) -> None:
    assert held.decided_entry is not None
    _append("dissent", _told(held), {"reason": because}, held, by, at, about=held.decided_entry)


def _append(
    kind: str,
    told: EntryView,
    details: dict[str, str],
    held: ContactView,
    by: Actor,
    at: datetime,
    *,
    about: UUID | None = None,
) -> UUID:
    relations = ((about, "about"),) if about else ((held.opened_entry, "answers"), (told.id, "answers"))
    others = {(SOCIAL_CARE, held.area), (held.came_from, held.came_from_area)} - {(by.agency, by.area)}
    entry = NewEntry(
        area=held.area,
        kind=kind,
        said_by=by.agency,
        said_by_area=by.area,
        actor_role=next(iter(by.roles), ""),
        recorded_by=by.id,
        claim="observed",
        happened_from=at,
        happened_to=at,
        precision="time",
        about=told.about,
        details=details,
        known_to=tuple(KnownTo(agency=code, agency_area=area, known_at=at) for code, area in sorted(others)),
        references=tuple(Reference(to=to, relation=relation) for to, relation in relations),
    )
    return chronology.append(entry, by=by, at=at)


def _told(held: ContactView) -> EntryView:
    found = entries.entry(held.told)
    if found is None:
        raise BadInput("contact", "What was told is not here any more: it was lawfully erased.")
    return found
