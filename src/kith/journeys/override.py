"""Somebody decides against another's view: both views are kept, and somebody who did not decide looks at it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.clocks.due import due_by
from kith.decisions.challenges import reviewing
from kith.decisions.challenges.types import NewOverride, OverrideView
from kith.decisions.types import DecisionView
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

REVIEWER = "independent_reviewer"
IN_WORDS = {"yes": "Yes", "no": "No"}


@dataclass(frozen=True, kw_only=True)
class Overriding:
    """What a manager changes of what a worker decided, each in words."""

    their_view: str
    decided: str
    why: str
    would_change: str


def review_where_against_dissent(*, decision: DecisionView, by: Actor, at: datetime) -> UUID | None:
    """A yes or no about section 47 or safety against an agency's dissent waits for a review, by itself. Inside the caller's transaction."""
    book = rulebook()
    against = [one for one in decision.latest if one.agency in decision.dissenting]
    if decision.step not in book.overrides_reviewed_of or decision.outcome not in IN_WORDS or not against:
        return None
    label = book.steps[decision.step].label
    views = (f"{_called(one.agency)}: {one.reasons}" for one in against)
    return _override(
        decision.children,
        Overriding(
            their_view="\n".join(views),
            decided=f"{IN_WORDS[decision.outcome]} to {label}",
            why=decision.reasons,
            would_change="",
        ),
        decision=decision.id,
        entry=None,
        by=by,
        at=at,
    )


@acts_for_the_partnership
def override_a_worker(*, children: tuple[UUID, ...], said: Overriding, by: Actor, at: datetime) -> UUID:
    """A manager changes what a worker decided. It is an entry with both views, and is reviewed. Raises BadInput naming the field."""
    _check(said)
    with acting(by=by):
        entry = say(
            "management_decision",
            about=[description_of(person=child, by=by, at=at) for child in children],
            details={"overrides_practitioner": True, "text": _whole(said)},
            by=by,
            at=at,
        )
        made = _override(children, said, decision=None, entry=entry, by=by, at=at)
    catch_up(at=at)
    return made


def say_what_would_change(*, override: UUID, words: str, by: Actor, at: datetime) -> None:
    """Whoever decided says what would change it. Raises Refused, or BadInput naming the field."""
    with acting(by=by):
        reviewing.say_what_would_change(override=override, words=words, by=by, at=at)


def review_override(*, override: UUID, answer: str, found: str, by: Actor, at: datetime) -> None:
    """The reviewer says whether it stands. Raises Refused, or BadInput naming the field."""
    with acting(by=by):
        reviewing.review(override=override, answer=answer, found=found, by=by, at=at)


def override_of(override: UUID) -> OverrideView:
    """An override. Raises BadInput where there is none such."""
    held = reviewing.override_of(id=override)
    if held is None:
        raise BadInput("override", "There is no such review.")
    return held


def _override(
    children: tuple[UUID, ...],
    said: Overriding,
    *,
    decision: UUID | None,
    entry: UUID | None,
    by: Actor,
    at: datetime,
) -> UUID:
    reviewer = _reviewer(by, at)
    if reviewer:
        let_in(children=children, practitioner=reviewer, by=by, at=at)
    new = NewOverride(
        children=children, their_view=said.their_view, decided=said.decided, why=said.why,
        would_change=said.would_change, entry=entry, reviewer=reviewer, decision=decision,
        due_at=due_by(at, rulebook().override_reviewed_within), calendar_version=CALENDAR_VERSION,
    )  # fmt: skip
    return reviewing.override(override=new, by=by, at=at)


def _reviewer(by: Actor, at: datetime) -> UUID | None:
    """Whoever reviews, as the roles say who stands in; never whoever decided. None where nobody can be named."""
    try:
        return agencies.holder_of(role=REVIEWER, area=by.area, at=at, never=frozenset({by.id})).id
    except NobodyHolds:
        return None


def _check(said: Overriding) -> None:
    asked = (
        ("their_view", said.their_view, "Write what the worker decided or proposed, in their words."),
        ("decided", said.decided, "Write what you decide instead."),
        ("why", said.why, "Say why. They read it, and so does whoever reviews it."),
        ("would_change", said.would_change, "Say what would change it: a fact, somebody’s opinion, a day."),
    )
    for field, words, missing in asked:
        if not words.strip():
            raise BadInput(field, missing)


def _whole(said: Overriding) -> str:
    return (
        f"{said.decided.strip()}\nThe worker’s view: {said.their_view.strip()}\nWhy: {said.why.strip()}"
        f"\nWhat would change it: {said.would_change.strip()}"
    )


def _called(code: str) -> str:
    label = rulebook().agencies[code].short
    return label[:1].upper() + label[1:]
