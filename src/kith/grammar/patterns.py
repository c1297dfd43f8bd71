"""Patterns: a question about the chronology with the step that it asks for, an owner and what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from kith.grammar.durations import Duration
from kith.grammar.graph import version_of
from kith.grammar.questions import Compare, Number, Question
from kith.grammar.selections import Selection


@dataclass(frozen=True)
class ManagerIn:
    """The owner is a manager in the agency that said the latest of the selection."""

    of: Selection


def manager_in(of: Selection) -> ManagerIn:
    return ManagerIn(of)


@dataclass(frozen=True)
class Stage:
    """One step of a pattern that asks again, higher up, as the number grows."""

    at_least: int
    owner: str | ManagerIn
    prompts: str | None = None
    """The step from this stage on, where it differs from the pattern's."""


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A rule: when its question is answered yes, a person is asked for the step.

    ``because`` is the sentence told with the evidence; ``asks`` the question put to the owner ({child} is the name);
    ``wrong_if`` says what would make it wrong; ``cited`` what it rests on, with [GK] or [P] where nobody has checked.
    """

    name: str
    question: Question
    prompts: str
    owner: str | ManagerIn
    because: str
    asks: str
    wrong_if: str
    cited: str
    catalogue: str
    in_force_from: date
    in_force_to: date | None = None
    stages: tuple[Stage, ...] = ()
    measures: Number | None = field(default=None)
    """What the stages count."""
    due: Duration | None = None
    """Shorter than the step's own time, never longer."""
    questions: Selection | None = None
    """Entries whose recorders must not own the prompt."""
    notes: str = ""

    def __hash__(self) -> int:
        """By name, which is a rule's own: a graph is large, and what is remembered of a rule is looked up often."""
        return hash(self.name)

    @cached_property
    def version(self) -> str:
        return version_of(self.question, self.prompts, self.owner, self.stages, self.due, self.questions)

    def in_force(self, on: date) -> bool:
        return self.in_force_from <= on and (self.in_force_to is None or on <= self.in_force_to)

    def questions_by_stage(self) -> tuple[tuple[int, Question], ...]:
        """Each stage's question, the lowest first; stage 0 alone where the pattern has no stages."""
        if not self.stages:
            return ((0, self.question),)
        assert self.measures is not None
        return tuple(
            (stage, replace_bound(self.question, self.measures, step.at_least))
            for stage, step in enumerate(self.stages)
        )


def replace_bound(question: Question, measures: Number, bound: int) -> Question:
    """The same question with the bound of its comparison of ``measures`` moved."""
    if isinstance(question, Compare) and question.number == measures:
        return replace(question, bound=bound)
    changed = {
        name: replace_bound(part, measures, bound)
        for name in ("left", "right", "of")
        if isinstance(part := getattr(question, name, None), Question)
    }
    return replace(question, **changed) if changed else question


def pattern(
    *,
    prompts: str,
    owner: str | ManagerIn,
    because: str,
    asks: str,
    wrong_if: str,
    cited: str,
    catalogue: str,
    in_force_from: str,
    in_force_to: str | None = None,
    stages: tuple[Stage, ...] = (),
    measures: Number | None = None,
    due: Duration | None = None,
    questions: Selection | None = None,
) -> Callable[[Callable[[], Question]], Pattern]:
    """Declare a pattern: the decorated function returns its question and is called once, here."""
    if bool(stages) != (measures is not None):
        raise ValueError("stages need the number that they measure, and the other way round")

    def declare(function: Callable[[], Question]) -> Pattern:
        return Pattern(
            name=function.__name__,
            question=function(),
            prompts=prompts,
            owner=owner,
            because=because,
            asks=asks,
            wrong_if=wrong_if,
            cited=cited,
            catalogue=catalogue,
            in_force_from=date.fromisoformat(in_force_from),
            in_force_to=date.fromisoformat(in_force_to) if in_force_to else None,
            stages=stages,
            measures=measures,
            due=due,
            questions=questions,
            notes=(function.__doc__ or "").strip(),
        )

    return declare
