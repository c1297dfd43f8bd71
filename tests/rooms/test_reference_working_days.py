"""Working days, against an independent package and by hand."""

import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.kernel.clock import now
from kith.reference import bank_holiday_rules as rules
from kith.reference import working_days as days

FIRST, LAST = date(1999, 1, 1), date(2028, 12, 31)
ORACLE = holidays.country_holidays("GB", subdiv="ENG", years=range(1990, 2042))
LIMITS = (1, 15, 20, 45)


def every_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]


def the_oracle_says(day: date) -> bool:
    return day.weekday() < 5 and day not in ORACLE


def counted_by_the_oracle(day: date, number: int) -> date:
    after = (day + timedelta(days=ahead) for ahead in range(1, 200))
    return [later for later in after if the_oracle_says(later)][number - 1]


def test_every_day_of_the_calendar_agrees_with_the_oracle():
    differ = [
        day
        for day in every_day(days.REACHES_FROM, days.REACHES_UNTIL)
        if days.is_working_day(day) != the_oracle_says(day)
    ]
    assert differ == []


@settings(deadline=None)
@given(st.dates(FIRST, LAST), st.sampled_from(LIMITS))
def test_limits_counted_from_any_day_agree_with_the_oracle(day, number):
    due = days.add_working_days(day, number)
    assert due == counted_by_the_oracle(day, number)
    assert days.working_days_between(day, due) == number


@pytest.mark.parametrize("number", LIMITS)
def test_limits_that_run_over_awkward_days_agree_with_the_oracle(number):
    awkward = [rules.easter_sunday(year) for year in range(1999, 2029)]
    awkward += [date(year, 12, 25) for year in range(1999, 2029)]
    awkward += [day for day in days.BANK_HOLIDAYS if FIRST <= day <= LAST]
    awkward += [
        day for day in every_day(FIRST, LAST) if day.month in (3, 10) and day.day > 24 and day.weekday() == 6
    ]
    starts = {day - timedelta(days=before) for day in awkward for before in (-1, 0, 1, 2, number)}
    for start in starts:
        assert days.add_working_days(start, number) == counted_by_the_oracle(start, number), start


@pytest.mark.parametrize(
    "one_off",
    [
        date(1999, 12, 31),
        date(2002, 6, 3),
        date(2002, 6, 4),
        date(2011, 4, 29),
        date(2012, 6, 4),
        date(2012, 6, 5),
        date(2020, 5, 8),
        date(2022, 6, 2),
        date(2022, 6, 3),
        date(2022, 9, 19),
        date(2023, 5, 8),
    ],
    ids=str,
)
def test_days_proclaimed_once_are_not_worked(one_off):
    assert not days.is_working_day(one_off)


@pytest.mark.parametrize(
    "moved", [date(2002, 5, 27), date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)], ids=str
)
def test_the_mondays_that_such_days_took_the_place_of_are_worked(moved):
    assert days.is_working_day(moved)


def test_one_working_day_from_a_friday_or_a_weekend_is_the_monday():
    friday = date(2026, 11, 20)
    for start in every_day(friday, friday + timedelta(days=2)):
        assert days.add_working_days(start, 1) == date(2026, 11, 23)


def test_no_working_days_is_the_day_itself():
    assert days.add_working_days(date(2026, 12, 25), 0) == date(2026, 12, 25)


def test_a_limit_does_not_run_backwards():
    with pytest.raises(ValueError, match="forwards"):
        days.add_working_days(date(2026, 3, 2), -1)


@settings(deadline=None)
@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_counting_back_is_counting_forward_with_the_sign_turned(one, other):
    assert days.working_days_between(one, other) == -days.working_days_between(other, one)


def test_published_bank_holidays_reach_two_years_past_november_2026():
    assert date(2028, 11, 30) <= days.PUBLISHED_UNTIL


def test_the_calendar_reaches_back_to_1999_and_two_years_ahead_of_today():
    assert days.REACHES_FROM <= FIRST
    assert now().date() + timedelta(days=731) <= days.REACHES_UNTIL


def test_the_two_files_share_no_year_and_leave_none_out():
    published = {day.year for day in days.PUBLISHED}
    computed = {day.year for day in days.COMPUTED}
    assert not published & computed
    assert sorted(published | computed) == list(range(days.REACHES_FROM.year, days.REACHES_UNTIL.year + 1))


def test_the_computed_file_is_what_the_rules_say():
    assert json.loads(rules.WRITES.read_text(encoding="utf-8")) == rules.computed()


def test_the_standing_rules_agree_with_gov_uk_in_every_year_without_a_one_off_day():
    folder = Path(days.__file__).parent / "calendars"
    published = json.loads((folder / "published.json").read_text(encoding="utf-8"))["england-and-wales"][
        "events"
    ]
    for year in set(range(2012, 2029)) - {2012, 2020, 2022, 2023}:
        theirs = [
            (day["date"], day["title"], day["notes"])
            for day in published
            if day["date"].startswith(str(year))
        ]
        ours = [(day["date"], day["title"], day["notes"]) for day in rules.bank_holidays(year)]
        assert ours == theirs


def test_the_version_is_a_hash_of_the_days():
    listed = " ".join(day.isoformat() for day in sorted(days.BANK_HOLIDAYS))
    assert "england-and-wales-" + hashlib.sha256(listed.encode()).hexdigest()[:12] == days.CALENDAR_VERSION


def test_outside_the_calendar_weekends_are_still_known():
    assert days.is_working_day(date(1925, 12, 25))
    assert not days.is_working_day(date(1925, 12, 26))
