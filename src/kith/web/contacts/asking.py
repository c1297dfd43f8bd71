"""What other agencies were asked for a contact, and the form in which another is asked."""

from collections.abc import Sequence
from datetime import datetime

from kith.agencies import queries as agencies
from kith.pathway import queries as pathway
from kith.pathway.types import ContactView, RequestView
from kith.web.asked.filling import answered_words, people_in
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_of
from kith.web.contacts.door import AtContact
from kith.web.contacts.page import AskedOf, AskingAnAgency
from kith.web.parts.form import Choice, Form
from kith.web.parts.names import People
from kith.web.together.due import due_words
from kith.web.together.others import other_agencies

ASKING = ("agency", "what", "action", "purpose", "how_soon")
HOW_SOON = (
    Choice(value="now", words="Within an hour"),
    Choice(value="today", words="Today"),
    Choice(value="working_day", words="By the end of the next working day"),
)


def asked_of(contact: ContactView, reading: Reading, at: datetime) -> tuple[AskedOf, ...]:
    """Each request with how it stands, in the order in which it was asked."""
    asked = pathway.requests_for(contact=contact.id)
    people = people_in(asked)
    return tuple(_asked(one, people, reading, at) for one in asked)


def _asked(one: RequestView, people: People, reading: Reading, at: datetime) -> AskedOf:
    return AskedOf(
        agency=agency_of(one.to_agency, one.to_agency_area, reading),
        what=one.what,
        state=answered_words(one, people, at) or _waits(one, people, at),
        waits=one.is_open,
        href=f"/asked/{one.id}/",
    )


def _waits(one: RequestView, people: People, at: datetime) -> str:
    who = people.get(one.climbed_to or one.owner)
    whom = f" {'It went up to' if one.climbed_to else 'Asked of'} {who.name}, {who.phone}." if who else ""
    return f"Not answered. {due_words(one.due_at, at=at)[0]}.{whom}"


def asking_of(here: AtContact, readings: Sequence[Reading], form: Form | None) -> AskingAnAgency | None:
    """For whoever reads an open contact: those agencies first that know the children."""
    if not here.contact.is_open:
        return None
    book = readings[0].book
    own = {here.by.agency}
    known = other_agencies(readings, already=own)
    codes = {one.value for one in known}
    held = (one for one in agencies.agencies_in(area=here.by.area) if one.code not in own | codes)
    rest = tuple(Choice(value=one.code, words=one.name) for one in held)
    return AskingAnAgency(
        action=f"/contacts/{here.contact.id}/ask",
        agencies=(*known, *rest),
        actions=tuple(Choice(value=code, words=words) for code, words in book.actions_asked.items()),
        how_soon=HOW_SOON,
        form=form if form and set(form.answers) <= set(ASKING) else Form(answers={"how_soon": "working_day"}),
    )
