"""Agencies talk about children with one page open: who is there, what each brings, what it may be, who does what, each child."""

from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.decisions import operations as decisions
from kith.decisions import queries
from kith.decisions.policies import check_can_write_in
from kith.decisions.types import DecisionView, NewAction, NewForChild
from kith.journeys import telling_decisions as telling
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import description_of
from kith.journeys.letting_in import let_in
from kith.journeys.saying import say
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor


@acts_for_the_partnership
def bring(
    *, decision: UUID, knows: str, may_be_told: str, thinks: str = "", by: Actor, at: datetime
) -> tuple[UUID, ...]:
    """What an agency brings: what it knows, whether parents may be told, and apart from it what somebody thinks of it.

    Both are entries at once, known to every agency that was asked. Returns them. Raises Refused, or BadInput naming the field.
    """
    check_can_write_in(decision=decision, by=by)
    if not (knows.strip() or thinks.strip()):
        raise BadInput("knows", "Write what you know.")
    if knows.strip() and not may_be_told:
        raise BadInput("may_be_told", "Say whether the parents may be told this.")
    held = _decision(decision, by)
    with acting(by=by):
        about = [description_of(person=child, by=by, at=at) for child in held.children]
        told = [(one.agency, one.agency_area) for one in held.invitations]
        said = []
        if knows.strip():
            details = {"from": by.agency, "what": knows.strip(), "parents_may_be_told": may_be_told}
            said.append(
                say("information_provided", about=about, details=details, told=told, area=held.area,
                    claim="reported", by=by, at=at)
            )  # fmt: skip
        if thinks.strip():
            said.append(
                say("other", about=about, text=thinks.strip(), told=told, area=held.area,
                    claim="opinion", by=by, at=at)
            )  # fmt: skip
        decisions.changed(decision)
    catch_up(at=at)
    return tuple(said)


@acts_for_the_partnership
def ask_for_action(*, decision: UUID, action: NewAction, by: Actor, at: datetime) -> UUID:
    """One named person of the area is asked to do something by a time; they may see the children from then on."""
    owner = agencies.practitioner(id=action.owner)
    if owner is None or owner.area != by.area:
        raise BadInput("owner", "Choose one person, by name.")
    with acting(by=by):
        asked = decisions.ask_for_action(decision=decision, action=action, by=by, at=at)
        let_in(children=_decision(decision, by).children, practitioner=owner.id, by=by, at=at)
    return asked


@acts_for_the_partnership
def end_action(*, action: UUID, ended: str, words: str, by: Actor, at: datetime) -> UUID | None:
    """What came of an action. Once the discussion has ended it is an entry, which is returned."""
    with acting(by=by):
        decisions.end_action(action=action, ended=ended, words=words, by=by, at=at)
        found = queries.action(id=action)
        assert found is not None
        held = _decision(found.decision, by)
        entry = telling.action_ended(decision=held, action=found, by=by, at=at) if held.decided_at else None
    catch_up(at=at)
    return entry


@acts_for_the_partnership
def decide_for_child(*, decision: UUID, new: NewForChild, by: Actor, at: datetime) -> UUID:
    """What is decided for one child of the discussion or of its home; told to the chronology when the discussion ends,
    or at once where it has ended. Raises Refused, or BadInput naming the field."""
    held = _decision(decision, by)
    if new.child not in to_decide_for(decision=held, by=by, at=at):
        raise BadInput("child", "This child is neither of the discussion nor of the home.")
    with acting(by=by):
        written = decisions.decide_for_child(decision=decision, new=new, by=by, at=at)
        if held.decided_at:
            one = next(one for one in _decision(decision, by).for_children if one.child == new.child)
            telling.for_child(decision=held, one=one, made=None, by=by, at=at)
    catch_up(at=at)
    return written


def to_decide_for(*, decision: DecisionView, by: Actor, at: datetime) -> tuple[UUID, ...]:
    """Each child of a discussion, then every other child and unborn child of their home and kin whom ``by`` may see."""
    others = (
        one.id
        for child in decision.children
        for one in access.other_children(child=child, by=by, at=at)
        if one.id and one.may_be_opened
    )
    return tuple(dict.fromkeys([*decision.children, *others]))


def _decision(decision: UUID, by: Actor) -> DecisionView:
    held = queries.decision(id=decision, by=by)
    if held is None:
        raise BadInput("decision", "There is no such decision.")
    return held
