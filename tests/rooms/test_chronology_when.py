"""When: spans of time, how exactly they are known, and the words for them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from kith.chronology.when import When, from_parts, made, possible, words
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from tests.rooms.chronology_world import on

AT = on("24 Nov 2026", 9)


def test_a_date_without_a_time_stands_at_midday_in_london():
    summer = made(on=date(2026, 7, 3), at=AT)
    assert summer.happened_from == summer.happened_to == datetime(2026, 7, 3, 11, tzinfo=UTC)
    assert made(on=date(2026, 2, 3), at=AT).happened_from == datetime(2026, 2, 3, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("precision", "first", "last"),
    [
        ("month", "1 Mar 2020", "31 Mar 2020"),
        ("season", "1 Mar 2020", "31 May 2020"),
        ("year", "1 Jan 2020", "31 Dec 2020"),
        ("approx", "9 Mar 2020", "9 Mar 2020"),
    ],
)
def test_a_coarse_date_is_the_whole_of_what_it_lies_in(precision, first, last):
    span = made(on=date(2020, 3, 9), precision=precision, at=AT)
    assert (span.happened_from, span.happened_to) == (on(first), on(last))


def test_january_lies_in_the_winter_that_began_the_year_before():
    span = made(on=date(2020, 1, 9), precision="season", at=AT)
    assert (span.happened_from, span.happened_to) == (on("1 Dec 2019"), on("29 Feb 2020"))


def test_what_is_typed_makes_the_precision():
    assert from_parts(year=2020, at=AT).precision == "year"
    assert from_parts(year=2020, season="spring", at=AT).precision == "season"
    assert from_parts(year=2020, month=3, at=AT).precision == "month"
    assert from_parts(year=2020, month=3, day=9, at=AT).precision == "day"
    assert from_parts(year=2020, month=3, day=9, clock=time(16, 10), at=AT).precision == "time"
    assert from_parts(year=2020, month=3, about=True, at=AT).precision == "approx"


WORDS = [
    ({"year": 2026, "month": 2, "day": 3}, "3 Feb"),
    ({"year": 2025, "month": 2, "day": 3}, "3 Feb 2025"),
    ({"year": 2026, "month": 11, "day": 16, "clock": time(16, 10)}, "16 Nov, 16:10"),
    ({"year": 2020, "month": 3}, "March 2020"),
    ({"year": 2020, "month": 3, "about": True}, "about March 2020"),
    ({"year": 2020, "month": 3, "day": 9, "about": True}, "about 9 Mar 2020"),
    ({"year": 2020, "season": "spring"}, "spring 2020"),
    ({"year": 2020, "season": "spring", "about": True}, "about spring 2020"),
    ({"year": 2020, "season": "winter"}, "winter 2020 to 2021"),
    ({"year": 2020}, "2020"),
    ({"year": 2006, "about": True}, "about 2006"),
]


@pytest.mark.parametrize(("typed", "said"), WORDS)
def test_words_are_those_of_a_person(typed, said):
    assert words(from_parts(at=AT, **typed), as_at=AT) == said


SPANS = [
    (date(2026, 11, 2), date(2026, 11, 6), "2 to 6 Nov"),
    (date(2026, 10, 30), date(2026, 11, 3), "30 Oct to 3 Nov"),
    (date(2025, 12, 30), date(2026, 1, 6), "30 Dec 2025 to 6 Jan"),
    (datetime(2026, 11, 16, 16, 10, tzinfo=LONDON), datetime(2026, 11, 16, 17, tzinfo=LONDON), "16 Nov, 16:10 to 17:00"),
    (datetime(2026, 11, 16, 23, tzinfo=LONDON), datetime(2026, 11, 17, 1, tzinfo=LONDON), "16 Nov, 23:00 to 17 Nov, 01:00"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "last", "said"), SPANS)
def test_a_spell_says_its_beginning_and_end(first, last, said):
    assert words(made(on=first, to=last, at=AT), as_at=AT) == said


def test_about_a_longer_span_says_the_months():
    span = made(on=date(2019, 3, 1), to=date(2020, 6, 30), precision="approx", at=AT)
    assert words(span, as_at=AT) == "about March 2019 to June 2020"


IMPOSSIBLE = [
    ({"year": 2026, "month": 2, "day": 31}, "happened_from"),
    ({"year": 2026, "month": 13}, "happened_from"),
    ({"year": 206, "month": 2, "day": 3}, "happened_from"),
    ({"year": 2026, "month": 11, "day": 25}, "happened_from"),
    ({"year": 2026, "month": 12}, "happened_from"),
    ({"year": 2027, "about": True}, "happened_from"),
    ({"year": 2026, "season": "monsoon"}, "happened_from"),
    ({"year": 2026, "month": 3, "day": 29, "clock": time(1, 30)}, "happened_from"),
    ({"year": 2026, "month": 11, "day": 24, "clock": time(9, 30)}, "happened_from"),
]


@pytest.mark.parametrize(("typed", "field"), IMPOSSIBLE)
def test_what_cannot_have_been_is_refused_by_its_field(typed, field):
    with pytest.raises(BadInput) as problem:
        from_parts(at=AT, **typed)
    assert problem.value.field == field


def test_today_is_not_the_future_though_midday_is_still_to_come():
    assert made(on=date(2026, 11, 24), at=AT).happened_from > AT


def test_this_month_and_this_year_may_be_said_before_they_end():
    assert made(on=date(2026, 11, 24), precision="month", at=AT).happened_to == on("30 Nov 2026")
    assert made(on=date(2026, 11, 24), precision="year", at=AT).happened_to == on("31 Dec 2026")


def test_a_spell_does_not_end_tomorrow():
    with pytest.raises(BadInput) as problem:
        made(on=date(2026, 11, 23), to=date(2026, 11, 25), at=AT)
    assert problem.value.field == "happened_to"


def test_a_span_does_not_end_before_it_begins():
    with pytest.raises(BadInput) as problem:
        made(on=date(2026, 11, 6), to=date(2026, 11, 2), at=AT)
    assert problem.value.field == "happened_to"


NAIVE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


@pytest.mark.parametrize("given", [{"on": date(2026, 1, 1), "precision": "time"}, {"on": NAIVE}])
def test_an_instant_says_its_time_and_zone(given):
    with pytest.raises(BadInput) as problem:
        made(at=AT, **given)
    assert problem.value.field == "happened_from"


def test_forty_weeks_before_a_birth_is_the_earliest():
    born = date(2026, 10, 8)
    edge = born - timedelta(weeks=40)
    assert possible(made(on=edge, at=AT), at=AT, earliest_birth=born)
    with pytest.raises(BadInput) as problem:
        possible(made(on=edge - timedelta(days=1), at=AT), at=AT, earliest_birth=born)
    assert problem.value.field == "happened_from"


def test_a_year_that_only_begins_before_the_pregnancy_is_possible():
    span = made(on=date(2025, 1, 1), precision="year", at=AT)
    assert possible(span, at=AT, earliest_birth=date(2026, 6, 1)) == span


def test_an_unknown_precision_is_refused():
    with pytest.raises(BadInput) as problem:
        made(on=date(2026, 1, 1), precision="decade", at=AT)
    assert problem.value.field == "precision"


def test_the_clock_change_keeps_midday_where_it_is():
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        assert made(on=day, at=AT).happened_from.astimezone(LONDON).hour == 12


def test_a_span_is_a_value():
    assert When(happened_from=AT, happened_to=AT, precision="time") == made(on=AT, at=AT)
