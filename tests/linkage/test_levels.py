"""A comparison says the same in Python, where a concern is recorded, and in SQL, where Splink links in bulk."""

import duckdb
import pytest

from kith.identity.comparisons import COMPARISONS, MISSING
from kith.identity.model import levels_of
from kith.linkage.columns import table_of
from tests.linkage.village import village

VILLAGE = village(220)


@pytest.fixture(scope="module")
def in_sql() -> dict[tuple[int, int], tuple[int, ...]]:
    described = table_of(VILLAGE)
    sides = ", ".join(f"{side}.{name} AS {name}_{side}" for side in "lr" for name in described.column_names)
    levels = ", ".join(_case(one) for one in COMPARISONS)
    rows = duckdb.sql(
        f"SELECT unique_id_l, unique_id_r, {levels} FROM (SELECT {sides} FROM described l, described r)"
    ).fetchall()
    return {(one, other): tuple(found) for one, other, *found in rows}


def _case(comparison) -> str:
    tests = [f"WHEN {comparison.missing.sql('duckdb')} THEN {MISSING}"]
    tests += [
        f"WHEN {level.test.sql('duckdb')} THEN {number}"
        for number, level in enumerate(comparison.levels)
        if level.test
    ]
    return f"CASE {' '.join(tests)} ELSE {len(comparison.levels) - 1} END"


def test_every_pair_agrees_in_python_as_in_sql(in_sql):
    for one, mine in enumerate(VILLAGE):
        for other, theirs in enumerate(VILLAGE):
            assert levels_of(mine, theirs) == in_sql[one, other], (one, other)


def test_every_level_of_every_comparison_occurs_there(in_sql):
    seen = {(place, level) for levels in in_sql.values() for place, level in enumerate(levels)}
    wanted = {
        (place, level)
        for place, one in enumerate(COMPARISONS)
        for level in (MISSING, *range(len(one.levels)))
    }
    names = {(COMPARISONS[place].name, level) for place, level in wanted - seen}
    assert not names


def test_a_pair_agrees_the_same_either_way_round(in_sql):
    assert all(levels == in_sql[other, one] for (one, other), levels in in_sql.items())
