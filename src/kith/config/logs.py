"""The log: one line of JSON for each thing said, on stderr, with ids and codes and never somebody's words.

Of an error its kind and where it happened are written, and of its message nothing: that may quote a name or an address.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog

MOST_PLACES = 12
"""Of the places that an error went through, the last so many."""
_SOURCE = Path(__file__).resolve().parents[2]


def logging_settings(*, least: str) -> dict[str, Any]:
    """Django's ``LOGGING``. ``least`` is the least grave level that is written of our own rooms: ``INFO``."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "kith.config.logs.OneLine"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["stderr"], "level": max(least, "WARNING", key=_grave)},
        "loggers": {
            "kith": {"level": least},
            "django": {"handlers": [], "level": max(least, "WARNING", key=_grave)},
        },
    }


def structlog_through_logging() -> None:
    """What rooms say by structlog goes the same way as everything else, with its fields apart from its words."""
    structlog.configure(processors=[_handed_on], logger_factory=structlog.stdlib.LoggerFactory())


class OneLine(logging.Formatter):
    """A record as one line of JSON in ASCII: no word in it can begin a line of its own."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "room": record.name,
            **_what(record),
            **getattr(record, "kith_fields", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line |= {"error": _kinds(record.exc_info[1]), "where": list(_places(record.exc_info[1]))}
        return json.dumps(line, default=str)


def _what(record: logging.LogRecord) -> dict[str, object]:
    """Of a request Django's own line has the address as typed, which may hold anybody's name: only one of ours is written."""
    request = getattr(record, "request", None)
    if request is None:
        return {"said": record.getMessage()}
    known = getattr(request, "resolver_match", None) is not None
    person = getattr(request, "_cached_user", None)  # as was read already: a log asks no database
    return {
        "said": "answered" if record.exc_info is None else "failed",
        "status": getattr(record, "status_code", None),
        "method": getattr(request, "method", None),
        "path": getattr(request, "path", "") if known else "an address that is not ours",
        "sign_in": str(person.pk) if getattr(person, "pk", None) else None,
    }


def _kinds(error: BaseException) -> list[str]:
    """The error's kind, and of what it came from, the first last."""
    kinds, seen = [], error
    while seen is not None and len(kinds) < MOST_PLACES:
        kinds.append(type(seen).__name__)
        seen = seen.__cause__ or seen.__context__  # type: ignore[assignment]
    return kinds


def _places(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__)[-MOST_PLACES:]:
        path = Path(frame.filename)
        name = path.relative_to(_SOURCE) if path.is_relative_to(_SOURCE) else path.name
        yield f"{name}:{frame.lineno} {frame.name}"


def _handed_on(logger: Any, method: str, said: dict[str, Any]) -> tuple[tuple[object, ...], dict[str, Any]]:
    words = said.pop("event", "")
    failed = said.pop("exc_info", None)
    return (words,), {"extra": {"kith_fields": said}, "exc_info": failed}


def _grave(level: str) -> int:
    return int(logging.getLevelNamesMapping()[level])
