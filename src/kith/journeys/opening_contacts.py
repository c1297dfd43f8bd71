"""What the front door is told becomes a contact: an entry that says so, one named person, and by when they decide."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.access import queries as seeing
from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE, Practitioner
from kith.chronology import operations as chronology
from kith.chronology import queries as entries
from kith.chronology.types import EntryView, KnownTo, NewEntry, Reference
from kith.clocks.due import due_by
from kith.grammar.closed_lists import Due
from kith.journeys.held_closely import held_closely
from kith.journeys.kiths_own_hand import KITH, kith_itself
from kith.journeys.letting_in import let_in
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.pathway import operations as pathway
from kith.pathway import queries as contacts
from kith.pathway.policies import BY_NIGHT, MANAGER, SCREENER
from kith.pathway.types import ContactView, NewContact
from kith.patterns.queries import rulebook
from kith.reference.working_days import CALENDAR_VERSION

BASIS = "screens_a_contact"


def open_for(*, told: UUID, how_soon: str, because: str = "told", by: Actor, at: datetime) -> UUID:
    """Open a contact on an entry that told something, or that closed on what is not so. Answers its id."""
    entry = told_entry(told)
    return _take_up(
        entry,
        teller=entry.recorded_by if entry.recorded_by != KITH else None,
        how_soon=how_soon,
        due=rulebook().how_soon[how_soon] if because == "told" else rulebook().comes_back[because],
        refers_to=(entry.id,),
        because=because,
        by=by,
        at=at,
    )


def open_again(
    *, contact: ContactView, because: str, never: frozenset[UUID], by: Actor, at: datetime
) -> UUID:
    """A contact comes back: somebody looks again who is none of ``never``. Answers the new contact's id."""
    entry = told_entry(contact.told)
    return _take_up(
        entry,
        teller=contact.teller,
        how_soon="working_day",
        due=rulebook().comes_back[because],
        refers_to=(entry.id, *filter(None, (contact.decided_entry,))),
        because=because,
        comes_after=contact.id,
        never=never,
        by=by,
        at=at,
    )


def told_entry(id: UUID) -> EntryView:
    """The entry that told it. Raises BadInput where it was erased."""
    found = entries.entry(id)
    if found is None:
        raise BadInput("contact", "What was told is not here any more: it was lawfully erased.")
    return found


def owner_for(
    entry: EntryView, *, how_soon: str, at: datetime, never: frozenset[UUID] = frozenset()
) -> tuple[Practitioner, str]:
    """The named person and their role: whoever screens and has the fewest open; by night, what is urgent goes to whoever works."""
    if held_closely(told=[entry.id]):
        return agencies.holder_of(role=MANAGER, area=entry.area, at=at, never=never), MANAGER
    if how_soon != "working_day" and agencies.is_on_the_rota(role=BY_NIGHT, area=entry.area, at=at):
        return agencies.holder_of(role=BY_NIGHT, area=entry.area, at=at, never=never), BY_NIGHT
    if screener := least_busy_screener(area=entry.area, at=at, never=never):
        return screener, SCREENER
    return agencies.holder_of(role=MANAGER, area=entry.area, at=at, never=never), MANAGER


def least_busy_screener(*, area: str, at: datetime, never: frozenset[UUID]) -> Practitioner | None:
    """Who screens and has the fewest contacts to decide on; None where nobody but ``never`` does."""
    screeners = [one for one in agencies.holders_of(role=SCREENER, area=area, at=at) if one.id not in never]
    waiting = contacts.how_many_wait_for(owners=[one.id for one in screeners])
    return min(screeners, key=lambda one: waiting.get(one.id, 0), default=None)


def let_screen(
    *, children: Iterable[UUID], practitioner: UUID, closely: bool, by: Actor, at: datetime
) -> None:
    """Whoever decides on a contact may see its children; one who is sealed where it is opened ``closely`` alone."""
    let_in(
        children=[child for child in children if not _is_let_in(child, practitioner, at)],
        practitioner=practitioner,
        basis=BASIS,
        sealed=closely,
        by=by,
        at=at,
    )


def _is_let_in(child: UUID, practitioner: UUID, at: datetime) -> bool:
    involved = seeing.involved_with(child=child, at=at)
    return any(one.whom.practitioner == practitioner and BASIS in one.bases for one in involved)


def _take_up(
    entry: EntryView,
    *,
    teller: UUID | None,
    how_soon: str,
    due: Due,
    refers_to: tuple[UUID, ...],
    because: str = "told",
    comes_after: UUID | None = None,
    never: frozenset[UUID] = frozenset(),
    by: Actor,
    at: datetime,
) -> UUID:
    owner, role = owner_for(entry, how_soon=how_soon, at=at, never=never)
    new = NewContact(
        told=entry.id,
        opened_entry=_say_opened(entry, because=because, owner=owner, refers_to=refers_to, at=at),
        came_from=entry.said_by,
        came_from_area=entry.said_by_area,
        voice=entry.voice,
        teller=teller,
        how_soon=how_soon,
        due_at=due_by(at, due),
        calendar_version=CALENDAR_VERSION,
        owner=owner.id,
        owner_role=role,
        because=because,
        comes_after=comes_after,
    )
    contact = pathway.open_contact(contact=new, by=by, at=at)
    let_screen(
        children=entries.children_of(entry=entry.id),
        practitioner=owner.id,
        closely=role == MANAGER,
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
