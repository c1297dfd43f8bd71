"""Ordinary families: the same for a seed, in their shares, in the format of the sample, noisy as life is."""

import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from kith.simulation.command import main
from kith.simulation.lines import as_json
from kith.simulation.measure import entries_a_child_year, rates
from kith.simulation.ordinary import ordinary_families, strata_for
from kith.simulation.types import STRATA

SAMPLE = Path(__file__).parents[1] / "cases" / "ordinary-sample.jsonl"
MAY_BE_THERE = {"voice", "references", "split_of"}
ALWAYS_THERE = {
    *(
        "happened_from",
        "happened_to",
        "precision",
        "known_at",
        "said_by",
        "kind",
        "details",
        "about",
        "known_to",
    ),
    *("actor_role", "summary", "id"),
}


@pytest.fixture(scope="module")
def made():
    return [as_json(family, told) for family, told in ordinary_families(count=600, seed=7)]


@pytest.fixture(scope="module")
def entries(made):
    return [entry for family in made for entry in family["events"]]


def test_a_seed_writes_the_same_bytes_twice_and_another_seed_does_not(tmp_path, capsys):
    for name, seed in (("one", "3"), ("two", "3"), ("three", "4")):
        assert main(["--cases", "60", "--seed", seed, "--out", str(tmp_path / name)]) == 0
    one, two, three = ((tmp_path / name).read_bytes() for name in ("one", "two", "three"))
    assert one == two
    assert one != three
    assert capsys.readouterr().out == ""


def test_lines_go_to_standard_output_and_progress_to_standard_error(capsys):
    assert main(["--cases", "3"]) == 0
    captured = capsys.readouterr()
    assert len([json.loads(line) for line in captured.out.splitlines()]) == 3
    assert "3 of 3 families" in captured.err


def test_a_thousand_families_have_exactly_the_shares_of_an_area():
    assert Counter(strata_for(count=1000, seed=1)) == {
        "universal": 870,
        "bumps": 80,
        "contested": 15,
        "worked": 35,
    }


@pytest.mark.parametrize("count", [50, 51, 67, 99, 250])
def test_every_stratum_is_there_from_fifty_families_on(count):
    strata = strata_for(count=count, seed=count)
    assert len(strata) == count
    assert set(strata) == set(STRATA)


def test_nothing_is_known_after_the_end_or_before_it_happened(made):
    for family in made:
        for entry in family["events"]:
            assert "2023-01-01" <= entry["happened_from"] <= entry["happened_to"] <= entry["known_at"]
            assert entry["known_at"] < family["until"]


def test_entries_are_told_in_the_order_in_which_they_became_known_with_ids_of_their_own(made):
    for family in made:
        known = [entry["known_at"] for entry in family["events"]]
        ids = [entry["id"] for entry in family["events"]]
        assert known == sorted(known)
        assert len(set(ids)) == len(ids)


def test_every_entry_is_about_people_of_the_family_and_known_to_who_said_it(made):
    for family in made:
        people = {person["id"] for person in family["children"] + family["adults"]}
        for entry in family["events"]:
            assert entry["about"] and set(entry["about"]) <= people
            assert entry["said_by"] in entry["known_to"]


def test_a_reference_points_at_an_entry_of_the_same_family_that_was_known_by_then(made):
    pointed = 0
    for family in made:
        known = {entry["id"]: entry["known_at"] for entry in family["events"]}
        for entry in family["events"]:
            for reference in entry.get("references", ()):
                pointed += 1
                assert known[reference["to"]] <= entry["known_at"]
    assert pointed > 100


def test_no_child_is_in_an_entry_before_birth_but_of_a_pregnancy(made):
    for family in made:
        born = {child["id"]: child["born_from"] for child in family["children"]}
        for entry in family["events"]:
            unborn = [who for who in entry["about"] if born.get(who, "") > entry["happened_to"]]
            assert not unborn or entry["kind"] == "pregnancy_booked", entry


def test_copies_of_one_police_incident_say_that_they_are_one_occurrence(made):
    copies = Counter(
        reference["as"]
        for family in made
        for entry in family["events"]
        if entry["kind"] == "contact_received" and entry["details"].get("informant") == "police_officer"
        for reference in entry.get("references", ())
    )
    assert copies["same_occurrence_as"] > 20


def test_an_injury_in_hospital_and_its_attendance_are_two_sides_of_one_occurrence(made):
    sides = defaultdict(set)
    for family in made:
        for entry in family["events"]:
            if "split_of" in entry:
                sides[entry["split_of"]].add(entry["kind"])
    assert {"hospital_attendance", "injury_seen"} in sides.values()


