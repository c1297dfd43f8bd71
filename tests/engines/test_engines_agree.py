"""PostgreSQL answers every question as the reference engine does, and the comparison would notice if it did not."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kith.grammar.known import Moment
from kith.grammar.patterns import Pattern
from kith.grammar.questions import Question
from kith.patterns.engines import in_memory, postgres, relations, sql_questions, sql_selections
from kith.patterns.engines.answer import Answer
from tests.engines import made_up

pytestmark = pytest.mark.django_db
ASKED = st.tuples(st.lists(made_up.questions, min_size=1, max_size=4), made_up.histories())
PLENTY = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def rules(questions: Sequence[Question]) -> list[Pattern]:
    words = dict.fromkeys(("because", "asks", "wrong_if", "cited", "catalogue"), "for a test")
    return [
        Pattern(
            name=f"rule_{number}", question=question, prompts="seek_information", owner="mash_manager",
            in_force_from=date(2026, 4, 1), **words,
        )
        for number, question in enumerate(questions)
    ]  # fmt: skip


def in_postgres(patterns: list[Pattern], moments: list[Moment]) -> list[Answer]:
    statement = postgres.compiled(patterns, relations.GIVEN)
    with connection.cursor() as cursor:
        return postgres.ask(
            cursor, statement, moments=[(m.child, m.as_at) for m in moments], extra=relations.given(moments)
        )


def disagreement(asked: tuple[list[Question], list[Moment]]) -> bool:
    patterns, moments = rules(asked[0]), asked[1]
    key: Callable[[Answer], Any] = lambda a: (a.pattern, a.as_at)  # noqa: E731
    return sorted(in_postgres(patterns, moments), key=key) != sorted(
        in_memory.ask(patterns, moments), key=key
    )


@settings(max_examples=150, **PLENTY)
@given(asked=ASKED)
def test_both_engines_give_the_same_answers_and_evidence(asked):
    patterns, moments = rules(asked[0]), asked[1]
    key: Callable[[Answer], Any] = lambda a: (a.pattern, a.as_at)  # noqa: E731
    assert sorted(in_postgres(patterns, moments), key=key) == sorted(
        in_memory.ask(patterns, moments), key=key
    )


@pytest.mark.slow
@settings(max_examples=5_000, **PLENTY)
@given(asked=ASKED)
def test_both_engines_still_agree_when_asked_at_length(asked):
    assert not disagreement(asked)


PLANTED: dict[str, tuple[Any, str, Callable[[Any], Any]]] = {
    "a withdrawn entry still counts": (
        relations, "GIVEN", lambda sql: sql.replace(" AND (g.until IS NULL OR m.as_at < g.until)", "")),
    "an entry counts before anyone knew": (relations, "GIVEN", lambda sql: sql.replace("g.known_from <= m.as_at", "true")),
    "copies of one occurrence count twice": (
        sql_questions.QuestionCompiler, "_weighed",
        lambda f: lambda self, number: f(self, number).replace("coalesce(occurrence, entry)", "entry")),
    "twenty-seven incidents count as one": (sql_questions, "TIMES", lambda _: "1"),
    "unknown is taken for false": (
        sql_selections, "_detail_test",
        lambda f: lambda name, test: f"coalesce({f(name, test)}, true)"),
    "evidence is the oldest entries": (sql_questions, "NEWEST", lambda _: "happened_to ASC, entry ASC"),
    "a window includes its far edge": (
        sql_selections.SelectionCompiler, "_query", "InTheLast:happened_to > as_at:happened_to >= as_at"),
    "since includes the anchor": (sql_selections.SelectionCompiler, "_query", "Since:>= (x:> (x"),
    "a reference is not heeded": (sql_selections, "_link", lambda f: lambda link, a, b: []),
    "waiting rules do not wait": (sql_selections.SelectionCompiler, "_query", "Followed: AND x.as_at >=: AND x.as_at IS NOT NULL OR x.as_at >="),
    "possible ages are certain": (
        sql_selections, "under_age", lambda f: lambda on, months, possibly: f(on, months, not possibly)),
    "two areas' police are one agency": (
        sql_questions.QuestionCompiler, "_weighed", lambda f: lambda self, number: f(self, number).replace("|| '@' || said_by_area", "")),
}  # fmt: skip


def _plant(monkeypatch: pytest.MonkeyPatch, place: Any, name: str, change: Any) -> None:
    if not isinstance(change, str):
        monkeypatch.setattr(place, name, change(getattr(place, name)))
        return
    kind, right, wrong = change.split(":")
    query = sql_selections.SelectionCompiler.table

    def table(self: Any, selection: Any, scope: Any = "own") -> str:
        named = query(self, selection, scope)
        if type(selection).__name__ == kind:
            last = next(n for n, d in enumerate(self.tables.definitions) if d.startswith(f"{named} AS"))
            self.tables.definitions[last] = self.tables.definitions[last].replace(right, wrong)
        return named

    monkeypatch.setattr(sql_selections.SelectionCompiler, "table", table)


class Noticed(BaseException):
    """Raised past Hypothesis, which would otherwise spend minutes on printing the example."""


def is_noticed(questions: st.SearchStrategy[Question] = made_up.questions) -> bool:
    """Whether 3,000 random rules and histories show a disagreement."""
    asked = st.tuples(st.lists(questions, min_size=1, max_size=4), made_up.histories())

    @settings(max_examples=3_000, phases=[Phase.generate], derandomize=True, database=None, **PLENTY)
    @given(asked=asked)
    def look(asked):
        if disagreement(asked):
            raise Noticed

    try:
        look()
    except Noticed:
        return True
    return False


SELDOM_MET = {"two areas' police are one agency": made_up.agencies_counted}
"""Faults that chance alone meets too seldom, with the questions that meet them."""
QUICKLY = ("a withdrawn entry still counts", "an entry counts before anyone knew")


@pytest.mark.parametrize("fault", QUICKLY)
def test_a_planted_fault_is_noticed(fault, monkeypatch):
    _plant(monkeypatch, *PLANTED[fault])
    assert is_noticed(SELDOM_MET.get(fault, made_up.questions))


@pytest.mark.slow
@pytest.mark.parametrize("fault", [fault for fault in PLANTED if fault not in QUICKLY])
def test_a_rarer_planted_fault_is_noticed(fault, monkeypatch):
    _plant(monkeypatch, *PLANTED[fault])
    assert is_noticed(SELDOM_MET.get(fault, made_up.questions))
