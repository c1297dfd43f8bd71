"""Fills the page of one contact: what was told, who knows what about the children, and what the reader may do."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.chronology import queries as entries
from kith.chronology.types import EntryView
from kith.grammar.closed_lists import NOW, SAME_DAY
from kith.grammar.words import initial
from kith.pathway import queries as contacts
from kith.pathway.types import ContactView
from kith.patterns.types import PromptView
from kith.web.child.involved import involved_in
from kith.web.child.questions import open_prompts, questions
from kith.web.child.reading import Reading
from kith.web.contacts.asking import asked_of, asking_of
from kith.web.contacts.children_here import children_here
from kith.web.contacts.deciding import deciding_of, disagreeing_of, taking_of, thinking_of
from kith.web.contacts.door import AtContact
from kith.web.contacts.page import ContactPage, Decided, Lawful, Thought
from kith.web.contacts.told import told_of
from kith.web.contacts.told_before import counted
from kith.web.contacts.waiting import WHY, came_from
from kith.web.dates import lately
from kith.web.jinja import number_word
from kith.web.parts.ask import Ask
from kith.web.parts.form import Form
from kith.web.parts.lawful import lawful_steps
from kith.web.parts.names import People, name_of
from kith.web.parts.people import PersonInvolved
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.seen import read_each


def page_of(here: AtContact, *, form: Form | None = None) -> ContactPage:
    """The page, with ``form`` as it was typed where something needs mending."""
    contact, readings = here.contact, read_each(here.opened, by=here.by, at=here.at)
    book = readings[0].book
    due, kind = _due(contact, here.at)
    asks, wait = _asks(here, readings)
    back = _came_after(contact)
    who = agencies.practitioners(ids=_people_in(contact, back))
    return ContactPage(
        who=identity_of_all(readings),
        name=initial(came_from(contact)),
        why=WHY.get(contact.because, ""),
        due=due,
        due_kind=kind,
        owner=name_of(contact.owner, who),
        opened=_opened(contact, who, here.at),
        counted=counted(readings, here.at),
        told=tuple(told_of(contact, readings, here.by)),
        children=children_here(readings, by=here.by, at=here.at),
        asks=asks,
        asks_wait=wait,
        involved=_involved(readings),
        thoughts=_thoughts(here, who, readings[0]),
        lawful=tuple(
            Lawful(what=one.what, needs=one.needs, if_refused=one.if_refused, cited=one.cited)
            for one in lawful_steps(book, at=here.at).values()
        ),
        threshold=agencies.published_threshold(area=contact.area),
        asked_of=asked_of(contact, readings[0], here.at),
        asking=asking_of(here, readings, form),
        thinking=thinking_of(here, book, form),
        deciding=deciding_of(here, book, form),
        taking=taking_of(here, form),
        disagreeing=disagreeing_of(here, form),
        decided=_decided(here, back, who, readings[0]),
    )


def _due(contact: ContactView, at: datetime) -> tuple[str, str]:
    if contact.decided_at:
        return f"Decided {lately(contact.decided_at, now=at).words}", ""
    return due_words(contact.due_at, at=at, what="To be decided")


def _people_in(contact: ContactView, back: ContactView | None) -> set[UUID]:
    """Everybody who is named on the page as having done something with it."""
    openings = {who for who, _ in contact.openings}
    found = {contact.owner, contact.decided_by, *openings, *(one.practitioner for one in contact.views)}
    return {one for one in (*found, back.owner if back else None) if one}


def _opened(contact: ContactView, who: People, at: datetime) -> str:
    """Who opened it first: the same that whoever told it is told."""
    if not contact.openings:
        return "Nobody has opened it."
    first, when = contact.openings[0]
    return f"Opened first by {name_of(first, who)}, {lately(when, now=at).words}."


def _asks(here: AtContact, readings: Sequence[Reading]) -> tuple[tuple[Ask, ...], str]:
    """Facts and what is for today at once; what interprets waits until the reader has written what they think."""
    shown: dict[str, Ask] = {}
    waiting: set[str] = set()
    may_see_all = here.first_view is not None or not here.contact.is_open
    for reading in readings:
        prompts = open_prompts(reading)
        today = tuple(one for one in prompts if may_see_all or _is_for_today(one, reading))
        waiting |= {str(one.id) for one in prompts} - {str(one.id) for one in today}
        shown |= {ask.id: ask for ask in questions(reading, today)}
    return tuple(shown.values()), _wait(len(waiting), bool(shown))


def _is_for_today(prompt: PromptView, reading: Reading) -> bool:
    return reading.book.steps[prompt.step].due in (NOW, SAME_DAY)


def _wait(number: int, any_shown: bool) -> str:
    if number:
        what = "question of Kith’s waits" if number == 1 else "questions of Kith’s wait"
        return f"{number_word(number)} {what} until you have written what you think."
    return "" if any_shown else "Kith asks nothing about them now. That is not the same as safe."


def _involved(readings: Sequence[Reading]) -> tuple[PersonInvolved, ...]:
    found: dict[tuple[str, str], PersonInvolved] = {}
    for reading in readings:
        adults = access.adults_around(child=reading.child.id, by=reading.by, at=reading.at)
        found |= {(one.name, one.role): one for one in involved_in(reading, adults)}
    return tuple(found.values())


def _thoughts(here: AtContact, who: People, reading: Reading) -> tuple[Thought, ...]:
    """What was written: nobody reads another's first view before their own is written, so that the two are two."""
    own = here.first_view is not None or not here.contact.is_open
    shown = [one for one in here.contact.views if own or one.practitioner == here.by.id]
    return tuple(
        Thought(
            who=name_of(one.practitioner, who),
            when=lately(one.written_at, now=here.at).words,
            leaning=reading.book.contact_outcomes[one.leaning].label,
            words=one.words,
            before=one.before_questions,
        )
        for one in shown
    )


def _decided(here: AtContact, back: ContactView | None, who: People, reading: Reading) -> Decided | None:
    contact = here.contact
    if contact.decided_at is None or contact.decided_entry is None:
        return None
    entry: EntryView | None = entries.entry(contact.decided_entry)
    details = entry.details if entry else {}
    ground = reading.book.closing_reasons.get(contact.closing_reason)
    words = reading.book.contact_outcomes[contact.outcome].label
    return Decided(
        words=f"{words}: {ground.label[:1].lower()}{ground.label[1:]}" if ground else words,
        reasons=str(details.get("reason", "")),
        decided=f"{name_of(contact.decided_by, who)}, {lately(contact.decided_at, now=here.at).words}",
        despite=str(details.get("despite", "")),
        came_back=_came_back(back, who, here.at),
        came_back_href=f"/contacts/{back.id}/" if back else "",
    )


def _came_after(contact: ContactView) -> ContactView | None:
    """The contact as which it came back, if it did."""
    if contact.is_open:
        return None
    later = contacts.contacts_of(told=[contact.told])[contact.told]
    return next((one for one in later if one.comes_after == contact.id), None)


def _came_back(back: ContactView | None, who: People, at: datetime) -> str:
    if back is None:
        return ""
    when = due_words(back.due_at, at=at, what="Due")[0]
    return f"{WHY[back.because]} {name_of(back.owner, who)} looks again. {when}."
