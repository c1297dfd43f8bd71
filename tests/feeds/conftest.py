"""Tests of the feeds happen in Tolland Bay, on 10 March; the area is loaded once for a file, and each test is taken back."""

import pytest

from tests.guard.standing_still import taken_back
from tests.support.world import Area, day, tolland_bay


@pytest.fixture(scope="module")
def bay(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), taken_back():
        yield tolland_bay().code


@pytest.fixture
def area(bay):
    with taken_back():
        yield Area(bay, day("10 Mar"))
