"""Fills the page on which a request is answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kith.access.types import Opened
from kith.agencies import queries as agencies
from kith.agencies.types import SOCIAL_CARE
from kith.kernel.types import Actor
from kith.pathway.types import RequestView
from kith.rulebook import Rulebook
from kith.web.asked.page import Answering, AskedPage
from kith.web.child.reading import Reading
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.form import Choice, Form
from kith.web.parts.lawful import lawful_steps
from kith.web.parts.names import People, name_of
from kith.web.together.due import due_words
from kith.web.together.header import identity_of_all
from kith.web.together.seen import read_each

FIELDS = ("answer", "words", "relevance", "parents_may_be_told", "not_shared")
OF_FACTS = (
    Choice(value="told", words="We tell what we know"),
    Choice(value="not_told", words="We do not tell, or hold nothing"),
)
OF_ACTIONS = (
    Choice(value="agreed", words="Yes, we do it"),
    Choice(value="declined", words="No, we do not"),
    Choice(
        value="no_capacity",
        words="Nobody is free to do it",
        hint="It goes one step up in your agency at once.",
    ),
)
IN_WORDS = {
    "told": "told",
    "not_told": "not told",
    "agreed": "agreed",
    "declined": "declined",
    "no_capacity": "nobody was free",
}


@dataclass(frozen=True, kw_only=True)
class AtRequest:
    """A request, whoever reads it, when, and those of its children whom they may see."""

    request: RequestView
    by: Actor
    at: datetime
    opened: tuple[Opened, ...]


def people_in(requests: Iterable[RequestView]) -> People:
    """Everybody who is named in them."""
    named = {
        who for one in requests for who in (one.owner, one.asked_by, one.climbed_to, one.answered_by) if who
    }
    return agencies.practitioners(ids=named)


def page_of(here: AtRequest, *, form: Form | None = None) -> AskedPage:
    """The page, with ``form`` as it was typed where something needs mending."""
    request, readings = here.request, read_each(here.opened, by=here.by, at=here.at)
    people = people_in([request])
    asker = people.get(request.asked_by)
    due, kind = _due(request, here.at)
    return AskedPage(
        who=identity_of_all(readings),
        agency=agency(asker.agency if asker else SOCIAL_CARE),
        what=request.what,
        purpose=request.purpose,
        asked=f"{asker.name}, {asker.phone}, asked {lately(request.asked_at, now=here.at).words}"
        if asker
        else "",
        due=due,
        due_kind=kind,
        owner=name_of(request.owner, people),
        law=_law(readings[0].book, here.at),
        answering=_answering(here, readings, form or Form()),
        answered=answered_words(request, people, here.at),
        climbed=f"It went one step up, to {name_of(request.climbed_to, people)}."
        if request.climbed_to
        else "",
    )


def answered_words(request: RequestView, people: People, at: datetime) -> str:
    """``Answered today 11:02 by Sunita Grewal: told.``, or nothing."""
    if request.answered_at is None:
        return ""
    late = ", late" if request.was_late else ""
    when = lately(request.answered_at, now=at).words
    return f"Answered {when}{late} by {name_of(request.answered_by, people)}: {IN_WORDS[request.answer]}."


def _law(book: Rulebook, at: datetime) -> str:
    share = lawful_steps(book, at=at)["share"]
    return f"{share.needs} {share.if_refused} {share.cited}."


def _due(request: RequestView, at: datetime) -> tuple[str, str]:
    return ("", "") if request.answered_at else due_words(request.due_at, at=at, what="To be answered")


def _answering(here: AtRequest, readings: Sequence[Reading], form: Form) -> Answering | None:
    request, book = here.request, readings[0].book
    if not request.is_open or (here.by.agency, here.by.area) != (request.to_agency, request.to_agency_area):
        return None
    facts = not request.action
    return Answering(
        action=f"/asked/{request.id}/",
        answers=OF_FACTS if facts else OF_ACTIONS,
        may_be_told=_choices(book.may_be_told) if facts else (),
        not_shared=_choices(book.not_shared) if facts else (),
        form=form,
    )


def _choices(listed: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(value=code, words=words) for code, words in listed.items())
