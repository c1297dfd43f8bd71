"""Leaving a moment out of asking never leaves out anything that would have been asked."""

from pathlib import Path

import pytest

from kith.grammar.known import Known
from kith.patterns.engines import in_memory
from kith.patterns.needing import can_be_yes, can_turn, needs_of, turning_kinds
from kith.patterns.waiting import ask_again_at
from kith.replay.case_file import CaseFile, read
from kith.replay.history import history, moments
from kith.rulebook import load
from kith.simulation.lines import line
from kith.simulation.ordinary import ordinary_families

RULEBOOK = load("kith.rulebook.england")
RULES = list(RULEBOOK.patterns.values())
PUBLISHED = Path(__file__).parents[1] / "cases" / "published"


def families(tmp_path: Path, *, count: int) -> list[CaseFile]:
    """Ordinary families as case files, only those to whom something happened."""
    written = tmp_path / "families.jsonl"
    told = ordinary_families(count=count, seed=1)
    written.write_text("\n".join(line(family, entries) for family, entries in told))
    return [case for _, case in read(written) if isinstance(case, CaseFile) and case.entries]


def published() -> list[CaseFile]:
    return [case for path in PUBLISHED.glob("*.json") for _, case in read(path) if isinstance(case, CaseFile)]


def test_nothing_new_is_ever_said_of_a_published_timeline_at_a_moment_that_is_left_out():
    assert sum(said_where_it_was_worth_asking(case) for case in published()) > 50


@pytest.mark.slow
def test_nothing_new_is_ever_said_of_an_ordinary_family_at_a_moment_that_is_left_out(tmp_path: Path):
    assert sum(said_where_it_was_worth_asking(case) for case in families(tmp_path, count=240)) > 50


def said_where_it_was_worth_asking(case: CaseFile) -> int:
    """How many answers were yes; fails where one says something new at a moment that a load leaves out."""
    said = 0
    found, _ = history(case, RULEBOOK)
    before: dict[tuple, tuple] = {}
    for at, children in moments(found, RULES).items():
        for child in children:
            rows = [row for row in found.rows[child] if row.known_from <= at]
            worth = _is_worth_asking(rows, found.rows[child], at)
            for answer in in_memory.ask(RULES, [found.moment(child, at)]):
                key, value = (child, answer.pattern), (answer.stage, answer.evidence)
                said += 1
                is_news = set(answer.evidence) - set(before.get(key, (0, ()))[1]) or key not in before
                assert worth or not is_news, f"{answer.pattern} of {case.slug} at {at}"
                before[key] = value
    return said


def _is_worth_asking(known: list[Known], rows: tuple[Known, ...], at) -> bool:
    """As a load decides it, but from one child's rows: something telling came, or a wait of a possible rule is over."""
    kinds = {row.kind for row in known}
    possible = [rule for rule in RULES if can_be_yes(rule, kinds)]
    came = any(can_turn(rule, row.kind) for rule in possible for row in known if row.known_from == at)
    waits = ask_again_at(possible, rows, after=min(row.known_from for row in rows), until=at)
    return came or at in waits


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_needs_something_and_something_can_turn_it(rule):
    assert needs_of(rule), "a rule that is yes of a child of whom nothing is known would ask about everybody"
    assert turning_kinds(rule) <= set(RULEBOOK.entry_kinds) | {"any kind"}
    assert not can_be_yes(rule, ())
    assert can_be_yes(rule, set(RULEBOOK.entry_kinds))
    assert any(can_turn(rule, kind) for kind in RULEBOOK.entry_kinds)
