"""A made-up area: the same for a seed, so many children, people who belong to nobody, a believable stream."""

import json
import re
from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from kith.grammar.entry_kinds import validate
from kith.identity import identifiers
from kith.people.kinship import KINDS as KINSHIP
from kith.rulebook.discovery import declarations
from kith.rulebook.england.agencies import AGENCIES
from kith.simulation.area import make_area
from kith.simulation.command import main
from kith.simulation.descriptions import described_by
from kith.simulation.storylines import STORYLINES

ENDING_ON = date(2026, 3, 2)
KINDS = declarations("kith.rulebook.england.entry_kinds")


@pytest.fixture(scope="module")
def area():
    return make_area(5, 400, ENDING_ON)


@pytest.fixture(scope="module")
def entries(area):
    return [entry for _, entries in area.days for entry in entries]


@pytest.fixture(scope="module")
def people(area):
    return {person.key: person for family in area.families for person in family.people}


def test_a_seed_makes_the_same_area_twice_and_another_seed_another(area):
    assert make_area(5, 400, ENDING_ON) == area
    assert make_area(6, 400, ENDING_ON).days != area.days


def test_there_are_exactly_so_many_children_and_some_on_the_way(people):
    kinds = Counter(person.kind for person in people.values())
    assert kinds["child"] == 400
    assert kinds["unborn"] >= 1


def test_fewer_than_fifty_children_are_refused():
    with pytest.raises(ValueError, match="at least 50"):
        make_area(1, 49, ENDING_ON)


def test_the_stream_is_three_years_ending_the_day_before(area):
    days = [day for day, _ in area.days]
    assert days == sorted(set(days))
    assert days[0] >= date(2023, 3, 2)
    assert days[-1] == ENDING_ON - timedelta(days=1)
    assert all(entry.day == day for day, entries in area.days for entry in entries)


def test_nobody_hears_of_a_thing_before_it_happened(entries):
    for entry in entries:
        assert entry.happened_from <= entry.happened_to <= entry.day


def test_references_point_at_what_the_same_family_was_said_before(entries):
    said = {}
    for entry in entries:
        for key, _ in entry.references:
            assert said[key] == entry.family
        said[entry.key] = entry.family
    assert len(said) == len(entries)


def test_every_entry_is_of_a_kind_that_the_rulebook_has_with_details_that_it_takes(entries):
    for entry in entries:
        assert validate(KINDS[entry.kind], entry.details) == entry.details
        kept_as_words = {name for name in entry.details if name.endswith("_text")}
        assert kept_as_words <= {"explanation_text", "aspect_text"}, entry


def test_everyone_in_an_entry_is_a_person_of_the_area(entries, people):
    for entry in entries:
        assert entry.about
        assert all(people[key].family == entry.family for key in entry.about)
        assert {entry.said_by, *entry.known_to} <= set(AGENCIES)
        assert entry.said_by in entry.known_to


def test_every_entry_is_a_sentence_that_somebody_could_have_written(entries):
    for entry in entries:
        assert entry.text[0].isupper() or entry.text[0].isdigit() or entry.text[0] == '"', entry.text
        assert not re.search(r"[{}]|_|child1|None", entry.text), entry.text


def test_children_are_quoted_sometimes_and_never_before_they_can_talk(entries, people):
    quoted = [entry for entry in entries if entry.childs_words]
    assert 10 < len(quoted) < 0.05 * len(entries)
    assert len({entry.childs_words for entry in quoted}) > 10
    for entry in quoted:
        born = [people[key].born_to for key in entry.about if people[key].kind == "child"]
        assert min(born) < entry.day - timedelta(days=3 * 365)


def test_no_worker_writes_the_same_words_at_every_visit(entries):
    visits = defaultdict(list)
    for entry in entries:
        if (
            entry.kind == "visit"
            and entry.details["outcome"] == "completed"
            and entry.said_by == "childrens_social_care"
        ):
            visits[entry.family].append(entry.text)
    long = [texts for family, texts in visits.items() if len(texts) > 8 and not family.startswith("s-")]
    assert long
    assert sum(len(set(texts)) for texts in long) > 0.6 * sum(map(len, long))


def test_numbers_are_valid_and_belong_to_nobody(people):
    numbers = [person.nhs_number for person in people.values() if person.nhs_number]
    assert len(set(numbers)) == len(numbers) > 0.9 * len([p for p in people.values() if p.kind != "unborn"])
    for person in people.values():
        if person.nhs_number:
            assert person.nhs_number.startswith("999")
            assert identifiers.nhs_number(person.nhs_number)
        assert not person.upn or identifiers.upn(person.upn)
        assert not person.phone or re.fullmatch(r"07700 900\d{3}|01632 960\d{3}", person.phone)


