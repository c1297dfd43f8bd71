"""How old somebody is at a moment, in words."""

from datetime import UTC, date, datetime

import pytest

from kith.kernel.clock import LONDON
from kith.people.ages import age_interval, age_words, day_of, is_child
from kith.people.types import Birth

NOON = datetime(2026, 11, 24, 12, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (Birth.on(date(2026, 11, 24)), "born today"),
        (Birth.on(date(2026, 11, 23)), "1 day"),
        (Birth.on(date(2026, 10, 20)), "5 weeks"),
        (Birth.on(date(2026, 8, 24)), "3 months"),
        (Birth.on(date(2025, 6, 25)), "16 months"),
        (Birth.on(date(2019, 5, 24)), "7 years 6 months"),
        (Birth.on(date(2019, 11, 24)), "7 years"),
        (Birth.on(date(2019, 11, 25)), "6 years 11 months"),
        (Birth.on(date(1992, 3, 1)), "34 years"),
        (Birth(born_from=date(2019, 11, 25), born_to=date(2020, 11, 24)), "about 6"),
        (Birth(born_from=date(2019, 1, 1), born_to=date(2019, 12, 31)), "6 or 7"),
        (Birth(born_from=date(2015, 1, 1), born_to=date(2019, 12, 31)), "between 6 and 11"),
        (Birth(born_from=date(2026, 6, 20), born_to=date(2026, 6, 24)), "about 5 months"),
        (Birth(born_from=date(2026, 5, 1), born_to=date(2026, 6, 30)), "between 4 and 6 months"),
        (Birth(expected_on=date(2027, 1, 24)), "unborn, due 24 January 2027"),
        (Birth(expected_on=date(2026, 11, 2)), "unborn, was due 2 November 2026"),
        (Birth(), "age not known"),
    ],
)
def test_an_age_is_said_as_a_person_would_say_it(born, words):
    assert age_words(born=born, as_at=NOON) == words


def test_a_child_who_is_born_now_was_unborn_then():
    born = Birth(born_from=date(2027, 1, 20), born_to=date(2027, 1, 20), expected_on=date(2027, 1, 24))

    assert age_words(born=born, as_at=NOON) == "unborn, due 24 January 2027"
    assert age_words(born=born, as_at=datetime(2027, 2, 3, 12, tzinfo=LONDON)) == "2 weeks"


def test_a_birthday_begins_at_midnight_in_england_and_not_in_greenwich():
    just_past_midnight = datetime(
        2026, 6, 9, 23, 30, tzinfo=UTC
    )  # half past midnight on the 10th, in summer time
    assert age_words(born=Birth.on(date(2019, 6, 10)), as_at=just_past_midnight) == "7 years"


def test_a_child_of_29_february_is_older_on_1_march():
    born = Birth.on(date(2024, 2, 29))
    assert age_words(born=born, as_at=datetime(2027, 2, 28, 12, tzinfo=LONDON)) == "2 years 11 months"
    assert age_words(born=born, as_at=datetime(2027, 3, 1, 12, tzinfo=LONDON)) == "3 years"


def test_an_interval_admits_both_ends_and_silence_where_nothing_is_known():
    age = age_interval(born=Birth(born_from=date(2019, 1, 1), born_to=date(2019, 12, 31)), as_at=NOON)
    assert (age.youngest_years, age.oldest_years) == (6, 7)
    assert age_interval(born=Birth(), as_at=NOON) is None
    assert age_interval(born=Birth(expected_on=date(2027, 1, 24)), as_at=NOON) is None


def test_somebody_who_may_be_under_18_is_a_child():
    about_18 = Birth(born_from=date(2008, 1, 1), born_to=date(2009, 6, 1))
    assert is_child(kind="adult", born=about_18, as_at=NOON)
    assert not is_child(kind="child", born=Birth.on(date(2008, 11, 24)), as_at=NOON)
    assert is_child(kind="unborn", born=Birth(), as_at=NOON)
    assert not is_child(kind="adult", born=Birth(), as_at=NOON)


def test_a_moment_without_its_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        day_of(datetime(2026, 11, 24, 12))  # noqa: DTZ001
