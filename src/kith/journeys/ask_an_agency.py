"""One agency asks another for facts, or to do something: of a named person, answered on one page, climbing where it is not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.chronology import queries as entries
from kith.chronology.types import EntryView
from kith.clocks.due import due_by
from kith.grammar.closed_lists import Due
from kith.journeys.asking_agencies import who_answers
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.kiths_own_hand import kith_itself
from kith.journeys.letting_in import let_in
from kith.journeys.opening_contacts import open_again
from kith.journeys.passing_on import bring_back, is_passed_on
from kith.journeys.saying import say
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.pathway import operations as pathway
from kith.pathway import queries as asked_before
from kith.pathway.policies import check_can_answer
from kith.pathway.types import NewRequest, RequestView
from kith.patterns.queries import rulebook

BASIS = "open_request"
ACTIONS = ("agreed", "declined", "no_capacity")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked: of which agency, ``what`` in words, an ``action``'s code or none, for what ``purpose``, how soon."""

    agency: str
    what: str
    purpose: str
    how_soon: str = "working_day"
    action: str = ""


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What is answered: facts and why they matter, or why they are not told; or whether it is done."""

    answer: str
    words: str
    relevance: str = ""
    parents_may_be_told: str = ""
    not_shared: str = ""


@acts_for_the_partnership
def ask_an_agency(
    *, children: tuple[UUID, ...], asked: Asked, contact: UUID | None = None, by: Actor, at: datetime
) -> UUID:
    """Ask. The person who answers for that agency may see the children meanwhile. Raises BadInput naming the field."""
    _check_asked(asked, children, by)
    owner = who_answers(asked.agency, children, by, at)
    if owner is None:
        raise BadInput("agency", "Nobody there is known by name. Ring them, and record what they say.")
    with acting(by=by):
        entry = _say_asked(children, asked, by, at)
        made = pathway.ask(
            request=NewRequest(
                entry=entry, contact=contact, to_agency=asked.agency, to_agency_area=by.area, owner=owner,
                what=asked.what.strip(), action=asked.action, purpose=asked.purpose.strip(),
                due_at=due_by(at, _due(asked.how_soon)),
            ),
            by=by,
            at=at,
        )  # fmt: skip
        let_in(children=children, practitioner=owner, basis=BASIS, by=by, at=at)
    catch_up(at=at)
    return made


@acts_for_the_partnership
def answer_request(*, request: UUID, answered: Answered, by: Actor, at: datetime) -> UUID:
    """The agency that was asked answers. A late answer opens a contact again that was closed without it. Answers the entry."""
    held = request_of(request)
    check_can_answer(request=held, by=by)
    _check_answered(held, answered)
    with acting(by=by):
        entry = _say_answered(held, answered, by, at)
        pathway.answer(request=request, answer=answered.answer, entry=entry, by=by, at=at)
        if not is_passed_on(held):
            _open_what_was_closed(held, answered, by, at)
        elif answered.answer in asked_before.REFUSING:
            bring_back(request=request_of(request), by=by, at=at)
    catch_up(at=at)
    return entry


def climb_requests(*, at: datetime, limit: int) -> int:
    """What nobody answered in time, or was answered with no, goes one step up in the agency that was asked. Kith's own hand."""
    climbed = 0
    for one in asked_before.to_climb(at=at, limit=limit):
        by, to = kith_itself(area=one.area), _above(one, at)
        with acting(by=by):
            if is_passed_on(one):
                bring_back(request=one, by=by, at=at)
            elif to is not None:
                _climb(one, to, by, at)
            else:
                continue
        climbed += 1
    return climbed


def _climb(request: RequestView, to: UUID, by: Actor, at: datetime) -> None:
    pathway.climb(request=request.id, to=to, by=by, at=at)
    children = entries.children_of(entry=request.entry)
    let_in(children=children, practitioner=to, basis=BASIS, by=by, at=at)


def _above(request: RequestView, at: datetime) -> UUID | None:
    """Who answers for the agency that was asked, and has not answered before. Where there is nobody, the front door's list shows it."""
    role = rulebook().agencies[request.to_agency].manager
    never = frozenset(filter(None, (request.owner, request.answered_by)))
    try:
        return agencies.holder_of(role=role, area=request.to_agency_area, at=at, never=never).id
    except NobodyHolds:
        return None


