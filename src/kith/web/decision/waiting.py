"""The open decisions that one person makes or was asked about: for their own list, and for what needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.conf import settings

from kith import rulebook
from kith.access import policies
from kith.decisions import queries as decisions
from kith.decisions.types import DecisionView
from kith.grammar.words import named
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.web.decision.standing import have
from kith.web.parts.needs import Need, NeedGroup
from kith.web.together.due import need_when


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One open decision, as it waits for somebody."""

    decision: DecisionView
    names: str
    mine: bool
    """Whether this person makes it."""
    to_write: bool
    """Whether their agency has still to write its position."""


@dataclass(frozen=True, kw_only=True)
class DecisionsPage:
    """Every open decision of one person."""

    template: ClassVar[str] = "decision/waiting.jinja"
    section: ClassVar[str] = "discussions"
    title: ClassVar[str] = "Discussions and decisions"

    lead: str
    groups: tuple[NeedGroup, ...]
    silence: str
    """Said where there are none."""


def waiting_for(*, by: Actor, at: datetime) -> tuple[Waiting, ...]:
    """Those about children whom the person may see, the earliest due first: asked of them by name, or of their agency."""
    held = decisions.open_decisions_for(by=by)
    children = {child for one in held for child in one.children}
    seen = set(policies.sight(by=by, at=at).filter(child__in=children).values_list("child", flat=True))
    persons = people.persons(ids=children)
    return tuple(_waiting(one, by, seen, persons) for one in held if seen & set(one.children))


def _waiting(one: DecisionView, by: Actor, seen: set[UUID], persons: dict[UUID, Person]) -> Waiting:
    us = (by.agency, by.area)
    asked = any((i.agency, i.agency_area) == us for i in one.invitations)
    written = any((p.agency, p.agency_area) == us for p in one.positions)
    return Waiting(
        decision=one,
        names=named(persons[child].name for child in one.children if child in seen),
        mine=one.owner == by.id,
        to_write=asked and not written,
    )


def need_of(waiting: Waiting, *, at: datetime) -> Need:
    """One line: what it is, how it stands, and the way in."""
    decision = waiting.decision
    step = rulebook.load(settings.KITH_RULEBOOK).steps[decision.step]
    when, tag, kind = need_when(decision.due_at, at=at)
    return Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=f"{step.label[:1].upper()}{step.label[1:]}: {waiting.names}",
        why=" ".join((_whose(waiting), _heard(decision))),
        act="Write your position" if waiting.to_write else "Decide" if waiting.mine else "Read",
        href=f"/decisions/{decision.id}/",
    )


def _whose(waiting: Waiting) -> str:
    if waiting.to_write:
        return "Your agency’s position is not written." + (" You make the decision." if waiting.mine else "")
    return (
        "You make the decision." if waiting.mine else "Your agency has written; it waits for whoever decides."
    )


def _heard(decision: DecisionView) -> str:
    wrote = [one.agency for one in decision.latest]
    return f"{have(wrote)} written." if wrote else "Nobody has written yet."


def decisions_page(*, by: Actor, at: datetime) -> DecisionsPage:
    """Yours to write or make first, then those that wait for others."""
    held = waiting_for(by=by, at=at)
    mine = [one for one in held if one.mine or one.to_write]
    others = [one for one in held if not (one.mine or one.to_write)]
    groups = (_group("They wait for you", mine, at), _group("They wait for others", others, at))
    return DecisionsPage(
        lead="A joint decision has one owner, one question, and each agency’s position in its own words.",
        groups=tuple(group for group in groups if group.needs),
        silence="No joint decision waits for you, and none that you were asked about waits for others."
        " One is opened from a question of Kith’s, or from a child’s own page.",
    )


def _group(title: str, held: Sequence[Waiting], at: datetime) -> NeedGroup:
    return NeedGroup(title=title, needs=tuple(need_of(one, at=at) for one in held))
