"""When it is out of hours, when the morning begins, and when a weekend is over."""

from datetime import datetime

import pytest

from kith.caseload.hours import end_of_weekend, is_out_of_hours, next_morning
from kith.kernel.clock import LONDON


def at(words: str) -> datetime:
    return datetime.strptime(words, "%d %b %Y %H:%M").replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        ("1 Dec 2026 08:59", True),
        ("1 Dec 2026 09:00", False),
        ("1 Dec 2026 16:59", False),
        ("1 Dec 2026 17:00", True),
        ("4 Dec 2026 15:59", False),
        ("4 Dec 2026 16:00", True),
        ("5 Dec 2026 12:00", True),
        ("6 Dec 2026 12:00", True),
        ("7 Dec 2026 08:59", True),
        ("7 Dec 2026 09:00", False),
        ("2 Apr 2026 15:59", False),
        ("2 Apr 2026 16:00", True),
        ("6 Apr 2026 12:00", True),
        ("27 Mar 2026 16:00", True),
    ],
)
def test_the_list_is_open_by_night_on_days_off_and_from_four_o_clock_before_them(when, is_open):
    assert is_out_of_hours(at(when)) is is_open


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("1 Dec 2026 02:00", "1 Dec 2026 09:00"),
        ("1 Dec 2026 09:00", "2 Dec 2026 09:00"),
        ("1 Dec 2026 23:30", "2 Dec 2026 09:00"),
        ("4 Dec 2026 20:00", "7 Dec 2026 09:00"),
        ("5 Dec 2026 03:00", "7 Dec 2026 09:00"),
        ("2 Apr 2026 20:00", "7 Apr 2026 09:00"),
        ("24 Dec 2026 20:00", "29 Dec 2026 09:00"),
        ("28 Mar 2026 23:00", "30 Mar 2026 09:00"),
        ("24 Oct 2026 23:00", "26 Oct 2026 09:00"),
    ],
)
def test_the_morning_is_nine_o_clock_of_the_next_working_day_across_holidays_and_clock_changes(when, due):
    assert next_morning(at(when)) == at(due)


@pytest.mark.parametrize(
    ("when", "over"),
    [
        ("4 Dec 2026 15:00", "7 Dec 2026 09:00"),
        ("2 Dec 2026 10:00", "7 Dec 2026 09:00"),
        ("7 Dec 2026 08:00", "7 Dec 2026 09:00"),
        ("7 Dec 2026 10:00", "14 Dec 2026 09:00"),
        ("2 Apr 2026 10:00", "7 Apr 2026 09:00"),
    ],
)
def test_a_weekend_is_over_on_monday_or_the_first_day_on_which_offices_work(when, over):
    assert end_of_weekend(at(when)) == at(over)
