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


def families(tmp_path: Path, *, count: int, seed: int) -> list[CaseFile]:
    """Ordinary families as case files, only those to whom something happened."""
    written = tmp_path / "families.jsonl"
    written.write_text(
        "\n".join(line(family, told) for family, told in ordinary_families(count=count, seed=seed))
    )
    return [case for _, case in read(written) if isinstance(case, CaseFile) and case.entries]


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_new_is_ever_said_at_a_moment_that_is_left_out(tmp_path: Path, seed: int):
    said = 0
    for case in families(tmp_path, count=120, seed=seed):
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
    assert said > 50


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
