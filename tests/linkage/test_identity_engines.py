"""Spark weighs as DuckDB does, and both as Kith does in the second in which a concern is recorded."""

from math import log2
from shutil import which

import pytest

from kith.identity.commonness import AS_IN_A_TOWN
from kith.identity.comparison import compare
from kith.identity.keys import matching_keys
from kith.identity.model import model_in_use, splink_in_use
from kith.linkage.engines import Question, engine
from tests.linkage.village import village

VILLAGE = village(90)
QUESTION = Question(
    VILLAGE, [sorted(matching_keys(one, area="here")) for one in VILLAGE], splink_in_use(), least=-30.0
)


def pairs(found) -> dict[tuple[int, int], float]:
    return {(one, other): bits for one, other, bits in found}


@pytest.fixture(scope="module")
def in_duckdb() -> dict[tuple[int, int], float]:
    return pairs(engine("duckdb")(QUESTION))


def test_every_pair_that_shares_a_key_is_weighed_once_the_lower_place_first(in_duckdb):
    shared = {
        (one, other)
        for one in range(len(VILLAGE))
        for other in range(one + 1, len(VILLAGE))
        if set(QUESTION.keys[one]) & set(QUESTION.keys[other])
    }
    assert set(in_duckdb) <= shared
    assert len(in_duckdb) > 100


@pytest.mark.slow
def test_spark_finds_the_same_pairs_with_the_same_weights(in_duckdb):
    pytest.importorskip("pyspark", reason="Spark is in the dependency group spark: uv sync --group spark")
    if not which("java"):
        pytest.skip("Spark needs Java: apt-get install default-jre-headless")
    on_spark = pairs(engine("spark")(QUESTION))
    assert set(on_spark) == set(in_duckdb)
    assert on_spark == pytest.approx(in_duckdb, abs=1e-9)


def test_what_agrees_alike_here_weighs_alike_there(in_duckdb):
    """Splink has the names' shares from the table itself: so only pairs without a name's frequency are beside one another."""
    model, prior = model_in_use(), splink_in_use()["probability_two_random_records_match"]
    seen = 0
    for (one, other), bits in in_duckdb.items():
        found = compare(VILLAGE[one], VILLAGE[other], model=model, common=AS_IN_A_TOWN)
        if any(found.levels[place] in held for place, held in enumerate(model.frequencies)):
            continue
        seen += 1
        summed = model.uncapped(found.levels, VILLAGE[one], VILLAGE[other], AS_IN_A_TOWN)
        assert summed + log2(prior / (1 - prior)) == pytest.approx(bits, abs=1e-6)
    assert seen > 20
