"""Fills the page after sending: who decides by when, whom to ring, who holds it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from kith import rulebook
from kith.access import policies
from kith.access.types import NotInvolved
from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE, NobodyHolds
from kith.clocks.due import due_by
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.pathway import queries as contacts
from kith.pathway.policies import MANAGER
from kith.pathway.types import ContactView
from kith.web.concern.in_words import leaves_words
from kith.web.concern.page import ConcernSentPage
from kith.web.concern.questions import is_urgent
from kith.web.concern.sending import Sent
from kith.web.dates import clock_time, lately
from kith.web.parts.form import Form, SayingWhy
from kith.web.reading.born import is_not_known
from kith.web.together.due import due_words

BEFORE_LEAVING = timedelta(minutes=15)
"""How long before the child leaves somebody who heard nothing should ring again."""


def sent_page(sent: Sent, *, by: Actor, at: datetime, form: Form | None = None) -> ConcernSentPage:
    """The same each time it is opened, but for what became of it meanwhile. ``form`` is a disagreement as it was typed."""
    desk = agencies.duty_desk(area=by.area)
    at_time = lately(sent.entry.recorded_at.astimezone(LONDON), now=at).words
    return ConcernSentPage(
        called=_called(sent),
        urgent=is_urgent(sent.answers),
        desk_phone=desk,
        sent=f"Sent to the duty desk at {at_time}. Your words are kept exactly as you wrote them.",
        held_is_not_told=_who_opened(sent, at),
        next_steps=tuple(_next_steps(sent, desk, at)),
        known_to=tuple(_known_to(sent, by, at)),
        photographs_href=f"/concern/{sent.entry.sender_key}/photographs/",
        child_href=_child_href(sent, by, at),
        disagreeing=_disagreeing(sent, by, form),
    )


def contact_to_disagree_with(sent: Sent, *, by: Actor) -> ContactView | None:
    """The decision on one's own concern, where nobody looks at it again already."""
    of_this = contacts.contacts_of(told=[sent.entry.id]).get(sent.entry.id, ())
    decided = [one for one in of_this if one.decided_at and one.teller == by.id]
    return decided[-1] if decided and not any(one.is_open for one in of_this) else None


def _disagreeing(sent: Sent, by: Actor, form: Form | None) -> SayingWhy | None:
    if contact_to_disagree_with(sent, by=by) is None:
        return None
    return SayingWhy(action=f"/concern/{sent.entry.sender_key}/disagree", form=form or Form())


def _called(sent: Sent) -> str:
    name = sent.answers.get("child_name", "")
    return "the child" if not name or is_not_known(name) else name


def _who_opened(sent: Sent, at: datetime) -> str:
    opened = [
        row for row in sent.entry.known_to if row.by is not None and row.how in ("opened", "acknowledged")
    ]
    theirs = [row for row in opened if row.agency == SOCIAL_CARE and row.by != sent.entry.recorded_by]
    if not theirs:
        return "Nobody at the desk has opened it yet."
    first = min(theirs, key=lambda row: row.known_at)
    person = agencies.practitioner(id=first.by) if first.by else None
    return f"{person.name if person else 'The desk'} opened it at {lately(first.known_at, now=at).words}."


def _next_steps(sent: Sent, desk: str, at: datetime) -> Iterator[str]:
    if leaves := leaves_words(sent.answers, at=at):
        ring_by = datetime.fromisoformat(sent.answers["leaves_at"]).astimezone(LONDON) - BEFORE_LEAVING
        subject = _called(sent)
        yield (
            f"{subject[0].upper()}{subject[1:]} leaves {leaves}. If nobody has rung you by {clock_time(ring_by)}, "
            f"ring {desk}."
        )
    yield from _decision(sent, desk, at)
    if sent.answers.get("family_told") in ("ask_desk", "danger"):
        yield f"Tell nobody in the family yet. Ask the desk whether, how and by whom: {desk}."
    yield f"If the child says more, or something changes, do not wait: ring {desk}, or record it again."


def _decision(sent: Sent, desk: str, at: datetime) -> Iterator[str]:
    """Who answers for it and by when; once it was decided, what. The same whoever the child is: no name of an owner is said."""
    of_this = contacts.contacts_of(told=[sent.entry.id]).get(sent.entry.id, ())
    decided = [one for one in of_this if one.decided_at]
    for one in decided:
        yield _what_was_decided(one, desk, at)
    if not decided:
        yield _who_decides(sent, desk, at)
        yield f"You are told here what was decided, why, and what would change it. If you disagree then, say so here, or ring {desk}."
    elif any(one.is_open for one in of_this):
        yield f"Somebody else looks at it again. Ring {desk} to say what they should know."
    else:
        yield f"If you disagree, say so below, or ring {desk}: somebody else looks at it again."


def _who_decides(sent: Sent, desk: str, at: datetime) -> str:
    """The manager on duty when it was sent, whoever has it."""
    recorded = sent.entry.recorded_at
    how_soon = sent.answers.get("how_soon", "working_day")
    due = due_by(recorded, rulebook.load(settings.KITH_RULEBOOK).how_soon[how_soon])
    by_when = due_words(due, at=recorded, what="A decision is due")[0]
    try:
        who = agencies.holder_of(role=MANAGER, area=sent.entry.area, at=recorded)
    except NobodyHolds:
        return f"Nobody is named to decide at this hour: ring {desk}. {by_when}."
    post = f", {who.title[0].lower()}{who.title[1:]}," if who.title else ""
    return f"{who.name}{post} answers for what happens next. {by_when}. Ring them on {who.phone or desk}."


def _what_was_decided(contact: ContactView, desk: str, at: datetime) -> str:
    outcome = rulebook.load(settings.KITH_RULEBOOK).contact_outcomes[contact.outcome].label
    decided = lately(contact.decided_at or at, now=at).words
    told = f" “{contact.told_back}”" if contact.told_back else f" Ring {desk} to hear why."
    return f"Decided {decided}: {outcome[:1].lower()}{outcome[1:]}.{told}"


def _known_to(sent: Sent, by: Actor, at: datetime) -> Iterator[str]:
    for row in sent.entry.known_to:
        held = agencies.agency(area=row.agency_area, code=row.agency)
        name = held.name if held else row.agency
        if row.how == "said":
            yield f"{name}: you said it"
        elif row.how in ("told", "delivered"):
            yield f"{name}: {row.how}, {lately(row.known_at, now=at).words}"


def _child_href(sent: Sent, by: Actor, at: datetime) -> str:
    """Only where the writer began from the child: whether words were matched with somebody is not to be learnt here."""
    child = sent.answers.get("began_from") or sent.answers.get("child_id", "")
    try:
        policies.check_can_see(child=UUID(child), by=by, at=at)
    except (ValueError, NotInvolved):
        return ""
    return f"/children/{child}/"
