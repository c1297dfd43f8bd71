"""A model is learned, kept, read again, and refused where it is not ours."""

import json
from copy import deepcopy

import pytest

from kith.identity.commonness import AS_IN_A_TOWN
from kith.identity.comparison import compare
from kith.identity.comparisons import COMPARISONS
from kith.identity.model import model_from, splink_in_use
from kith.kernel.errors import BadInput
from kith.linkage.command import asked, run
from kith.simulation.population.writing import write_registry
from tests.linkage.village import village


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    folder = tmp_path_factory.mktemp("registry")
    write_registry(folder, descriptions_wanted=600, queries=60, seed=3)
    return folder


def read(splink):
    return model_from(splink, version="tried", household_most=16.0)


def changed(comparison: str, change) -> dict:
    """The model in use with the levels of one comparison changed."""
    model = deepcopy(splink_in_use())
    for one in model["comparisons"]:
        if one["output_column_name"] == comparison:
            one["comparison_levels"] = change(one["comparison_levels"])
    return model


def test_a_small_training_gives_a_model_that_kith_reads_and_weighs_with(registry, tmp_path, capsys):
    out = tmp_path / "model.json"
    assert run(asked(["train", str(registry), "--version", "tiny-1", "--out", str(out)])) == 0
    assert "tiny-1: 660 descriptions, by labels" in capsys.readouterr().out
    held = json.loads(out.read_text("utf-8"))
    assert held["kith"]["version"] == "tiny-1"
    model = read(held["splink"])
    assert [len(bits) - 1 for bits in model.bits] == [len(one.levels) for one in COMPARISONS]
    one, other = village(2)
    found = compare(one, other, model=model, common=AS_IN_A_TOWN)
    assert sum(bit.bits for bit in found.evidence) == pytest.approx(found.weight, abs=1e-9)
    exact, differ = model.bits[0][0], model.bits[0][-2]
    assert exact > 0 > differ


def test_a_level_that_is_missing_is_refused_and_named():
    with pytest.raises(BadInput, match="The levels of birth are not Kith's") as raised:
        read(changed("birth", lambda levels: levels[:-1]))
    assert raised.value.field == "model"


def test_a_level_that_is_not_known_is_refused_and_named():
    unknown = {"label_for_charts": "born under one star", "m_probability": 0.5, "u_probability": 0.5}
    with pytest.raises(BadInput, match="born under one star"):
        read(changed("birth", lambda levels: [*levels, unknown]))


@pytest.mark.parametrize("value", [None, "much", [0.5]])
def test_a_level_that_was_not_trained_is_refused_and_named(value):
    def untrained(levels):
        return [
            one | {"m_probability": value} if one["label_for_charts"] == "same" else one for one in levels
        ]

    with pytest.raises(BadInput, match="birth: level same has not been trained"):
        read(changed("birth", untrained))


def test_a_comparison_that_is_missing_or_not_known_is_refused():
    model = deepcopy(splink_in_use())
    last = model["comparisons"].pop()
    with pytest.raises(BadInput, match="not what Kith compares"):
        read(model)
    model["comparisons"].append(last | {"output_column_name": "shoe_size"})
    with pytest.raises(BadInput, match="shoe_size"):
        read(model)


@pytest.mark.parametrize("model", [{}, {"comparisons": []}])
def test_what_is_no_model_at_all_is_refused(model):
    with pytest.raises(BadInput, match="not what Kith compares"):
        read(model)


def test_training_without_a_registry_says_so(tmp_path, capsys):
    given = ["train", str(tmp_path), "--version", "none", "--out", str(tmp_path / "model.json")]
    assert run(asked(given)) == 1
    assert "registry.csv" in capsys.readouterr().err
    assert not (tmp_path / "model.json").exists()
