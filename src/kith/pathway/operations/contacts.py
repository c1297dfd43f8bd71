"""Contacts are opened, read, handed on, thought about and decided."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from kith import rulebook
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.pathway import queries
from kith.pathway.models import Contact, ContactOpening, HandedOn, View
from kith.pathway.policies import check_can_decide, check_screened
from kith.pathway.types import NewContact, Screened


def open_contact(*, contact: NewContact, by: Actor, at: datetime) -> UUID:
    """Take up what was told. Answers the contact's id."""
    row = Contact.objects.create(
        area=by.area,
        told=contact.told,
        opened_entry=contact.opened_entry,
        came_from=contact.came_from,
        came_from_area=contact.came_from_area,
        voice=contact.voice,
        teller=contact.teller,
        how_soon=contact.how_soon,
        opened_at=at,
        opened_by=by.id,
        due_at=contact.due_at,
        calendar_version=contact.calendar_version,
        owner_id=contact.owner,
        owner_role=contact.owner_role,
        because=contact.because,
        comes_after_id=contact.comes_after,
    )
    return row.pk


def was_opened(*, contact: UUID, by: Actor, at: datetime) -> None:
    """Somebody at the front door reads it; the first time is kept, and told to whoever sent it."""
    ContactOpening.objects.get_or_create(
        contact_id=contact, opened_by=by.id, defaults={"area": by.area, "opened_at": at}
    )


@transaction.atomic
def take_over(*, contact: UUID, because: str = "", role: str, by: Actor, at: datetime) -> None:
    """From now on whoever asks owes the decision, in ``role``. Raises BadInput: it was decided, or is somebody else's and no reason is given."""
    row = _locked(contact)
    if row.decided_at:
        raise BadInput("contact", "This was decided already.")
    if row.owner_id == by.id:
        return
    if not because.strip():
        raise BadInput("because", "Say why you take it over: it is somebody else’s to decide.")
    HandedOn.objects.create(
        area=row.area,
        contact=row,
        from_owner=row.owner_id,
        to_owner=by.id,
        because=because.strip(),
        handed_at=at,
        handed_by=by.id,
    )
    row.owner_id, row.owner_role = by.id, role
    row.save(update_fields=["owner", "owner_role"])


@transaction.atomic
def write_view(*, contact: UUID, leaning: str, words: str, by: Actor, at: datetime) -> None:
    """What a screener thinks, in their own words. The first is before the questions; a later one stands beside it."""
    if leaning not in _book().contact_outcomes:
        raise BadInput("leaning", "Choose what you would decide now. You may decide otherwise later.")
    if not words.strip():
        raise BadInput("words", "Write what you think, and what would change it.")
    row = _locked(contact)
    if row.decided_at:
        raise BadInput("contact", "This was decided already.")
    is_first = not View.objects.filter(contact=row, written_by=by.id).exists()
    View.objects.create(
        area=row.area,
        contact=row,
        written_by=by.id,
        leaning=leaning,
        words=words.strip(),
        before_questions=is_first,
        written_at=at,
    )


@transaction.atomic
def decide(*, contact: UUID, screened: Screened, entry: UUID, by: Actor, at: datetime) -> None:
    """Decide on a contact. Raises Refused for anyone but its owner, or before they wrote what they think; BadInput."""
    check_screened(screened)
    row = _locked(contact)
    held = queries.contact(id=contact)
    assert held is not None
    check_can_decide(contact=held, by=by)
    row.outcome, row.decided_entry, row.decided_at, row.decided_by = screened.outcome, entry, at, by.id
    closes = _book().contact_outcomes[screened.outcome].closes
    row.told_back = screened.told_back.strip()
    row.closing_reason = screened.closing_reason if closes else ""
    row.save()


def _locked(contact: UUID) -> Contact:
    row = Contact.objects.select_for_update().filter(id=contact).first()
    if row is None:
        raise BadInput("contact", "There is no such contact.")
    return row


def _book() -> rulebook.Rulebook:
    return rulebook.load(settings.KITH_RULEBOOK)