def request_of(request: UUID) -> RequestView:
    """A request. Raises BadInput where there is none such."""
    held = asked_before.request(id=request)
    if held is None:
        raise BadInput("request", "There is no such request.")
    return held


def _check_asked(asked: Asked, children: tuple[UUID, ...], by: Actor) -> None:
    book = rulebook()
    if not children:
        raise BadInput("children", "Say which child it is about.")
    if asked.agency not in book.agencies or asked.agency == by.agency:
        raise BadInput("agency", "Choose which agency you ask.")
    if asked.action and asked.action not in book.actions_asked:
        raise BadInput("action", "Choose what you ask them to do, or ask for facts alone.")
    if not asked.what.strip():
        raise BadInput(
            "what", "Name the facts that you need, or what is to be done. “Everything” is answered by nobody."
        )
    if not asked.purpose.strip():
        raise BadInput("purpose", "Say what it is for: they may tell you only what serves that.")
    if asked.how_soon not in book.how_soon:
        raise BadInput("how_soon", "Say by when you need it.")


def _check_answered(held: RequestView, answered: Answered) -> None:
    book = rulebook()
    allowed = ACTIONS if held.action else ("told", "not_told")
    if answered.answer not in allowed:
        raise BadInput("answer", "Choose what you answer.")
    if answered.answer == "not_told" and answered.not_shared not in book.not_shared:
        raise BadInput("not_shared", "Choose why it is not told: that is kept as your agency’s decision.")
    if not answered.words.strip() and not (
        answered.answer in ("agreed",) or answered.not_shared == "not_held"
    ):
        words = (
            "Say why, so that whoever asked can do otherwise."
            if held.action or answered.not_shared
            else "Write what you know."
        )
        raise BadInput("words", words)
    if answered.answer == "told" and answered.parents_may_be_told not in book.may_be_told:
        raise BadInput("parents_may_be_told", "Say whether the parents may be told this.")


def _open_what_was_closed(held: RequestView, answered: Answered, by: Actor, at: datetime) -> None:
    """An answer that came after the decision is read by a person, who decides again where it changes something."""
    contact = asked_before.contact(id=held.contact) if held.contact else None
    if contact is None or contact.is_open or answered.not_shared == "not_held":
        return
    if asked_before.open_contact_on(told=contact.told) is None:
        open_again(contact=contact, because="answer_came", never=frozenset(), by=by, at=at)


def _say_asked(children: tuple[UUID, ...], asked: Asked, by: Actor, at: datetime) -> UUID:
    details: dict[str, Any] = {"from": by.agency, "to": asked.agency}
    kind = "action_requested" if asked.action else "information_requested"
    details |= {"action": asked.action} if asked.action else {"what": asked.what.strip()}
    text = f"{asked.what.strip()}\nFor: {asked.purpose.strip()}"
    about = [description_of(person=child, by=by, at=at) for child in children]
    told = ((asked.agency, by.area),)
    return say(kind, about=about, details=details, text=text, told=told, by=by, at=at)


def _say_answered(held: RequestView, answered: Answered, by: Actor, at: datetime) -> UUID:
    asked: EntryView | None = entries.entry(held.entry)
    if asked is None:
        raise Refused("What was asked is not here any more: it was lawfully erased.")
    if held.action:
        kind = "action_answered"
        details: dict[str, Any] = {
            "action": held.action,
            "answer": answered.answer,
            "reason": answered.words.strip(),
        }
    else:
        kind = "information_provided"
        details = {
            "from": by.agency, "to": asked.said_by, "what": answered.words.strip(), "relevance": answered.relevance.strip(),
            "parents_may_be_told": answered.parents_may_be_told, "not_shared": answered.not_shared,
        }  # fmt: skip
    details = {name: value for name, value in details.items() if value}
    return say(
        kind,
        about=[description_of(person=child, by=by, at=at) for child in entries.children_of(entry=asked.id)],
        details=details,
        told=((asked.said_by, asked.said_by_area),),
        references=((asked.id, "answers"),),
        by=by,
        at=at,
    )


def _due(how_soon: str) -> Due:
    return rulebook().how_soon[how_soon]
