"""One search box finds a child by whatever is known, says why, and says nothing that it must not."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kith.identity import operations, queries
from kith.identity.types import NewDescription
from kith.kernel.errors import BadInput
from kith.people import operations as people
from kith.people.types import NewPerson
from tests.rooms.identity_world import AREA, SAM, describe, minutes

pytestmark = pytest.mark.django_db
POLICE = NewDescription(said_by="police", said_by_area=AREA, known_as="Kit")


def find(text, at=60, area=AREA):
    return queries.find(text=text, area=area, as_at=minutes(at))


@pytest.fixture
def katherine():
    """Katherine, called Kit at school."""
    return describe(
        full_name="Katherine Okoro-Bell", known_as="Kit", born=date(2018, 3, 5), sex="female", nhs_number="9990000018",
        phone="07700 900123", address_lines=("Flat 3, 12 Old Quay Street", "Leeds"), postcode="LS1 4PJ", sender_key="P-17",
    )  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "Katherine Okoro", "okoro, KATHERINE", "Catherine Okoro-Bell", "kate bell", "Kit", "Okoro 5/3/18", "5.3.2018",
        "5 March 2018", "5th March", "born 05032018", "Kate March 2018", "Kate 2018", "2018-03-05", "999 000 0018",
        "9990000018", "LS14PJ", "ls1 4pj Kit", "07700 900123", "+44 7700 900 123", "Kathrin Okorro", "kate dob 5 Mar 2018",
        "12 quay", "12 Quay St", "quay street", "Old Quay", "flat 3 12 quay street", "kate 12 quay", "kate quay street", "quay leeds",
        "LS1", "Kate ls1", "LS1 4", "Kate LS1 4", "Kate aged 7", "Kit 7 years old", "about 6 Kate", "kate 7", "kate 12 old quay aged 7",
    ],
)  # fmt: skip
def test_she_is_found_by_whatever_is_known(katherine, typed):
    describe(full_name="Leo Brandt", born=date(2013, 9, 9), sex="male", postcode="M1 1AE", at=minutes(1))
    found = find(typed)
    assert [one.person for one in found.hits] == [katherine.person]
    assert found.hits[0].because


def test_a_hit_says_why_and_who_knows_her_and_nothing_that_they_said(katherine):
    operations.resolve_known(
        description=POLICE, person=katherine.person, by=SAM, at=minutes(5)
    )  # fmt: skip
    (hit,) = find("Kate 5 March 2018").hits
    assert hit.because == ("Born 5 March 2018.", "Called “Katherine”: Kate is a way of saying it.")
    assert (hit.name, hit.known_as, hit.born) == ("Katherine Okoro-Bell", "Kit", "born 5 March 2018")
    assert [(one.agency, one.last_at) for one in hit.known_to] == [
        ("police", minutes(5)),
        ("school", minutes(0)),
    ]


def test_what_nobody_answers_whole_is_answered_in_part_and_says_what_differs(katherine):
    (hit,) = find("Katherine Okoro 6 April 2018").hits
    assert hit.person == katherine.person
    assert "Not born 6 April 2018, as far as is known." in hit.because


def test_nothing_found_says_where_it_looked_and_when(katherine):
    describe(said_by="police", full_name="Leo Brandt", born=date(2013, 9, 9), at=minutes(1))
    found = find("Zebedee")
    assert not found.hits
    assert found.words == "Nothing found in what police and school have told, as at 10:00 on 3 March 2026."
    assert [(one.agency, one.last_at) for one in found.looked_in] == [
        ("police", minutes(1)),
        ("school", minutes(0)),
    ]


def test_what_was_typed_is_said_back(katherine):
    assert find("Kit 5/3/18 LS1 4PJ").understood == ("a postcode", "born on 5 March 2018", "called Kit")


def test_the_past_is_searched_as_it_was(katherine):
    assert not find("Kit", at=-1).hits
    other = describe(said_by="police", full_name="Kit Carver", born=date(2010, 1, 1), at=minutes(1))
    operations.merge(keep=katherine.person, other=other.person, because="One.", by=SAM, at=minutes(10))
    assert {one.person for one in find("Carver", at=5).hits} == {other.person}
    assert {one.person for one in find("Carver", at=10).hits} == {katherine.person}


def test_a_sealed_child_looks_exactly_like_no_match_and_a_desk_is_told(katherine):
    empty = find("Zebedee 5 March 2018", area="elsewhere")
    people.set_tier(person=katherine.person, tier="sealed", because="Witness.", by=SAM, at=minutes(2))
    found = find("Kit Okoro")
    assert (found.hits, found.more) == (empty.hits, empty.more)
    assert found.words.startswith("Nothing found")
    assert found.for_the_desk == (katherine.person,)


def test_of_a_restricted_child_only_that_she_exists_is_said(katherine):
    people.set_tier(
        person=katherine.person, tier="restricted", because="Staff member.", by=SAM, at=minutes(2)
    )
    (hit,) = find("Kit Okoro").hits
    assert hit.tier == "restricted"
    assert hit.known_to == ()


@pytest.mark.parametrize(
    "typed",
    [
        "LS1 4PJ",
        "07700 900123",
        "Kit LS1 4PJ",
        "LS1",
        "12 quay",
        "quay street",
        "Quay",
        "Kit 12 Old Quay Street",
    ],
)
def test_a_door_never_leads_to_somebody_whose_address_is_confidential(katherine, typed):
    home = people.register_household(name="Okoro household", by=SAM, at=minutes(1))
    people.start_residency(
        person=katherine.person, household=home, from_on=date(2026, 3, 3), by=SAM, at=minutes(1)
    )
    assert find(typed).hits
    people.hold_confidential_address(household=home, whereabouts="A refuge", by=SAM, at=minutes(2))
    for hit in find(typed).hits:
        assert hit.because == ("Called “Kit”.",)
    for door in (
        "LS1 4PJ",
        "LS1",
        "12 quay",
        "12 Quay Street",
        "quay street",
        "Quay",
        "Leeds",
        "07700 900123",
    ):
        assert (find(door).hits, find(door).more) == ((), False)
    assert [one.person for one in find("Kit").hits] == [katherine.person]


@pytest.mark.parametrize("typed", ["", "   ", "2018", "!?", "aged 6", "12", "about 6", "\x00", "0" * 5_000])
def test_a_search_for_nothing_says_what_may_be_typed(katherine, typed):
    with pytest.raises(BadInput) as refused:
        find(typed)
    assert refused.value.field == "text"


def test_too_many_are_cut_and_said_to_be():
    for number in range(27):  # one for each year, so that none is another
        describe(
            full_name="Amira Khan",
            born=date(1990 + number, 1 + number % 12, 1 + number),
            postcode="",
            at=minutes(number),
        )
    found = find("Amira")
    assert len(found.hits) == 25
    assert found.more


def test_the_best_name_is_what_most_agencies_give(katherine):
    for agency, name, at in (("police", "Kate Bell", 1), ("hospital", "Kate Bell", 2), ("gp", "K. Bell", 3)):
        operations.resolve_known(
            description=replace(POLICE, said_by=agency, full_name=name),
            person=katherine.person,
            by=SAM,
            at=minutes(at),
        )
    assert queries.name_of(person=katherine.person, as_at=minutes(3)) == "Kate Bell"
    assert queries.name_of(person=katherine.person, as_at=minutes(0)) == "Katherine Okoro-Bell"


def test_somebody_whom_no_agency_describes_is_called_what_people_has():
    person = people.register_person(
        person=NewPerson(kind="adult", display_name="Leila Rahman"), by=SAM, at=minutes(1)
    )
    assert queries.name_of(person=person, as_at=datetime(2026, 4, 1, tzinfo=UTC)) == "Leila Rahman"


@pytest.mark.parametrize("typed", ["kate 12 quay", "quay street", "LS1", "LS1 4PJ"])
def test_the_words_never_say_where_somebody_lives(katherine, typed):
    (hit,) = find(typed).hits
    for said in ("quay", "12", "ls1", "leeds"):
        assert said not in " ".join(hit.because).lower()


def test_an_old_address_still_finds(katherine):
    moved = replace(POLICE, full_name="Katherine Bell", address_lines=("7 Mill Lane",), postcode="M1 1AE")
    operations.resolve_known(description=moved, person=katherine.person, by=SAM, at=minutes(5))
    for typed in ("12 quay", "7 mill lane", "kathrin okorro old quay"):
        assert [one.person for one in find(typed).hits] == [katherine.person]


@pytest.mark.parametrize("typed", ["Kathezine", "Okoko", "Bekl", "Katherine Okiro Bexl", "Kathezine LS1 4PJ"])
def test_a_name_with_one_slip_in_it_finds_where_nobody_is_called_so(katherine, typed):
    found = find(typed)
    assert [one.person for one in found.hits] == [katherine.person]
    assert found.nearly == any("nearly" in words for words in found.hits[0].because)


def test_whoever_is_called_so_comes_before_whoever_nearly_is(katherine):
    becky = describe(full_name="Rita Bekl", born=date(2011, 1, 9), postcode="M1 1AE", at=minutes(1))
    found = find("Bekl")
    assert [one.person for one in found.hits] == [becky.person]
    assert not found.nearly


def test_an_age_that_does_not_fit_is_said_and_hides_nobody(katherine):
    (hit,) = find("Katherine Okoro aged 12").hits
    assert "Not 12 now, as far as is known." in hit.because
    (hit,) = find("Katherine Okoro aged 7").hits
    assert "May be 7 now." in hit.because


def test_a_child_without_a_birthday_is_found_by_an_age_and_a_name():
    boy = describe(full_name="Leo Brandt", born_from=None, born_to=None, postcode="")
    (hit,) = find("Leo Brandt about 6").hits
    assert hit.person == boy.person
    assert "No birthday is known." in hit.because


def test_a_name_like_a_road_is_a_name_first():
    lane = describe(full_name="Amira Lane", born=date(2015, 1, 9), postcode="M1 1AE")
    describe(full_name="Leo Brandt", born=date(2013, 9, 9), address_lines=("4 Amira Lane",), at=minutes(1))
    assert [one.person for one in find("Amira Lane").hits] == [lane.person]
    assert find("4 Amira Lane").hits[0].name == "Leo Brandt"


def test_an_adult_hides_no_child_where_children_are_sought(katherine):
    adult = describe(kind="adult", full_name="Okoro Zebedee", born=date(1980, 1, 9), at=minutes(1))
    assert {one.person for one in find("Okoro Zebedee").hits} == {adult.person}
    found = queries.find(text="Okoro Zebedee", area=AREA, as_at=minutes(60), children_only=True)
    assert [one.person for one in found.hits] == [katherine.person]
