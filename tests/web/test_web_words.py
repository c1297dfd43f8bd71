"""Dates, ages, quotes and telephone numbers as a page says them."""

from datetime import UTC, date, datetime

import pytest

from kith.kernel.errors import BadInput
from kith.web.dates import age, at_time, days_in_words, lately, on_day
from kith.web.jinja import number_word, quoted, with_numbers
from kith.web.print_head import PrintHead, style_sheet
from kith.web.reading.when import read_when

NOW = datetime(2026, 11, 17, 10, 40, tzinfo=UTC)


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2019, 5, 2), "7 years 6 months"),
        (date(2024, 10, 17), "2 years 1 month"),
        (date(2025, 11, 17), "1 year"),
        (date(2025, 11, 18), "11 months"),
        (date(2026, 11, 3), "14 days"),
        (date(2026, 11, 16), "1 day"),
        (date(2024, 2, 29), "2 years 8 months"),
    ],
)
def test_an_age_is_said_in_years_and_months(born, words):
    assert age(born, on=date(2026, 11, 17)) == words


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 17, 9, 10, tzinfo=UTC), "09:10 today"),
        (datetime(2026, 11, 16, 18, 30, tzinfo=UTC), "yesterday 18:30"),
        (datetime(2026, 11, 13, 17, 2, tzinfo=UTC), "Friday 17:02"),
        (datetime(2026, 11, 10, 17, 2, tzinfo=UTC), "10 November 17:02"),
        (datetime(2026, 11, 17, 0, 0, tzinfo=UTC), "midnight today"),
    ],
)
def test_how_long_ago_is_said_as_people_say_it(at, words):
    assert lately(at, now=NOW).words == words


def test_a_summer_time_is_london_time():
    assert at_time(datetime(2026, 6, 11, 15, 0, tzinfo=UTC)).words == "Thu 11 Jun, 16:00"


def test_days_are_said_as_runs():
    days = [date(2026, 10, day) for day in (21, 22, 23, 31)] + [date(2026, 11, 1), date(2026, 11, 9)]
    assert days_in_words(days) == "21 to 23 Oct; 31 Oct to 1 Nov; 9 Nov"
    assert days_in_words([]) == "none"
    assert on_day(date(2026, 2, 3)).words == "3 Feb"


def test_quotes_are_marked_as_somebodys_own_words():
    assert quoted("Keren: “just a row”.") == "Keren: <q>just a row</q>."
    assert quoted("“open only") == "“open only"
    assert quoted("“<b>”") == "<q>&lt;b&gt;</q>"


def test_a_number_to_ring_becomes_a_link_and_an_nhs_number_does_not():
    said = with_numbers("Ring 01632 960 233, or 999. NHS 999 023 8715.")
    assert 'href="tel:01632960233">01632 960 233</a>' in said
    assert 'href="tel:999">999</a>' in said
    assert said.count("<a ") == 2


def test_small_numbers_are_words():
    assert [number_word(number) for number in (1, 2, 10, 11)] == ["One", "Two", "Ten", "11"]


@pytest.mark.parametrize(
    ("typed", "clock", "precision", "first", "last"),
    [
        (("5", "3", "2024"), ("", ""), "day", "2024-03-05T12:00", "2024-03-05T12:00"),
        (("5", "3", "24"), ("17", "30"), "time", "2024-03-05T17:30", "2024-03-05T17:30"),
        (("", "March", "2021"), ("", ""), "month", "2021-03-01T12:00", "2021-03-31T12:00"),
        (("", "", "2021"), ("", ""), "year", "2021-01-01T12:00", "2021-12-31T12:00"),
    ],
)
def test_a_date_is_read_as_finely_as_it_is_known(typed, clock, precision, first, last):
    found = read_when(field="happened", typed=typed, clock=clock, at=NOW)
    assert found.precision == precision
    assert f"{found.happened_from:%Y-%m-%dT%H:%M}" == first
    assert f"{found.happened_to:%Y-%m-%dT%H:%M}" == last


def test_a_date_that_is_not_sure_is_approximate():
    assert read_when(field="happened", typed=("", "3", "2021"), about=True, at=NOW).precision == "approx"


@pytest.mark.parametrize(
    "typed", [("31", "2", "2024"), ("", "", ""), ("x", "3", "2024"), ("5", "", "2024"), ("1", "1", "2030")]
)
def test_a_date_that_cannot_be_read_is_sent_back_to_its_field(typed):
    with pytest.raises(BadInput) as refused:
        read_when(field="happened", typed=typed, at=NOW)
    assert refused.value.field == "happened"


def test_no_name_can_break_out_of_the_printed_head():
    head = PrintHead(initials='"} * {', recipient="Ó <b>", copy="copy 1 of 1", printed="now", foot="a\\b\n")
    sheet = style_sheet(head)
    assert '"}' not in sheet.replace("\\22 \\7d ", "")
    assert "\n" not in sheet.strip()
    assert "<" not in sheet
