"""A professional asks for a child protection conference: of the chair, who says yes or no with reasons."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.agencies.types import NobodyHolds
from kith.clocks.due import due_by
from kith.decisions.challenges import reviewing
from kith.decisions.challenges.policies import check_can_answer_conference
from kith.decisions.challenges.types import ConferenceRequestView, NewConferenceRequest
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.letting_in import let_in
from kith.journeys.saying import say
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.patterns.queries import rulebook
from kith.reference.working_days import CALENDAR_VERSION

CHAIR = "conference_chair"


@dataclass(frozen=True, kw_only=True)
class ConferenceAsked:
    """Why a conference is needed; ``backed_by`` is a code of the rulebook's list."""

    why: str
    backed_by: str = "nobody"


@acts_for_the_partnership
def ask_for_a_conference(
    *, children: tuple[UUID, ...], asked: ConferenceAsked, by: Actor, at: datetime
) -> UUID:
    """Ask. The chair may see the children meanwhile. Answers the request's id. Raises BadInput naming the field."""
    book = rulebook()
    if not asked.why.strip():
        raise BadInput(
            "why", "Say why a conference is needed: what you know, and what you fear happens without one."
        )
    if asked.backed_by not in book.conference_backed_by:
        raise BadInput("backed_by", "Choose who backs it, or that nobody has been asked yet.")
    owner = _chair(children, by, at)
    with acting(by=by):
        entry = say(
            "conference_requested",
            about=[description_of(person=child, by=by, at=at) for child in children],
            details={"reason": asked.why.strip(), "backed_by": asked.backed_by},
            told=(("reviewing_service", by.area), ("childrens_social_care", by.area)),
            by=by,
            at=at,
        )
        if owner:
            let_in(children=children, practitioner=owner, by=by, at=at)
        new = NewConferenceRequest(
            children=children, why=asked.why, backed_by=asked.backed_by, entry=entry, owner=owner,
            due_at=due_by(at, book.conference_answered_within), calendar_version=CALENDAR_VERSION,
        )  # fmt: skip
        made = reviewing.ask_for_conference(asked=new, by=by, at=at)
    catch_up(at=at)
    return made


@acts_for_the_partnership
def answer_conference_request(*, asked: UUID, answer: str, reasons: str, by: Actor, at: datetime) -> UUID:
    """The chair answers, with reasons that stand in the chronology. Returns the entry."""
    held = conference_request_of(asked)
    check_can_answer_conference(asked=held, by=by)
    reviewing.check_answer_of_conference(answer=answer, reasons=reasons)
    with acting(by=by):
        entry = say(
            "decision_made",
            about=[description_of(person=child, by=by, at=at) for child in held.children],
            details={"outcome": answer, "step": "initial_conference", "reason": reasons.strip()},
            told=((held.agency, held.agency_area),),
            references=((held.entry, "answers"),),
            area=held.area,
            by=by,
            at=at,
        )
        reviewing.answer_conference(asked=asked, answer=answer, reasons=reasons, entry=entry, by=by, at=at)
    catch_up(at=at)
    return entry


def conference_request_of(asked: UUID) -> ConferenceRequestView:
    """A request for a conference. Raises BadInput where there is none such."""
    held = reviewing.conference_request(id=asked)
    if held is None:
        raise BadInput("asked", "There is no such request.")
    return held


def _chair(children: tuple[UUID, ...], by: Actor, at: datetime) -> UUID | None:
    never = frozenset({by.id})
    try:
        return access.owner_for(child=children[0], role=CHAIR, area=by.area, at=at, never=never).id
    except NobodyHolds:
        return None