def test_most_details_that_nobody_must_write_are_unknown(entries):
    injuries = [entry["details"] for entry in entries if entry["kind"] == "injury_seen"]
    assert sum("carer_account" in details for details in injuries) < 0.6 * len(injuries)
    assert sum("child_mobile" in details for details in injuries) < 0.6 * len(injuries)
    visits = [entry["details"] for entry in entries if entry["kind"] == "visit"]
    assert sum("seen_alone" in details for details in visits) < 0.6 * len(visits)


def test_some_days_are_lost_so_that_only_the_month_is_known(entries):
    months = [entry for entry in entries if entry["precision"] == "month"]
    assert 0.01 < len(months) / len(entries) < 0.06
    assert all(entry["happened_from"].endswith("-01") for entry in months)


def test_life_has_its_usual_accidents(entries):
    kinds = Counter(entry["kind"] for entry in entries)
    wanted = """adult_joined_household allocation_change birth carer_concern core_group disclosure left_school_roll
        missing_episode moved_home moved_school pregnancy_booked referrer_told strategy_discussion worry_settled"""
    assert not [kind for kind in wanted.split() if not kinds[kind]]
    outcomes = Counter(entry["details"]["outcome"] for entry in entries if entry["kind"] == "appointment")
    assert 0.04 < outcomes["was_not_brought"] / outcomes.total() < 0.1


def test_a_missed_appointment_is_mostly_made_again_and_kept(made):
    missed = kept = 0
    for family in made:
        for number, entry in enumerate(family["events"]):
            if entry["kind"] == "appointment" and entry["details"]["outcome"] == "was_not_brought":
                missed += 1
                service = entry["details"]["service"]
                kept += any(
                    later["details"] == {"service": service, "outcome": "attended"}
                    for later in family["events"][number + 1 :]
                    if later["kind"] == "appointment"
                )
    assert kept > 0.5 * missed


def test_plans_work_and_end(made):
    started = ended = 0
    for family in made:
        plans = [entry for entry in family["events"] if entry["kind"] == "plan"]
        started += sum(entry["details"]["stage"] == "started" for entry in plans)
        ended += sum(entry["details"]["stage"] == "ended" for entry in plans)
        for entry in plans:
            assert entry["details"]["stage"] != "breached"
    assert ended > 0.75 * started


def test_the_area_comes_near_the_official_figures():
    reached = {
        rate.name: rate.reached / rate.official for rate in rates(ordinary_families(count=3000, seed=11))
    }
    for name in ("referrals", "section 47 enquiries", "initial conferences", "protection plans started"):
        assert 0.75 < reached[f"{name} a child and year"] < 1.25, name
    assert 0.6 < reached["police domestic abuse notices a child and year"] < 1.1


def test_entries_a_child_year_are_of_the_samples_order():
    reached = entries_a_child_year(ordinary_families(count=1000, seed=5))
    assert 3 < reached["universal"] < 5
    assert 4 < reached["bumps"] < 10
    assert 6 < reached["contested"] < 15
    assert 18 < reached["worked"] < 30


def _keys_and_details(families):
    found = {"top": set(), "child": set(), "adult": set(), "entry": set(), "details": defaultdict(dict)}
    for family in families:
        found["top"].add(tuple(family))
        found["child"] |= {tuple(child) for child in family["children"]}
        found["adult"] |= {tuple(adult) for adult in family["adults"]}
        for entry in family["events"]:
            found["entry"].add(frozenset(entry))
            for name, value in entry["details"].items():
                found["details"][entry["kind"]].setdefault(name, set()).add(type(value))
    return found


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample of ordinary families is not in tests/cases")
def test_the_format_is_the_samples_key_for_key():
    sample = _keys_and_details(json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines())
    ours = _keys_and_details(as_json(*one) for one in ordinary_families(count=2000, seed=13))
    for part in ("top", "child", "adult"):
        assert ours[part] == sample[part]
    for keys in ours["entry"] | sample["entry"]:
        assert keys >= ALWAYS_THERE and keys - ALWAYS_THERE <= MAY_BE_THERE
    for kind, details in sample["details"].items():
        for name, types in details.items():
            assert ours["details"][kind].get(name) == types, f"{kind}.{name}"


def test_children_are_under_eighteen_until_the_end(made):
    for family in made:
        for child in family["children"]:
            assert date.fromisoformat(child["born_to"]) > date(2008, 1, 1)
