"""Whose each description is does not depend on the order in which descriptions came, and what it weighs is explained whole."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.identity.commonness import AS_IN_A_TOWN, Commonness, counted
from kith.identity.comparison import compare
from kith.identity.model import model_in_use
from kith.identity.traits import as_kept, traits_of
from kith.identity.types import NewDescription
from kith.linkage.linking import link_all
from kith.linkage.people_file import Row, read_file
from kith.simulation.population.writing import write_registry
from tests.linkage.village import said_in_the_village, village

VILLAGE = village(120)
COMMON = counted(VILLAGE)
FEW = settings(max_examples=3, deadline=None)


@pytest.fixture(scope="module")
def registry(tmp_path_factory) -> list[NewDescription]:
    folder = tmp_path_factory.mktemp("registry")
    write_registry(folder, descriptions_wanted=300, queries=0, seed=5)
    return [row.said for row in read_file(folder / "registry.csv") if isinstance(row, Row)]


def people(said: list[NewDescription], order: list[int]) -> Counter:
    """The people who come out, each as what is said of them: who says just the same may change places."""
    whose = link_all([said[place] for place in order], area="file").whose
    found: dict[int, list[str]] = {}
    for place, person in zip(order, whose, strict=True):
        found.setdefault(person, []).append(as_kept(traits_of(said[place])))
    return Counter(tuple(sorted(one)) for one in found.values())


def shuffled(count: int, seed: int) -> list[int]:
    order = list(range(count))
    Random(seed).shuffle(order)
    return order


@FEW
@given(seed=st.integers(0, 2**32))
def test_a_registry_in_any_order_is_the_same_people(registry, seed):
    assert people(registry, shuffled(len(registry), seed)) == people(registry, list(range(len(registry))))


@pytest.mark.slow
@FEW
@given(seed=st.integers(0, 2**32))
def test_a_village_full_of_ties_and_of_names_that_everybody_shares_is_the_same_people_in_any_order(seed):
    said = said_in_the_village(300)
    assert people(said, shuffled(len(said), seed)) == people(said, list(range(len(said))))


def test_somebody_is_their_lowest_place(registry):
    whose = link_all(registry, area="file").whose
    assert all(person <= place and whose[person] == person for place, person in enumerate(whose))
    assert len(set(whose)) < len(whose)


@pytest.mark.parametrize("common", [AS_IN_A_TOWN, COMMON, Commonness(people=5_000_000, shares=COMMON.shares)])
def test_the_bits_of_the_explanation_sum_to_the_weight(common):
    capped = 0
    for one in VILLAGE:
        for other in VILLAGE:
            found = compare(one, other, model=model_in_use(), common=common)
            assert sum(bit.bits for bit in found.evidence) == pytest.approx(found.weight, abs=1e-9)
            capped += found.evidence[-1].comparison == "household"
    assert capped > 0
