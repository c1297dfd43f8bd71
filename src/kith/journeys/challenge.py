"""A professional disagrees: in their own words, answered stage by stage by one named person of the other side, until they say that it is settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.agencies.challenge_stages import stages_of
from kith.agencies.types import SOCIAL_CARE
from kith.decisions import queries as decisions
from kith.decisions.challenges import operations as challenges
from kith.decisions.challenges import queries, reviewing
from kith.decisions.challenges.policies import SCRUTINEER, check_can_go_on, check_can_press
from kith.decisions.challenges.types import ChallengeView, NewChallenge
from kith.decisions.types import DecisionView
from kith.grammar.closed_lists import ChallengeStage
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.saying import say
from kith.journeys.who_answers_a_challenge import Sides, new_stage, sides_of, stages_after
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.patterns.queries import rulebook

REVIEWING = "reviewing_service"
NO_REASON = (
    "Say why the child’s safety cannot wait for the answer that is still due, or for the stages between."
)


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """What somebody disagrees with: ``about`` is a code of the rulebook's list, ``to_agency`` the other side."""

    about: str
    words: str
    would_settle: str
    to_agency: str = ""


@dataclass(frozen=True, kw_only=True)
class Thing:
    """What is disagreed with: the decision, the conference that was not called, or else the children alone."""

    children: tuple[UUID, ...]
    decision: UUID | None = None
    conference: UUID | None = None

    @property
    def id(self) -> UUID:
        return self.decision or self.conference or self.children[0]


@acts_for_the_partnership
def disagree(*, thing: Thing, said: Disagreement, by: Actor, at: datetime) -> UUID:
    """Open a challenge, or join the one that the same agency has open of the same thing. Answers its id.

    Nothing waits for it: what was decided stands, and goes on. Raises BadInput naming the field.
    """
    said = _checked(said, thing, by)
    challenged = _challenged(thing, said.to_agency, by, at)
    with acting(by=by):
        challenges.hold_thing(thing=thing.id)
        held = queries.open_challenge_of(
            thing=thing.id, about=said.about, agency=by.agency, agency_area=by.area, to_agency=said.to_agency
        )
        if held:
            _join(held, said, by, at)
            return held.id
        entry = _say_dissent(thing, said, by, at)
        never = frozenset({by.id, *((challenged,) if challenged else ())})
        sides = Sides(
            children=thing.children, agency=by.agency, to_agency=said.to_agency, area=by.area, never=never
        )
        first = stages_of(area=by.area)[0]
        made = challenges.open_challenge(
            challenge=NewChallenge(
                thing=thing.id, children=thing.children, about=said.about, words=said.words,
                would_settle=said.would_settle, to_agency=said.to_agency, to_agency_area=by.area,
                challenged=challenged, entry=entry, decision=thing.decision, conference=thing.conference,
            ),
            stage=new_stage(first, sides=sides, because="opened", by=by, at=at),
            by=by,
            at=at,
        )  # fmt: skip
    catch_up(at=at)
    return made


def _join(held: ChallengeView, said: Disagreement, by: Actor, at: datetime) -> None:
    words = f"{said.words}\nWhat would settle it: {said.would_settle}"
    challenges.say_of(challenge=held.id, what="joined", words=words, by=by, at=at)


@acts_for_the_partnership
def answer_challenge(*, challenge: UUID, answer: str, words: str, by: Actor, at: datetime) -> None:
    """The person named for the stage answers: what is changed, or why it stands. It is an entry that answers the dissent."""
    held = challenge_of(challenge)
    with acting(by=by):
        challenges.answer(challenge=challenge, answer=answer, words=words, by=by, at=at)
        told = {"changed": "Changed, after a challenge", "explained": "It stands, after a challenge"}[answer]
        say(
            "management_decision",
            about=_about(held.children, by, at),
            details={"text": f"{told}: {words.strip()}"},
            told=((held.agency, held.agency_area),),
            references=((held.entry, "answers"),),
            area=held.area,
            by=by,
            at=at,
        )
    catch_up(at=at)


@acts_for_the_partnership
def press_on(
    *, challenge: UUID, after: int, to_stage: str = "", why: str = "", by: Actor, at: datetime
) -> bool:
    """Whoever disagrees takes it to the next stage, or passes stages over with the reason why safety cannot wait.

    ``after`` is the number of the stage that they had before them: answers False where it has gone on already. Raises
    Refused after the last stage, and BadInput naming the field.
    """
    with acting(by=by):
        held = challenges.hold(challenge=challenge)
        check_can_press(challenge=held, by=by, desk=agencies.duty_desk(area=by.area))
        if held.last.number != after:
            return False
        stage, passes_over = _next(held, to_stage, at)
        if passes_over and not why.strip():
            raise BadInput("why", NO_REASON)
        because = "passed_over" if passes_over else "pressed"
        new = new_stage(stage, sides=sides_of(held), because=because, why=why, by=by, at=at)
        challenges.go_on(challenge=challenge, after=after, stage=new, by=by, at=at)
        _say("escalation", held, {"stage": stage.code, "reason": why.strip() or held.words}, by, at)
    catch_up(at=at)
    return True


@acts_for_the_partnership
def settle_challenge(*, challenge: UUID, outcome: str, words: str, by: Actor, at: datetime) -> None:
    """Whoever disagreed says that it is settled, and how. Raises Refused, or BadInput naming the field."""
    held = challenge_of(challenge)
    check_can_go_on(challenge=held, by=by)
    challenges.check_settled(outcome=outcome, words=words)
    with acting(by=by):
        details = {"stage": held.last.stage, "reason": words.strip()}
        entry = _say("escalation_resolved", held, details, by, at)
        challenges.settle(challenge=challenge, outcome=outcome, words=words, entry=entry, by=by, at=at)
    catch_up(at=at)


