"""A duty that was passed stands behind a setting: until its first day pages cite the law as it stands."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ImproperlyConfigured

from kith.config.commencement import commenced
from kith.kernel.clock import LONDON
from kith.patterns.queries import rulebook
from kith.web.parts.lawful import lawful_steps

THEN = date(2027, 4, 1)


def share(settings, said, day):
    settings.KITH_COMMENCED = commenced(said)
    at = datetime(day.year, day.month, day.day, 9, tzinfo=LONDON)
    return lawful_steps(rulebook(), at=at)["share"]


@pytest.mark.parametrize(("said", "day"), [("", THEN), ("information_sharing=2027-04-01", date(2027, 3, 31))])
def test_until_it_begins_the_law_in_force_is_cited(settings, said, day):
    assert "16LA" not in share(settings, said, day).cited


def test_from_its_first_day_on_the_duty_is_cited_with_its_mark(settings):
    step = share(settings, "information_sharing=2027-04-01", THEN)
    assert "section 16LA" in step.cited and step.cited.endswith("[GK]")
    assert "must tell" in step.needs


def test_the_other_steps_stay_as_they_are(settings):
    settings.KITH_COMMENCED = commenced("information_sharing=2027-04-01")
    after = lawful_steps(rulebook(), at=datetime(2028, 1, 1, tzinfo=LONDON))
    assert list(after) == list(rulebook().lawful_steps)
    assert {code for code, one in after.items() if one != rulebook().lawful_steps[code]} == {"share"}


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("sharing=2027-04-01", "no duty"),
        ("information_sharing=soon", "YYYY-MM-DD"),
        ("information_sharing", "YYYY-MM-DD"),
    ],
)
def test_what_is_neither_a_duty_nor_a_day_is_said_at_the_start(said, words):
    with pytest.raises(ImproperlyConfigured, match=words):
        commenced(said)
