"""Firing: an engine's answer turned into what is asked, of which role, by when."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from kith.clocks.due import due_at, end_of, local_day
from kith.grammar.closed_lists import Due
from kith.grammar.known import Known, Moment
from kith.grammar.patterns import ManagerIn, Pattern
from kith.patterns.engines.answer import Answer
from kith.patterns.engines.in_memory import rows_of
from kith.patterns.types import Evidence, Firing
from kith.reference.working_days import CALENDAR_VERSION
from kith.rulebook import Rulebook


def fire(answer: Answer, *, rulebook: Rulebook, moment: Moment, household: UUID) -> Firing:
    """What the pattern's declaration and the step's own time make of an answer."""
    pattern: Pattern = rulebook.patterns[answer.pattern]
    stage = pattern.stages[answer.stage] if pattern.stages else None
    step = stage.prompts if stage and stage.prompts else pattern.prompts
    owner = stage.owner if stage else pattern.owner
    rows = {row.entry: row for row in moment.rows}
    questioned = rows_of(pattern.questions, moment) if pattern.questions else []
    return Firing(
        pattern=pattern.name,
        version=pattern.version,
        child=answer.child,
        household=household,
        as_at=answer.as_at,
        stage=answer.stage,
        step=step,
        owner_role=_role(owner, rulebook, moment),
        due_at=_due(pattern, rulebook.steps[step].due, answer.as_at),
        calendar_version=CALENDAR_VERSION,
        evidence=tuple(_evidence(rows[entry]) for entry in answer.evidence),
        questioned=frozenset(row.entry for row in questioned),
    )


def _evidence(row: Known) -> Evidence:
    return Evidence(
        entry=row.entry, agency=row.agency, happened_to=row.happened_to, actor_role=row.actor_role
    )


def _role(owner: str | ManagerIn, rulebook: Rulebook, moment: Moment) -> str:
    """The role named, or the manager's in the agency that said the latest of a selection."""
    if isinstance(owner, str):
        return owner
    rows = rows_of(owner.of, moment) or rows_of(owner.of, moment, "household")
    agencies: Mapping[str, str] = {code: found.manager for code, found in rulebook.agencies.items()}
    return agencies[rows[-1].said_by]


def _due(pattern: Pattern, step: Due, at: datetime) -> datetime:
    """The step's time; a pattern's own where it is sooner."""
    due = _step_due(step, at)
    sooner = due_at(at, pattern.due) if pattern.due else None
    return min(due, sooner) if sooner else due


def _step_due(due: Due, at: datetime) -> datetime:
    if due.when == "now":
        return at
    if due.when == "same_day" or due.duration is None:
        return end_of(local_day(at))
    found = due_at(at, due.duration)
    assert found is not None, "a limit without pauses always falls due"
    return found
