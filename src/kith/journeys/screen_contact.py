"""The front door screens a contact: it is read, somebody writes what they think, and one named person decides."""

from datetime import datetime
from uuid import UUID

from kith.access.bases import WRITING_UP, latest_end
from kith.agencies.types import SOCIAL_CARE
from kith.chronology import operations as chronology
from kith.chronology import queries as entries
from kith.journeys.catch_up import catch_up
from kith.journeys.held_closely import held_closely, manager_on_duty, may_open_closely
from kith.journeys.opening_contacts import let_screen, open_again, told_entry
from kith.journeys.passing_on import pass_on
from kith.journeys.saying import say
from kith.journeys.screening_again import draw_by_lot
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
    role_at_the_front_door,
)
from kith.pathway.types import ContactView, Screened
from kith.patterns.queries import rulebook


@acts_for_the_partnership
def read_contact(*, contact: UUID, by: Actor, at: datetime) -> ContactView:
    """Somebody at the front door opens a contact: they may see its children, and whoever told it learns who opened it.

    Raises Refused: a contact about somebody who is held closely is opened by the manager on duty alone.
    """
    held = contact_of(contact)
    closely = bool(held_closely(told=[held.told]))
    if held.owner != by.id:
        check_is_at_the_front_door(area=held.area, by=by, at=at)
    manager = manager_on_duty(area=held.area, at=at) if closely else None
    if closely and not may_open_closely(contact=held, manager=manager, by=by):
        raise Refused("This contact is held closely. Ring the manager on duty.")
    with acting(by=by):
        if held.is_open or at <= latest_end(WRITING_UP, held.decided_at or at):
            let_screen(children=children_of(held), practitioner=by.id, closely=closely, by=by, at=at)
        if by.id != held.teller:
            pathway.was_opened(contact=contact, by=by, at=at)
            chronology.open(held.told, by=by, at=at, agency=SOCIAL_CARE, agency_area=held.area)
    return contact_of(contact)


def take_over(*, contact: UUID, because: str, by: Actor, at: datetime) -> None:
    """Whoever reads it owes the decision from now on. Raises Refused, or BadInput."""
    read_contact(contact=contact, by=by, at=at)
    with acting(by=by):
        role = role_at_the_front_door(by=by, at=at)
        pathway.take_over(contact=contact, because=because, role=role, by=by, at=at)


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
        if told_back := screened.told_back.strip():
            _say("referrer_told", {"what": told_back}, held, by, at, references=((entry, "about"),))
        pass_on(contact=held, screened=screened, decision=entry, by=by, at=at)
        decided = contact_of(contact)
        draw_by_lot(contact=decided, by=by, at=at)
        back = _comes_back(decided, against, by, at)
    catch_up(at=at)
    return back


@acts_for_the_partnership
def disagree(*, contact: UUID, because: str, by: Actor, at: datetime) -> UUID:
    """A manager, or whoever told it, does not agree: the decision stands as it is, and somebody else looks again."""
    held = contact_of(contact)
    check_can_disagree(contact=held, by=by)
    if not because.strip():
        raise BadInput("because", "Say what was not seen, or why you think otherwise.")
    if contacts.open_contact_on(told=held.told):
        raise BadInput("because", "Somebody is looking again already. What you know beside it, tell them.")
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
    said = {name: value for name, value in details.items() if value}
    answers = ((held.opened_entry, "answers"), (held.told, "answers"))
    return _say("referral_decision", said, held, by, at, references=answers)


def _say_disagreed(held: ContactView, because: str, by: Actor, at: datetime) -> None:
    assert held.decided_entry is not None
    _say("dissent", {"reason": because}, held, by, at, references=((held.decided_entry, "about"),))


def _say(
    kind: str,
    details: dict[str, str],
    held: ContactView,
    by: Actor,
    at: datetime,
    *,
    references: tuple[tuple[UUID, str], ...],
) -> UUID:
    """About whom the sender described, and known to the sender and to social care."""
    return say(
        kind,
        about=told_entry(held.told).about,
        details=details,
        told=((SOCIAL_CARE, held.area), (held.came_from, held.came_from_area)),
        references=references,
        area=held.area,
        by=by,
        at=at,
    )
