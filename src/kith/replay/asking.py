"""Asking a history: the whole rulebook at every moment, and what would have been said."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from kith.grammar.known import Known
from kith.patterns.engines import in_memory
from kith.patterns.engines.answer import Answer
from kith.patterns.firing import fire
from kith.patterns.raising import raise_at
from kith.patterns.types import Firing, Said, Standing
from kith.replay.history import History, moments
from kith.rulebook import Rulebook


def asked_in_memory(found: History, rulebook: Rulebook) -> list[Answer]:
    """The reference engine's answers at every moment of a history, in order of time."""
    patterns = list(rulebook.patterns.values())
    return in_memory.ask(patterns, (found.moment(child, at) for at, child in each_moment(found, rulebook)))


def each_moment(found: History, rulebook: Rulebook) -> list[tuple[datetime, UUID]]:
    patterns = list(rulebook.patterns.values())
    return [(at, child) for at, children in moments(found, patterns).items() for child in children]


def said(found: History, answers: Iterable[Answer], rulebook: Rulebook) -> list[Said]:
    """What is said over time, when nobody acts: answers of one instant are taken together."""
    standing: dict[str, Standing] = {}
    sayings: list[Said] = []
    by_instant: dict[datetime, list[Answer]] = {}
    for answer in answers:
        by_instant.setdefault(answer.as_at, []).append(answer)
    for _, together in sorted(by_instant.items()):
        firings = [_fired(found, answer, rulebook) for answer in together]
        changed, new = raise_at(firings, standing=standing, steps=rulebook.steps)
        standing |= changed
        sayings += new
    return sayings


def _fired(found: History, answer: Answer, rulebook: Rulebook) -> Firing:
    moment = found.moment(answer.child, answer.as_at)
    firing = fire(answer, rulebook=rulebook, moment=moment, household=found.case.household_id)
    questioned = [row for row in moment.rows if row.entry in firing.questioned]
    return Firing(
        **{**firing.__dict__, "owner_role": not_questioned(firing.owner_role, questioned, rulebook)}
    )


def said_as_held(found: History, rulebook: Rulebook) -> list[tuple[Said, str | None]]:
    """What each agency alone could have been asked, from what it held; each saying with that agency."""
    agencies = sorted({agency for entry in found.case.entries for agency in entry.known_to})
    lines: list[tuple[Said, str | None]] = []
    for code, area in agencies:
        held = found.held_by((code, area))
        name = code if area == found.case.area else f"{code}, {area}"
        lines += [(saying, name) for saying in said(held, asked_in_memory(held, rulebook), rulebook)]
    return sorted(lines, key=lambda line: line[0].said_at)


def not_questioned(role: str, questioned: Sequence[Known], rulebook: Rulebook) -> str:
    """The role, or the next in its chain that none of the questioned entries was recorded by.

    A replay has one post-holder for each role, so that a role stands for its person.
    """
    chain = rulebook.chain(role)
    posts = {post for row in questioned for post in _posts(row, rulebook)}
    return next((one for one in chain if one not in posts), chain[-1])


def _posts(row: Known, rulebook: Rulebook) -> set[str]:
    managing = row.actor_role in {"manager", "team_manager", "supervisor"}
    return {row.actor_role, rulebook.agencies[row.said_by].manager} if managing else {row.actor_role}
