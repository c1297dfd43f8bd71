"""What the front door is told becomes a contact: an entry that says so, one named person, and by when they decide."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access import queries as seeing
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.chronology import operations as chronology
from kith.chronology import queries as entries
from kith.chronology.types import EntryView, KnownTo, NewEntry, Reference
from kith.clocks.due import due_by
from kith.journeys.kiths_own_hand import KITH, kith_itself
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.pathway import operations as pathway
from kith.pathway import queries as contacts
from kith.pathway.policies import BY_NIGHT, MANAGER, SCREENER
from kith.pathway.types import ContactView, NewContact
from kith.patterns.queries import rulebook
from kith.people import queries as people
from kith.reference.working_days import CALENDAR_VERSION

BASIS = "screens_a_contact"
SOCIAL_CARE = "childrens_social_care"


def open_for(*, told: UUID, how_soon: str, by: Actor, at: datetime) -> UUID:
    """Open a contact on an entry that told something. Answers its id."""
    entry = _entry(told)
    owner, role = owner_for(entry, how_soon=how_soon, at=at)
    opened = _say_opened(entry, because="told", owner=owner, refers_to=(entry.id,), at=at)
    return _open(
        entry,
        NewContact(
            told=told,
            opened_entry=opened,
            came_from=entry.said_by,
            came_from_area=entry.said_by_area,
            voice=entry.voice,
            teller=entry.recorded_by if entry.recorded_by != KITH else None,
            how_soon=how_soon,
            due_at=due_by(at, rulebook().how_soon[how_soon]),
            calendar_version=CALENDAR_VERSION,
            owner=owner.id,
            owner_role=role,
            held_closely=is_held_closely(entry),
        ),
        by=by,
        at=at,
    )


def open_again(
    *, contact: ContactView, because: str, never: frozenset[UUID], by: Actor, at: datetime
) -> UUID:
    """A contact comes back: somebody looks again who is none of ``never``. Answers the new contact's id."""
    entry = _entry(contact.told)
    owner, role = owner_for(entry, how_soon="working_day", at=at, never=never)
    refers_to = (entry.id, *filter(None, (contact.decided_entry,)))
    opened = _say_opened(entry, because=because, owner=owner, refers_to=refers_to, at=at)
    return _open(
        entry,
        NewContact(
            told=contact.told,
            opened_entry=opened,
            came_from=contact.came_from,
            came_from_area=contact.came_from_area,
            voice=contact.voice,
            teller=contact.teller,
            how_soon="working_day",
            due_at=due_by(at, rulebook().comes_back[because]),
            calendar_version=CALENDAR_VERSION,
            owner=owner.id,
            owner_role=role,
            held_closely=is_held_closely(entry),
            because=because,
            comes_after=contact.id,
        ),
        by=by,
        at=at,
    )


def owner_for(
    entry: EntryView, *, how_soon: str, at: datetime, never: frozenset[UUID] = frozenset()
) -> tuple[Practitioner, str]:
    """The named person and their role: whoever screens and has the fewest open; by night, what is urgent goes to whoever works."""
    if is_held_closely(entry):
        return _holder(MANAGER, entry.area, at, never), MANAGER
    if how_soon != "working_day" and agencies.is_on_the_rota(role=BY_NIGHT, area=entry.area, at=at):
        return _holder(BY_NIGHT, entry.area, at, never), BY_NIGHT
    screeners = [
        one for one in agencies.holders_of(role=SCREENER, area=entry.area, at=at) if one.id not in never
    ]
    if not screeners:
        return _holder(MANAGER, entry.area, at, never), MANAGER
    waiting = contacts.how_many_wait_for(owners=[one.id for one in screeners])
    return min(screeners, key=lambda one: waiting.get(one.id, 0)), SCREENER


def is_held_closely(entry: EntryView) -> bool:
    """Whether it is about a restricted or sealed child. The manager on duty decides then, as on any other: no name tells which it is."""
    return any(child.tier != "normal" for child in people.persons(ids=entry.people).values())


def _holder(role: str, area: str, at: datetime, never: frozenset[UUID]) -> Practitioner:
    return agencies.holder_of(role=role, area=area, at=at, never=never)


def let_screen(
    *, children: Iterable[UUID], practitioner: UUID, may_see_sealed: bool, by: Actor, at: datetime
) -> None:
    """Whoever decides on a contact may see its children; a sealed one only from the desk that is cleared for it."""
    for child in people.persons(ids=children).values():
        if child.kind == "adult" or (child.tier == "sealed" and not may_see_sealed):
            continue
        if not _is_let_in(child.id, practitioner, at):
            access.involve(child=child.id, whom=Whom(practitioner=practitioner), basis=BASIS, by=by, at=at)


def _is_let_in(child: UUID, practitioner: UUID, at: datetime) -> bool:
    involved = seeing.involved_with(child=child, at=at)
    return any(one.whom.practitioner == practitioner and BASIS in one.bases for one in involved)


def _open(entry: EntryView, new: NewContact, *, by: Actor, at: datetime) -> UUID:
    contact = pathway.open_contact(contact=new, by=by, at=at)
    let_screen(
        children=entry.people,
        practitioner=new.owner,
        may_see_sealed=new.held_closely,
        by=kith_itself(area=entry.area),
        at=at,
    )
    return contact


def _say_opened(
    entry: EntryView, *, because: str, owner: Practitioner, refers_to: tuple[UUID, ...], at: datetime
) -> UUID:
    """In the chronology, about whom the sender described: should a match be undone, it goes with what was told."""
    by = kith_itself(area=entry.area)
    new = NewEntry(
        area=entry.area,
        kind="contact_opened",
        said_by=SOCIAL_CARE,
        said_by_area=entry.area,
        recorded_by=by.id,
        claim="observed",
        happened_from=at,
        happened_to=at,
        precision="time",
        about=entry.about,
        details={"because": because, "owner": f"{owner.name}, {owner.phone}" if owner.phone else owner.name},
        known_to=(KnownTo(agency=entry.said_by, agency_area=entry.said_by_area, known_at=at),)
        if entry.said_by != SOCIAL_CARE
        else (),
        references=tuple(Reference(to=one, relation="answers") for one in refers_to),
    )
    return chronology.append(new, by=by, at=at)


def _entry(id: UUID) -> EntryView:
    found = entries.entry(id)
    if found is None:
        raise BadInput("contact", "What was told is not here any more: it was lawfully erased.")
    return found
