"""A made-up registry: the same for a seed, the larger one begins as the smaller, nobody's numbers, the truth of everyone."""

import csv
import filecmp
import re
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from kith.identity import identifiers
from kith.simulation.command import main
from kith.simulation.population.families import FATES
from kith.simulation.population.numbers import NHS_A_FAMILY, NHS_NUMBERS, nhs_number
from kith.simulation.population.slip_shares import SHARES
from kith.simulation.population.slips import SLIPS

COLUMNS = "record_id,agency,received,first_name,last_name,dob,sex,postcode,address,uprn,nhs_number,upn,phone,guardian_names"
README = Path(__file__).parents[2] / "src" / "kith" / "simulation" / "population" / "README.md"
OF_QUERIES = {
    "unborn_to_born",
    "not_known",
    "not_known_sibling",
    "not_known_twin",
    "not_known_newborn",
    "not_known_namesake",
}
OF_DESCRIPTIONS = {*FATES, "copied_nhs", "copied_upn", "one_site"}


def made_in(folder, *, descriptions, queries, seed="3"):
    main(["--registry", str(folder), "--records", descriptions, "--queries", queries, "--seed", seed])
    return folder


def rows(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return made_in(tmp_path_factory.mktemp("population"), descriptions="9000", queries="900")


@pytest.fixture(scope="module")
def registry(made):
    return rows(made, "registry")


@pytest.fixture(scope="module")
def queries(made):
    return rows(made, "queries")


@pytest.fixture(scope="module")
def truth(made):
    return {row["record_id"]: row for row in rows(made, "truth")}


def test_the_same_arguments_make_the_same_bytes_and_another_seed_others(tmp_path):
    one, two, other = (
        made_in(tmp_path / name, descriptions="500", queries="60", seed=seed)
        for name, seed in (("one", "3"), ("two", "3"), ("other", "4"))
    )
    for name in ("registry.csv", "queries.csv", "truth.csv"):
        assert filecmp.cmp(one / name, two / name, shallow=False)
        assert not filecmp.cmp(one / name, other / name, shallow=False)


def test_a_larger_registry_begins_as_a_smaller_one(made, tmp_path):
    small = made_in(tmp_path, descriptions="1500", queries="0")
    lines = (small / "registry.csv").read_text().splitlines()
    assert len(lines) == 1501
    assert (made / "registry.csv").read_text().splitlines()[:1501] == lines
    assert (made / "truth.csv").read_text().splitlines()[:1501] == (
        small / "truth.csv"
    ).read_text().splitlines()


def test_both_files_have_exactly_the_columns_and_so_many_rows(made, registry, queries):
    for name in ("registry", "queries"):
        assert (made / f"{name}.csv").read_text().splitlines()[0] == COLUMNS
    assert len(registry) == 9_000
    assert [row["record_id"] for row in queries[:2]] == ["q000001", "q000002"]
    assert len(queries) == 900


def test_days_are_days_and_nobody_is_described_before_birth_but_the_unborn(registry, queries, truth):
    for row in [*registry, *queries]:
        assert row["sex"] in ("", "female", "male")
        received = date.fromisoformat(row["received"])
        if row["dob"] and not truth[row["record_id"]]["situation"].startswith("unborn"):
            assert date.fromisoformat(row["dob"]) <= received


def test_numbers_are_nobodys(registry, queries):
    for row in [*registry, *queries]:
        assert row["nhs_number"] == "" or row["nhs_number"].startswith("999")
        assert row["upn"] == "" or (identifiers.upn(row["upn"]) and row["upn"][1:4] == "999")
        assert row["phone"] == "" or re.fullmatch(r"06\d{9}|07700900\d{3}", row["phone"])
        assert row["postcode"] == "" or row["postcode"].startswith("ZZ")
        assert row["uprn"] == "" or row["uprn"].startswith("9999")


def test_nhs_numbers_are_valid_but_for_the_few_that_were_mistyped(registry):
    given = [row["nhs_number"] for row in registry if row["nhs_number"]]
    valid = [number for number in given if identifiers.nhs_number(number)]
    assert len(given) > 3_500
    assert 0.985 < len(valid) / len(given) < 1


def test_a_valid_nhs_number_is_one_persons_unless_it_was_copied_or_mistyped(registry, truth):
    bearers = defaultdict(set)
    for row in registry:
        known = truth[row["record_id"]]
        if row["nhs_number"] and known["situation"] != "copied_nhs":
            bearers[row["nhs_number"]].add(known["person_id"])
    shared = [number for number, people in bearers.items() if len(people) > 1]
    assert len(shared) < 10


def test_every_situation_occurs(truth):
    found = {key[0]: set() for key in truth}
    for key, row in truth.items():
        found[key[0]].add(row["situation"])
    assert found["r"] == OF_DESCRIPTIONS
    assert found["q"] >= OF_QUERIES


def test_the_truth_covers_every_description_and_every_query(registry, queries, truth):
    assert len(truth) == 9_900
    assert {row["record_id"] for row in [*registry, *queries]} == set(truth)
    assert all(row["person_id"] and row["community"] for row in truth.values())


def test_a_query_is_of_somebody_in_the_registry_unless_its_situation_says_not(truth):
    known = {row["person_id"] for key, row in truth.items() if key[0] == "r"}
    asked = [row for key, row in truth.items() if key[0] == "q"]
    assert all(
        (row["person_id"] in known) is not row["situation"].startswith("not_known")
        for row in asked
        if row["situation"] != "copied_nhs"
    )
    assert 0.07 < sum(row["person_id"] not in known for row in asked) / len(asked) < 0.13


def test_people_have_between_one_and_four_descriptions_about_one_and_six_tenths(truth):
    counts = Counter(row["person_id"] for key, row in truth.items() if key[0] == "r")
    assert set(counts.values()) == {1, 2, 3, 4}
    assert 1.5 < 9_000 / len(counts) < 1.7


def test_twins_share_birthday_and_home_and_about_half_of_queries_have_no_number(registry, queries, truth):
    none = [row for row in queries if not (row["nhs_number"] or row["upn"] or row["phone"])]
    assert 0.45 < len(none) / len(queries) < 0.72
    homes = defaultdict(set)
    for row in registry:
        if truth[row["record_id"]]["situation"] == "twin" and row["agency"] == "gp" and row["dob"] > "2008":
            homes[row["dob"], row["address"]].add(truth[row["record_id"]]["person_id"])
    assert any(len(twins) > 1 for twins in homes.values())


def test_common_names_are_common_and_most_surnames_are_rare(registry):
    surnames = Counter(row["last_name"] for row in registry if row["last_name"])
    assert sum(count for _, count in surnames.most_common(20)) > 0.10 * len(registry)
    assert len(surnames) > 1_500


def test_the_readme_has_the_shares_that_are_used():
    printed = re.findall(
        r"^\| `(\w+)` \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", README.read_text(), re.M
    )
    assert {name: tuple(map(float, shares)) for name, *shares in printed} == SHARES
    assert set(SLIPS) == set(SHARES)


@pytest.mark.parametrize(
    "arguments, complaint",
    [
        (["--registry", "DIR"], "--registry needs --records N"),
        (["--registry", "DIR", "--records", "5"], "at least 100"),
        (["--registry", "DIR", "--records", "500", "--queries", "-1"], "at least 0"),
        (["--registry", "DIR", "--records", "500", "--out", "x"], "--out has no meaning"),
        (["--registry", __file__, "--records", "500"], "it needs a folder"),
        (["--cases", "5", "--records", "500"], "say --registry DIR"),
        (["--registry", "DIR", "--cases", "5", "--records", "500"], "not allowed with"),
    ],
)
def test_arguments_that_cannot_be_are_refused_in_words(arguments, complaint, tmp_path, capsys):
    with pytest.raises(SystemExit) as refused:
        main(
            [
                argument.replace("DIR", str(tmp_path)) if argument == "DIR" else argument
                for argument in arguments
            ]
        )
    assert refused.value.code == 2
    assert complaint in capsys.readouterr().err


def test_families_have_valid_nhs_numbers_of_their_own_until_they_run_out():
    families = (*range(1500), 224_000, NHS_NUMBERS // NHS_A_FAMILY - 1)
    given = [nhs_number(3, family, place) for family in families for place in range(NHS_A_FAMILY)]
    assert len(set(given)) == len(given)
    assert all(identifiers.nhs_number(number) and number.startswith("999") for number in given)
    assert nhs_number(3, 0, NHS_A_FAMILY) == ""
