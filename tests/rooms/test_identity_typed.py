"""Numbers and dates are read as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.identity import identifiers
from kith.identity.address_words import take_by_kind, take_by_number, take_whole
from kith.identity.near_spellings import one_slip_from
from kith.identity.typed_ages import take_age
from kith.identity.typed_dates import TypedDate, take_date

TODAY = date(2026, 3, 3)


@pytest.mark.parametrize("typed", ["9990000018", "999 000 0018", "999-000-0018", " 9990000018 "])
def test_an_nhs_number_with_its_right_last_digit_is_read(typed):
    assert identifiers.nhs_number(typed) == "9990000018"


@pytest.mark.parametrize(
    "typed",
    ["9990000019", "999000001", "99900000180", "0000000000", "1111111111", "", "999000001X", "٩٩٩٠٠٠٠٠١٨"],
)
def test_any_other_is_no_nhs_number(typed):
    assert identifiers.nhs_number(typed) == ""


@given(st.integers(999_000_000, 999_999_999), st.integers(0, 9), st.integers(0, 8))
def test_one_wrong_digit_is_always_caught(nine, last, place):
    valid = [digit for digit in range(10) if identifiers.nhs_number(f"{nine}{digit}")]
    assert len(valid) <= 1
    for right in valid:
        number = f"{nine}{right}"
        wrong = f"{number[:place]}{last}{number[place + 1 :]}"
        assert wrong == number or identifiers.nhs_number(wrong) == ""


@pytest.mark.parametrize("typed", ["B801200005001", "b801200005001", "B 801 2000 05 001"])
def test_a_pupil_number_with_its_right_letter_is_read(typed):
    assert identifiers.upn(typed) == "B801200005001"


@pytest.mark.parametrize("typed", ["A801200005001", "B80120000500", "I801200005001", "X80120000A001", ""])
def test_any_other_is_no_pupil_number(typed):
    assert identifiers.upn(typed) == ""


def test_a_temporary_pupil_number_ends_in_a_letter():
    (letter,) = [one for one in identifiers.UPN_LETTERS if identifiers.upn(f"{one}80120000500B")]
    assert identifiers.upn(f"{letter}80120000500B").endswith("B")


@pytest.mark.parametrize(
    ("read", "typed", "value"),
    [
        (identifiers.postcode, "ls1 4pj", "LS1 4PJ"), (identifiers.postcode, "EC1A1BB", "EC1A 1BB"), (identifiers.postcode, "LS1", ""),
        (identifiers.outward, "ec1a 1bb", "EC1A"), (identifiers.outward, "", ""),
        (identifiers.phone, "+44 (0)7700 900123", "07700900123"), (identifiers.phone, "0044 7700 900123", "07700900123"),
        (identifiers.phone, "01632 960 123", "01632960123"), (identifiers.phone, "999", ""),
        (identifiers.uprn, "000100012345", "100012345"), (identifiers.uprn, "none", ""),
    ],
)  # fmt: skip
def test_other_codes_are_read_or_left_alone(read, typed, value):
    assert read(typed) == value


@pytest.mark.parametrize(
    ("typed", "day", "month", "year"),
    [
        ("5/3/24", 5, 3, 2024), ("05.03.2019", 5, 3, 2019), ("5-3-2019", 5, 3, 2019), ("5 3 2019", 5, 3, 2019),
        ("2019-03-05", 5, 3, 2019), ("05032019", 5, 3, 2019), ("5 March 2019", 5, 3, 2019), ("5th of March 2019", 5, 3, 2019),
        ("March 5, 2019", 5, 3, 2019), ("5 mar 19", 5, 3, 2019), ("Sept 2019", None, 9, 2019), ("5 March", 5, 3, None),
        ("March 5th", 5, 3, None), ("5/3", 5, 3, None), ("2019", None, None, 2019), ("29 Feb", 29, 2, None), ("5/3/85", 5, 3, 1985),
        ("3/25/2019", 25, 3, 2019),
    ],
)  # fmt: skip
def test_a_date_is_read_in_any_of_its_usual_forms(typed, day, month, year):
    found, rest = take_date(f"Amira {typed} Rahman", today=TODAY)
    assert found == TypedDate(day=day, month=month, year=year)
    assert rest.split() == ["Amira", "Rahman"]


@pytest.mark.parametrize("typed", ["31/2/2019", "Amira", "May Smith", "99/99/2019", "29 February 2019"])
def test_what_is_no_date_is_left_alone(typed):
    found, rest = take_date(typed, today=TODAY)
    assert found is None or found.day is None
    assert "Smith" not in typed or rest == typed


@given(st.dates(date(1930, 1, 1), TODAY))
def test_every_day_is_read_back_as_it_is_shown(day):
    shown = TypedDate(day=day.day, month=day.month, year=day.year).words
    found, _ = take_date(shown, today=TODAY)
    assert found == TypedDate(day=day.day, month=day.month, year=day.year)


@pytest.mark.parametrize(
    ("typed", "words", "first", "last"),
    [
        ("aged 6", "6", date(2019, 3, 4), date(2020, 3, 3)), ("age 6", "6", date(2019, 3, 4), date(2020, 3, 3)),
        ("6 years old", "6", date(2019, 3, 4), date(2020, 3, 3)), ("6yrs", "6", date(2019, 3, 4), date(2020, 3, 3)),
        ("6 yo", "6", date(2019, 3, 4), date(2020, 3, 3)), ("6-year-old", "6", date(2019, 3, 4), date(2020, 3, 3)),
        ("about 6", "about 6", date(2018, 3, 4), date(2021, 3, 3)), ("aged about 6", "about 6", date(2018, 3, 4), date(2021, 3, 3)),
        ("aged 6 or 7", "6 to 7", date(2018, 3, 4), date(2020, 3, 3)), ("18 months", "18 months", date(2024, 8, 4), date(2024, 9, 3)),
        ("3 weeks old", "3 weeks", date(2026, 2, 4), date(2026, 2, 10)), ("aged 0", "0", date(2025, 3, 4), date(2026, 3, 3)),
    ],
)  # fmt: skip
def test_an_age_means_the_days_of_birth_that_it_can(typed, words, first, last):
    found, rest = take_age(f"Amira {typed} Rahman", today=TODAY)
    assert (found.words, found.first, found.last) == (words, first, last)
    assert rest.split() == ["Amira", "Rahman"]


@pytest.mark.parametrize(
    "typed", ["aged 300", "Amira", "12 quay", "aged 9 to 3", "999 months", "aged", "about"]
)
def test_what_is_no_age_is_left_alone(typed):
    assert take_age(typed, today=TODAY) == (None, typed)


def test_on_the_29th_of_february_an_age_is_still_read():
    found, _ = take_age("aged 1", today=date(2024, 2, 29))
    assert (found.first, found.last) == (date(2022, 3, 1), date(2023, 2, 28))


@pytest.mark.parametrize(
    ("take", "typed", "numbers", "words", "rest"),
    [
        (take_whole, "kate 12 Old Quay St", ("12",), ("old", "quay"), "kate"),
        (take_whole, "flat 3, 12a quay street", ("12a", "3"), ("quay",), ""),
        (take_whole, "12 The Lane", ("12",), ("lane",), ""), (take_by_number, "kate 12 quay", ("12",), ("quay",), "kate"),
        (take_by_number, "12 the quay kate", ("12",), ("quay",), "kate"),
        (take_by_kind, "kate quay street", (), ("quay",), "kate"), (take_by_kind, "hill rd", (), ("hill",), ""),
    ],
)  # fmt: skip
def test_part_of_an_address_is_read(take, typed, numbers, words, rest):
    found, left = take(typed)
    assert (found.numbers, found.words, left.strip()) == (numbers, words, rest)


@pytest.mark.parametrize("typed", ["", "kate", "12", "street", "5/3/2019", "12345 quay"])
def test_what_is_no_address_is_left_alone(typed):
    for take in (take_whole, take_by_number, take_by_kind):
        assert take(typed) == (None, typed)


@pytest.mark.parametrize("slip", ["brady", "bradly", "brxdley", "rbadley", "bradleys", "braddley"])
def test_a_slip_is_one_letter_wrong_missing_too_many_or_two_changed_over(slip):
    assert (slip in one_slip_from("bradley")) == (slip not in {"brady", "braddley"})


def test_a_short_name_has_no_slips():
    assert one_slip_from("ava") == frozenset()
