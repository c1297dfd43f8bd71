"""A relative, a neighbour or a child tells of a worry without an account: it is taken in, added to, and answered."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kith.agencies.types import SOCIAL_CARE
from kith.chronology import queries as chronology
from kith.chronology.types import EntryView
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import as_named_by
from kith.journeys.kiths_own_hand import kith_itself
from kith.journeys.receive_concern import keep_concern
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import LONDON
from kith.kernel.errors import Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.pathway import queries as contacts
from kith.pathway.types import ContactView

CONTACT = "contact_received"


@dataclass(frozen=True, kw_only=True)
class Heard:
    """The contact as it stands, and the child whom it is about."""

    contact: UUID
    child: UUID


@dataclass(frozen=True, kw_only=True)
class Became:
    """All that somebody who told may lawfully learn; nothing of the child, the family or what was found."""

    received_on: date
    was_read: bool
    """Whether a person of the front door opened it."""
    something_is_done: bool | None
    """None while nothing is decided."""
    told_back: str = ""
    """What whoever decided wrote for them."""


@acts_for_the_partnership
def hear(
    *,
    concern: Concern,
    first: Callable[[], None] = lambda: None,
    then: Callable[[UUID], None] = lambda contact: None,
    area: str,
    at: datetime,
) -> Heard:
    """Take in what was told, by Kith's own hand; one named person at the front door decides on it.

    ``first`` runs first in the transaction, and ``then`` last, with the contact's id: what they raise stops it, and
    nothing was kept. Raises BadInput as ``receive_concern``.
    """
    by = kith_itself(area=area)
    with acting(by=by):
        received = keep_concern(concern=concern, once=first, by=by, at=at)
        contact = next(received.entries[said.key] for said in concern.entries if said.kind == CONTACT)
        then(contact)
    catch_up(at=at)
    return Heard(contact=contact, child=received.people[concern.people[0].key].person)


@acts_for_the_partnership
def hear_more(
    *, contact: UUID, text: str, childs_words: str = "", sender_key: str, area: str, at: datetime
) -> UUID:
    """A further contact from whoever told the first, about the same child; words that stand there already add nothing.

    Sent twice under one key it is kept once. Raises Refused where what was told first was lawfully erased.
    """
    by = kith_itself(area=area)
    first = _standing(contact)
    if text in first.text and childs_words in first.childs_words:
        return contact
    if before := sent_before(sender_key=sender_key, area=area):
        return before.contact
    child = chronology.children_of(entry=contact)[0]
    known = replace(as_named_by(person=child, by=by), said_by=SOCIAL_CARE, said_by_area=area)
    today = at.astimezone(LONDON)
    said = EntrySaid(
        key="more", kind=CONTACT, happened_from=today, happened_to=today, about=("child",), precision="approx",
        details={name: first.details[name] for name in ("informant", "referrer_role") if name in first.details},
        text=text, childs_words=childs_words, voice=first.voice, references=(("about", contact),), sender_key=sender_key,
    )  # fmt: skip
    concern = Concern(
        said_by=SOCIAL_CARE,
        said_by_area=area,
        people=(PersonSaid(key="child", description=known, person=child),),
        entries=(said,),
        for_the_desk="working_day",
    )
    return hear(concern=concern, area=area, at=at).contact


@acts_for_the_partnership
def what_became(*, contact: UUID, at: datetime) -> Became:
    """What may be told of it. Raises Refused where it was lawfully erased."""
    entry = _standing(contact)
    child = chronology.children_of(entry=contact)[0]
    of_it = contacts.contacts_of(told=[contact]).get(contact, ())
    decided = [one for one in of_it if one.decided_at]
    done = _done_here(decided) if decided else _done_elsewhere(child, entry, at)
    return Became(
        received_on=entry.recorded_at.astimezone(LONDON).date(),
        was_read=contact in chronology.opened_at_agency(entries=[contact], agency=SOCIAL_CARE),
        something_is_done=done,
        told_back=decided[-1].told_back if decided else "",
    )


def _done_here(decided: list[ContactView]) -> bool:
    return any(one.outcome != "no_further_action" for one in decided)


def _done_elsewhere(child: UUID, entry: EntryView, at: datetime) -> bool | None:
    """What social care's own system said that it decided about the child since."""
    rows = chronology.entries_for_page(
        child=child, as_at=at, kinds={"referral_decision"}, said_by={SOCIAL_CARE}
    )
    later = [one for one in rows if one.recorded_at >= entry.recorded_at and not one.is_withdrawn]
    first = min(later, key=lambda one: one.recorded_at, default=None)
    return None if first is None else first.details.get("outcome") != "no_further_action"


@acts_for_the_partnership
def sent_before(*, sender_key: str, area: str) -> Heard | None:
    """What came in under this reference of the door, or None; as it stands now, since another submit may have begun later."""
    found = chronology.sent_before(said_by=SOCIAL_CARE, said_by_area=area, sender_keys=[sender_key])
    if sender_key not in found:
        return None
    contact = found[sender_key].entry
    children = chronology.children_of(entry=contact)
    return Heard(contact=contact, child=children[0]) if children else None


def _standing(contact: UUID) -> EntryView:
    entry = chronology.entry(contact)
    if entry is None or not chronology.children_of(entry=contact):
        raise Refused("What was told was lawfully erased.")
    return entry
