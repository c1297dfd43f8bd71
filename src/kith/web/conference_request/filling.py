"""Fills the pages on which a conference is asked for, and answered."""

from collections.abc import Sequence
from datetime import datetime

from kith.access.types import Basis, Opened
from kith.agencies import queries as agencies
from kith.clocks.due import due_by
from kith.decisions.challenges import reviewing
from kith.decisions.challenges.types import ConferenceRequestView
from kith.kernel.types import Actor
from kith.people.types import Person
from kith.web.child.reading import read
from kith.web.conference_request.page import AskForConferencePage, ConferenceRequestPage
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.form import Choice, Form
from kith.web.parts.names import name_of
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.seen import read_each
from kith.web.visit_note.filling import called

ANSWERS = (
    Choice(value="yes", words="Yes: a conference is called"),
    Choice(value="no", words="No"),
)
BACKED = {
    "nobody": "Nobody was asked to back it yet.",
    "senior_manager": "Backed by a senior manager: it should normally be agreed.",
    "named_or_designated": "Backed by a named or designated professional: it should normally be agreed.",
}


def ask_page(
    *, child: Person, by: Actor, at: datetime, basis: Basis, form: Form | None = None
) -> AskForConferencePage:
    """The form, with what was typed where something needs mending."""
    reading = read(child=child, by=by, at=at, basis=basis)
    words, _ = due_words(due_by(at, reading.book.conference_answered_within), at=at, what="To be answered")
    return AskForConferencePage(
        who=identity_of_all([reading]),
        called=called(child),
        backed_by=tuple(
            Choice(value=code, words=said) for code, said in reading.book.conference_backed_by.items()
        ),
        goes_to=f"The conference chair answers yes or no. {words}.",
        earlier=tuple(_earlier(one, at) for one in reviewing.conferences_about(child=child.id)),
        action=f"/children/{child.id}/conference/",
        form=form or Form(),
    )


def _earlier(one: ConferenceRequestView, at: datetime) -> tuple[str, str]:
    answer = {"yes": "yes", "no": "no"}.get(one.answer, "not answered yet")
    return (
        f"{agency(one.agency).label}, {lately(one.asked_at, now=at).words}: {answer}",
        f"/conferences/{one.id}/",
    )


def request_page(
    held: ConferenceRequestView,
    *,
    opened: Sequence[Opened],
    by: Actor,
    at: datetime,
    form: Form | None = None,
) -> ConferenceRequestPage:
    """One request, with the chair's form where the reader is the chair."""
    readings = read_each(opened, by=by, at=at)
    people = agencies.practitioners(ids={one for one in (held.asked_by, held.owner, held.answered_by) if one})
    due, kind = due_words(held.due_at, at=at, what="To be answered") if held.is_open else ("", "")
    owner, asker = people.get(held.owner) if held.owner else None, people.get(held.asked_by)
    nobody = f"No chair could be named. Ring the duty desk: {readings[0].desk}."
    asked = lately(held.asked_at, now=at).words
    return ConferenceRequestPage(
        who=identity_of_all(readings),
        agency=agency(held.agency),
        why=held.why,
        backed=BACKED.get(held.backed_by, ""),
        asked=f"{asker.name}, {asker.phone}, {asked}" if asker else asked,
        owner=f"Answered by {owner.name}, {owner.phone}." if owner else nobody,
        due=due,
        due_kind=kind,
        answers=ANSWERS if held.is_open and held.owner == by.id else (),
        action=f"/conferences/{held.id}/",
        form=form or Form(),
        answered=_answered(held, name_of(held.answered_by, people), at),
        reasons=held.reasons,
        challenge_href=f"/conferences/{held.id}/challenge/" if held.answer == "no" else "",
    )


def _answered(held: ConferenceRequestView, who: str, at: datetime) -> str:
    if held.answered_at is None:
        return ""
    answer = "Yes: a conference is called." if held.answer == "yes" else "No conference is called."
    return f"{answer} {who}, {lately(held.answered_at, now=at).words}"