def test_no_two_families_share_a_front_door_and_postcodes_are_nobodys(area):
    doors = [(*home.lines, home.postcode) for family in area.families for home in family.homes]
    assert len(set(doors)) == len(doors)
    for family in area.families:
        for home in family.homes:
            assert identifiers.postcode(home.postcode).startswith("ZZ")
            assert identifiers.uprn(home.uprn)


def test_a_move_in_an_entry_is_a_move_of_home(area, entries):
    moved = {entry.family for entry in entries if entry.kind == "moved_home"}
    for family in area.families:
        if family.key in moved:
            assert len([home for home in family.homes if len(home.people) > 1 or home.to_on]) >= 2


def test_everyone_is_related_in_words_that_the_people_room_has(area):
    for family in area.families:
        keys = {person.key for person in family.people}
        for relationship in family.relationships:
            assert relationship.kind in KINSHIP
            assert {relationship.person, relationship.other} <= keys


def test_school_children_have_a_school_of_their_age(area):
    phases = {school.code: school.phase for school in area.schools}
    for family in area.families:
        for child, school in family.schools.items():
            years = (ENDING_ON - family.person(child).born_to).days / 365.25
            assert {"nursery": years < 5, "primary": 4 < years < 12, "secondary": years > 11}[phases[school]]


def test_as_many_plans_are_open_on_the_last_day_as_in_england():
    area = make_area(2026, 1000, ENDING_ON)
    opened = set()
    for _, entries in area.days:
        for entry in entries:
            if entry.kind == "plan" and entry.details["plan_type"] != "early_help":
                about = {(key, entry.details["plan_type"]) for key in entry.about}
                opened = opened - about if entry.details["stage"] == "ended" else opened | about
    assert 15 <= len({child for child, _ in opened}) <= 55


def test_every_storyline_is_there_once_with_its_docstring_saying_what_it_shows(area):
    told = Counter(family.storyline for family in area.families if family.storyline)
    assert len(STORYLINES) >= 12
    for storyline in STORYLINES:
        assert told[storyline.OPENING.name] == 1
        assert "Shows:" in storyline.__doc__
        assert storyline.__name__.endswith(storyline.OPENING.name)


def test_a_storyline_is_told_within_its_last_days(area, entries):
    for family in area.families:
        if family.storyline:
            last = max(entry.day for entry in entries if entry.family == family.key)
            assert last >= ENDING_ON - timedelta(days=26), family.storyline


def test_a_grandmother_is_one_informant_at_three_agencies(area, entries):
    family = area.storyline("grandmother_and_three_agencies")
    calls = [entry for entry in entries if entry.family == family.key and entry.kind == "contact_received"]
    assert {entry.said_by for entry in calls} == {"school", "gp", "childrens_social_care"}
    assert {entry.details["informant"] for entry in calls} == {f"{family.key}-maternal_grandmother"}


def test_an_unborn_child_has_entries_before_birth(area, entries):
    family = area.storyline("unborn_baby")
    baby = family.people[0]
    assert baby.kind == "unborn" and baby.expected_on > ENDING_ON and baby.born_from is None
    assert [entry for entry in entries if baby.key in entry.about]


def test_an_agency_describes_a_person_the_same_way_each_time_and_makes_slips(area, people):
    children = [person for person in people.values() if person.kind == "child"]
    slips = 0
    for person in children:
        held = described_by(area, person, agency="police")
        assert held == described_by(area, person, agency="police")
        assert held.nhs_number == ""
        slips += held.full_name != person.full_name or held.born_from != person.born_from
    assert 0.05 * len(children) < slips < 0.35 * len(children)


def test_an_area_is_written_as_lines_of_families_and_entries(tmp_path):
    assert main(["--children", "60", "--out", str(tmp_path / "area.jsonl")]) == 0
    lines = [json.loads(line) for line in (tmp_path / "area.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {line["is"] for line in lines} == {"family", "entry"}


@pytest.mark.parametrize(
    "ending_on", [date(2026, 1, 2), date(2026, 4, 7), date(2024, 2, 29), date(2026, 8, 31)]
)
def test_storylines_hold_together_whatever_day_they_end_on(ending_on):
    area = make_area(1, 50, ending_on)
    said = set()
    for day, entries in area.days:
        for entry in entries:
            assert entry.happened_to <= day < ending_on
            assert all(key in said for key, _ in entry.references)
            said.add(entry.key)
    assert len([family for family in area.families if family.storyline]) == len(STORYLINES)
