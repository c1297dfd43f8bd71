"""Every route and method, asked by everybody: nobody is let in who should not be, and nobody kept out who should."""

import itertools
import random
from collections import Counter

import pytest
from django.test import override_settings

from kith.config.routes import Route
from tests.guard.counting import write_counts
from tests.guard.matrix import asking, world
from tests.guard.matrix.promised import promised
from tests.guard.standing_still import taken_back, time_stands_still

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
A_COMMIT = 500
A_WEEK = 7 * 24 * 60 * 60
"""Seconds."""
PARTS = 20


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, tmp_path_factory):
    """The world; its people stay signed in, since a request that is taken back lengthens no session."""
    stays = override_settings(SESSION_COOKIE_AGE=A_WEEK)
    with django_db_blocker.unblock(), stays, time_stands_still(), taken_back():
        yield world.build(tmp_path_factory.mktemp("area"))


def tried(made, requests, name):
    """What was wrong; how much was tried is counted."""
    asks, wrong, counts = asking.Asking(made), [], Counter()
    for request in requests:
        wanted = promised(made, request.asked, request.method, request.methods)
        counts |= {"requests": counts["requests"] + 1, wanted.value: counts[wanted.value] + 1}
        if found := asks.wrong(request):
            wrong.append(found)
    write_counts(name, {**counts, "wrong": len(wrong)})
    return wrong


def test_the_table_knows_every_route():
    found = asking.unknown_routes()
    assert not found, f"Say in tests/guard/matrix/promised.py who may ask for: {', '.join(found)}"


def test_a_route_that_the_table_does_not_know_is_found(monkeypatch):
    planted = Route(address="all-children/", methods=("GET",), policy="public", file="", view="")
    monkeypatch.setattr(asking, "every_route", lambda: (planted,))
    assert asking.unknown_routes() == ["all-children/"]


def test_a_sample_of_the_matrix(made):
    every = list(asking.requests(made))
    wrong = tried(made, random.Random("kith").sample(every, A_COMMIT), "matrix, a sample")
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong[:60])


@pytest.mark.slow(whole=True)
@pytest.mark.parametrize("part", range(PARTS))
def test_the_whole_matrix(made, part):
    """In parts, so that several processes share it; every request is in one of them."""
    mine = itertools.islice(asking.requests(made), part, None, PARTS)
    wrong = tried(made, mine, f"matrix, whole, part {part + 1} of {PARTS}")
    assert not wrong, f"{len(wrong)} wrong:\n" + "\n".join(wrong[:200])
