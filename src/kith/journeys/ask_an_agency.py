"""One agency asks another for facts, or to do something: of a named person, answered on one page, climbing where it is not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.chronology import operations as chronology
from kith.chronology import queries as entries
from kith.chronology.types import EntryView, KnownTo, NewEntry, Reference
from kith.clocks.due import due_by
from kith.grammar.closed_lists import Due
from kith.journeys.asking_agencies import who_answers
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.kiths_own_hand import kith_itself
from kith.journeys.opening_contacts import open_again
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.pathway import operations as pathway
from kith.pathway import queries as asked_before
from kith.pathway.policies import check_can_answer
from kith.pathway.types import NewRequest, RequestView
from kith.patterns.queries import rulebook
from kith.people import queries as people

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
        _let_in(children, owner, by, at)
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
        _open_what_was_closed(held, answered, by, at)
    catch_up(at=at)
    return entry


def climb_requests(*, at: datetime, limit: int) -> int:
    """What nobody answered in time, or was answered with no, goes one step up in the agency that was asked. Kith's own hand."""
    waiting = asked_before.to_climb(at=at, limit=limit)
    for one in waiting:
        by = kith_itself(area=one.area)
        role = rulebook().agencies[one.to_agency].manager
        never = frozenset(filter(None, (one.owner, one.answered_by)))
        to = agencies.holder_of(role=role, area=one.to_agency_area, at=at, never=never)
        children = tuple(entries.children_of(entry=one.entry))
        with acting(by=by):
            pathway.climb(request=one.id, to=to.id, by=by, at=at)
            _let_in(children, to.id, by, at)
    return len(waiting)


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
    others = asked_before.contacts_of(told=[contact.told]).get(contact.told, ())
    if not any(one.is_open for one in others):
        open_again(contact=contact, because="answer_came", never=frozenset(), by=by, at=at)


def _let_in(children: tuple[UUID, ...], practitioner: UUID, by: Actor, at: datetime) -> None:
    """A sealed child only a person opens: whoever is asked is told by telephone."""
    for child in people.persons(ids=children).values():
        if child.tier != "sealed" and child.kind != "adult":
            access.involve(child=child.id, whom=Whom(practitioner=practitioner), basis=BASIS, by=by, at=at)


def _say_asked(children: tuple[UUID, ...], asked: Asked, by: Actor, at: datetime) -> UUID:
    details: dict[str, Any] = {"from": by.agency, "to": asked.agency}
    kind = "action_requested" if asked.action else "information_requested"
    details |= {"action": asked.action} if asked.action else {"what": asked.what.strip()}
    text = f"{asked.what.strip()}\nFor: {asked.purpose.strip()}"
    about = tuple(description_of(person=child, by=by, at=at) for child in children)
    told = (KnownTo(agency=asked.agency, agency_area=by.area, known_at=at),)
    return _append(kind, about, details, text, told, (), by, at)


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
    told = (KnownTo(agency=asked.said_by, agency_area=asked.said_by_area, known_at=at),)
    references = (Reference(to=asked.id, relation="answers"),)
    children = entries.children_of(entry=asked.id)
    about = tuple(description_of(person=child, by=by, at=at) for child in children)
    return _append(kind, about, details, "", told, references, by, at)


def _append(
    kind: str, about: tuple[UUID, ...], details: dict[str, Any], text: str, told: tuple[KnownTo, ...],
    references: tuple[Reference, ...], by: Actor, at: datetime,
) -> UUID:  # fmt: skip
    entry = NewEntry(
        area=by.area, kind=kind, said_by=by.agency, said_by_area=by.area, actor_role=next(iter(by.roles), ""),
        recorded_by=by.id, claim="observed", happened_from=at, happened_to=at, precision="time", about=about,
        details=details, text=text, known_to=told, references=references,
    )  # fmt: skip
    return chronology.append(entry, by=by, at=at)


def _due(how_soon: str) -> Due:
    return rulebook().how_soon[how_soon]
