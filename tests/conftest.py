"""What every test may ask for, and which tests run in which lane."""

import random
from collections.abc import Iterator

import pytest
from django.test import override_settings
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker

from tests.support import browser as support_browser
from tests.support import database as support_database


@pytest.fixture(scope="session")
def test_database(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest
) -> Iterator[support_database.TestDatabase]:
    """The tests' database: addresses and connections as each role."""
    keep = request.config.getvalue("reuse_db") and not request.config.getvalue("create_db")
    with django_db_blocker.unblock():
        made = support_database.make(keep=keep)
    yield made
    with django_db_blocker.unblock():
        support_database.remove(made, keep=keep)


@pytest.fixture(scope="session")
def django_db_setup(test_database: support_database.TestDatabase) -> None:
    """Pytest-django's own set-up, replaced by ours: ``pytest.mark.django_db`` simply works."""


@pytest.fixture(scope="session", autouse=True)
def one_proof_is_enough() -> Iterator[None]:
    """Most tests sign somebody in by one step; tests/web/test_web_sign_in_*.py put the requirement of two back."""
    with override_settings(KITH_SECOND_FACTOR=False):
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole session: make a page, or a context with its own cookies, in each test."""
    with support_browser.launched() as running:
        yield running


def pytest_addoption(parser: pytest.Parser) -> None:
    lanes = parser.getgroup("lanes")
    lanes.addoption("--slow", action="store_true", help="run the slow lane only")
    lanes.addoption("--all", action="store_true", help="run both lanes, every count whole")
    lanes.addoption(
        "--sample", type=int, metavar="N", help="of the chosen lane run N tests only, drawn by --sample-seed"
    )
    lanes.addoption(
        "--sample-seed", default="kith", metavar="WORD", help="the same word draws the same tests"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The quick lane leaves the slow tests out; ``--slow`` runs those alone; ``--all`` leaves out none.

    ``@pytest.mark.slow(whole=True)`` is a count that takes longer than a draw may: no sample has it.
    """
    chosen = [item for item in items if config.option.all or _is_slow(item) == config.option.slow]
    if config.option.sample is not None:
        chosen = [item for item in chosen if not _is_whole(item)]
    if config.option.sample is not None and config.option.sample < len(chosen):
        drawn = set(random.Random(config.option.sample_seed).sample(chosen, config.option.sample))
        chosen = [item for item in chosen if item in drawn]
    kept = set(chosen)
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = chosen


def _is_slow(item: pytest.Item) -> bool:
    return item.get_closest_marker("slow") is not None


def _is_whole(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("slow")
    return marker is not None and bool(marker.kwargs.get("whole"))
