"""Whose a message is, who answers for it when it cannot be read, and who may look at it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds, Practitioner
from kith.journeys.who_says_who import SAYS_WHO as FRONT_DOOR
from kith.kernel.dead_letters import Letter, Sender
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.patterns.queries import rulebook

BODIES_APART = frozenset({"school", "early_years", "gp", "voluntary", "faith"})
"""Agencies whose teams are bodies of their own: what one school sent is nothing to another."""
NOT_YOURS = "This message is for the agency that sent it, or for the manager of the front door."


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Which letters somebody may look at: all of the area's, or their own agency's (and of these, by team)."""

    area: str
    agency: str | None
    teams: frozenset[UUID]


def team_of(*, by: Actor, at: datetime) -> UUID | None:
    """The sender's own body, where the teams of its agency are bodies apart; None where they are not, or it has none."""
    if by.agency not in BODIES_APART:
        return None
    return min(agencies.teams_of(practitioner=by.id, at=at), default=None)


def reach_of(*, by: Actor, at: datetime) -> Reach:
    """The manager of the front door, or who stands in, keeps the feeds of the area; anybody else their own agency's."""
    if answers_for_feeds(by=by, at=at):
        return Reach(area=by.area, agency=None, teams=frozenset())
    teams = agencies.teams_of(practitioner=by.id, at=at)
    return Reach(area=by.area, agency=by.agency, teams=teams)


def answers_for_feeds(*, by: Actor, at: datetime) -> bool:
    """Whether somebody answers for what comes in, for the whole area."""
    return agencies.answers_as(role=FRONT_DOOR, by=by, at=at)


def check_may_read(letter: Letter | None, *, by: Actor, at: datetime) -> Letter:
    """The letter, for whoever may look at it. Raises Refused, alike for one of others and one that is not there."""
    reach = reach_of(by=by, at=at)
    if letter is None or not letter.sender.agency or letter.area != reach.area:
        raise Refused(NOT_YOURS)
    own = letter.sender.agency == reach.agency and (
        letter.sender.team is None or letter.sender.team in reach.teams
    )
    if reach.agency is not None and not own:
        raise Refused(NOT_YOURS)
    return letter


def owner_of(sender: Sender, *, area: str, at: datetime) -> Practitioner | None:
    """The one person who answers for a letter now: the agency's own manager, else the front door's, or who stands in.

    None where nobody is on duty at all: then the duty desk is rung.
    """
    book = rulebook()
    role = book.agencies[sender.agency].manager if sender.agency in book.agencies else FRONT_DOOR
    for one in dict.fromkeys((role, FRONT_DOOR)):
        try:
            held = agencies.holder_of(role=one, area=area, at=at, teams=frozenset({sender.team} - {None}))  # type: ignore[arg-type]
        except NobodyHolds:
            continue
        if one == FRONT_DOOR or _is_theirs(held, sender, at):
            return held
    return None


def _is_theirs(held: Practitioner, sender: Sender, at: datetime) -> bool:
    """A role may be held elsewhere: another agency's doctor, or another school's head, does not answer for this one."""
    if held.agency != sender.agency:
        return False
    return sender.team is None or sender.team in agencies.teams_of(practitioner=held.id, at=at)
