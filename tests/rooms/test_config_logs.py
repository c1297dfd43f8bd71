"""The log: one line each, with ids and codes, whatever was said or went wrong."""

import json
import logging
from datetime import datetime, timedelta

import pytest
import structlog
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_safe

from kith.config.logs import OneLine, logging_settings

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
SECRET = "14 Quay Street, Aber"
ADDRESS = "quay street"


@require_safe
def fails(request):
    try:
        raise ValueError(SECRET)
    except ValueError as first:
        raise KeyError(SECRET) from first


handler400 = "kith.web.refused.views.too_much"
handler404 = "kith.web.refused.views.not_found"
handler500 = "kith.web.refused.views.went_wrong"
urlpatterns = [path("fails/", fails)]


@pytest.fixture
def lines():
    """Every line that was written while the test runs, as it would stand on stderr and as read."""
    written: list[str] = []

    class Keeps(logging.Handler):
        def emit(self, record):
            written.append(self.format(record))

    handler = Keeps()
    handler.setFormatter(OneLine())
    logging.getLogger().addHandler(handler)
    yield written
    logging.getLogger().removeHandler(handler)


def only(lines: list[str]) -> dict:
    (line,) = lines
    return json.loads(line)


def ask(address: str, **more) -> HttpResponse:
    return Client(raise_request_exception=False, **more).get(address)


@pytest.mark.django_db
def test_a_page_that_fails_is_written_with_where_and_never_with_the_errors_own_words(lines, settings):
    settings.ROOT_URLCONF = __name__
    answer = ask("/fails/")
    assert answer.status_code == 500
    assert SECRET not in answer.content.decode() and "KeyError" not in answer.content.decode()
    said = only(lines)
    assert (said["said"], said["status"], said["path"]) == ("failed", 500, "/fails/")
    assert said["error"] == ["KeyError", "ValueError"]
    assert said["where"][-1].startswith("test_config_logs.py:") and said["where"][-1].endswith(" fails")
    assert SECRET not in lines[0]


@pytest.mark.django_db
def test_an_address_that_is_not_ours_is_not_written_as_it_was_typed(lines, settings):
    settings.ROOT_URLCONF = __name__
    assert ask(f"/{ADDRESS}/?name={ADDRESS}").status_code == 404
    said = only(lines)
    assert (said["status"], said["path"]) == (404, "an address that is not ours")
    assert "quay" not in lines[0]


def test_no_word_begins_a_line_of_its_own(lines):
    logging.getLogger("kith.web").warning('a name\n{"at": "made up"}\r\x1b[31m\u2028 and %s', "more\nlines")
    assert len(lines[0].splitlines()) == 1
    assert lines[0].isascii() and lines[0].isprintable()
    assert only(lines)["said"].endswith("more\nlines")


def test_a_line_says_when_in_utc_how_grave_which_room_and_what(lines):
    structlog.get_logger("kith.jobs").error("round_failed", error="OSError", child="0192")
    said = only(lines)
    assert (said["level"], said["room"], said["said"]) == ("error", "kith.jobs", "round_failed")
    assert (said["error"], said["child"]) == ("OSError", "0192")
    assert datetime.fromisoformat(said["at"]).utcoffset() == timedelta(0)


def test_an_error_that_a_room_says_has_no_words_either(lines):
    try:
        raise OSError(SECRET)
    except OSError:
        logging.getLogger("kith.kernel.roots").exception(
            "A root was not published: link %s of %s", 4, "looks"
        )
    said = only(lines)
    assert (said["said"], said["error"]) == ("A root was not published: link 4 of looks", ["OSError"])
    assert SECRET not in lines[0]


def test_the_settings_write_to_one_place_and_mail_nobody():
    (handler,) = settings.LOGGING["handlers"].values()
    assert handler["class"] == "logging.StreamHandler"
    assert settings.LOGGING["loggers"]["django"]["handlers"] == []
    assert not logging.getLogger("django").handlers
    assert [type(one.formatter) for one in logging.getLogger().handlers if _is_ours(one)] == [OneLine]


def test_the_demo_says_only_what_is_grave():
    quiet = logging_settings(least="ERROR")
    assert {quiet["root"]["level"], *(one["level"] for one in quiet["loggers"].values())} == {"ERROR"}
    loud = logging_settings(least="INFO")
    assert (loud["loggers"]["kith"]["level"], loud["root"]["level"]) == ("INFO", "WARNING")


def _is_ours(handler: logging.Handler) -> bool:
    return isinstance(handler, logging.StreamHandler) and isinstance(handler.formatter, OneLine)