def say_more(*, challenge: UUID, what: str, words: str, by: Actor, at: datetime) -> None:
    """The scrutineer asks, or whoever was named adds to their answer. Raises Refused, or BadInput."""
    if what != "added" and (what != "asked" or SCRUTINEER not in by.roles):
        raise Refused(
            "The independent scrutineer asks, and whoever was named to answer adds. Ring whoever answers."
        )
    with acting(by=by):
        challenges.say_of(challenge=challenge, what=what, words=words, by=by, at=at)


def challenge_of(challenge: UUID) -> ChallengeView:
    """A challenge. Raises BadInput where there is none such."""
    held = queries.challenge(id=challenge)
    if held is None:
        raise BadInput("challenge", "There is no such challenge.")
    return held


# ── whom it is put to ─────────────────────────────────────────────────────────────────────────────────────────────


def default_side(*, thing: Thing, by: Actor) -> str:
    """The agency that answers where nobody chooses another: whose decision it is, or social care."""
    if thing.conference:
        return REVIEWING
    if thing.decision and (held := decisions.decision(id=thing.decision, by=by)):
        owner = agencies.practitioner(id=held.owner)
        return owner.agency if owner else SOCIAL_CARE
    return "" if by.agency == SOCIAL_CARE else SOCIAL_CARE


def _checked(said: Disagreement, thing: Thing, by: Actor) -> Disagreement:
    if said.about not in rulebook().challenge_about:
        raise BadInput("about", "Choose what it is about.")
    if not said.words.strip():
        raise BadInput(
            "words", "Say in your own words what you disagree with. They are kept as you write them."
        )
    if not said.would_settle.strip():
        raise BadInput("would_settle", "Say what would settle it for you.")
    to = said.to_agency or default_side(thing=thing, by=by)
    if agencies.agency(area=by.area, code=to) is None:
        raise BadInput("to_agency", "Choose which agency it is put to.")
    return Disagreement(
        about=said.about, words=said.words.strip(), would_settle=said.would_settle.strip(), to_agency=to
    )


def _challenged(thing: Thing, to_agency: str, by: Actor, at: datetime) -> UUID | None:
    """The practitioner of the other side whose decision it is; None where it is about what was not done."""
    if thing.conference:
        asked = reviewing.conference_request(id=thing.conference)
        return asked.answered_by if asked else None
    held = decisions.decision(id=thing.decision, by=by) if thing.decision else None
    if held:
        return _whose(held, to_agency, by)
    if to_agency == by.agency:
        raise BadInput(
            "to_agency", "Inside your own agency, talk to your manager: a challenge is put to another."
        )
    worker = access.responsible_for(child=thing.children[0], at=at).worker
    return worker.id if worker and worker.agency == to_agency else None


def _whose(held: DecisionView, to_agency: str, by: Actor) -> UUID | None:
    owner = agencies.practitioner(id=held.owner)
    if owner and owner.agency == to_agency:
        if owner.id == by.id:
            raise BadInput(
                "to_agency", "This decision is your own. Choose the agency with which you disagree."
            )
        return owner.id
    return next((one.practitioner for one in held.invitations if one.agency == to_agency), None)


# ── what the chronology is told ───────────────────────────────────────────────────────────────────────────────────


def _say_dissent(thing: Thing, said: Disagreement, by: Actor, at: datetime) -> UUID:
    held = decisions.decision(id=thing.decision, by=by) if thing.decision else None
    details: dict[str, Any] = {
        "about": said.about, "reason": said.words, "would_settle": said.would_settle, "to": said.to_agency,
        "stage": stages_of(area=by.area)[0].code,
    }  # fmt: skip
    details |= {"decision": str(thing.decision)} if thing.decision else {}
    told = [
        (said.to_agency, by.area),
        *((one.agency, one.agency_area) for one in (held.invitations if held else ())),
    ]
    about = _about(thing.children, by, at)
    return say("dissent", about=about, details=details, text=said.words, told=told, by=by, at=at)


def _say(kind: str, held: ChallengeView, more: Mapping[str, Any], by: Actor, at: datetime) -> UUID:
    details = {"about": held.about, "to": held.to_agency, **more}
    details |= {"decision": str(held.decision)} if held.decision else {}
    return say(
        kind,
        about=_about(held.children, by, at),
        details=details,
        told=((held.to_agency, held.to_agency_area),),
        references=((held.entry, "settles" if kind == "escalation_resolved" else "about"),),
        area=held.area,
        by=by,
        at=at,
    )


def _about(children: tuple[UUID, ...], by: Actor, at: datetime) -> list[UUID]:
    return [description_of(person=child, by=by, at=at) for child in children]


def _next(held: ChallengeView, to_stage: str, at: datetime) -> tuple[ChallengeStage, bool]:
    """The stage that it goes to, and whether something is passed over by it."""
    above = stages_after(held)
    if not above:
        raise Refused(
            "There is no stage above this one in your area. Ring the duty desk where a child is not safe."
        )
    stage = next((one for one in above if one.code == (to_stage or above[0].code)), None)
    if stage is None:
        raise BadInput("to_stage", "Choose to whom it goes.")
    still_due = held.last.waits and not held.last.is_overdue(at=at)
    return stage, still_due or stage is not above[0]
