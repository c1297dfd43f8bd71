"""Reads a request as far as its items: headers, size, JSON without surprises. Whatever fails here fails whole."""

import json
import math
import re
from typing import Any

from django.http import HttpRequest
from django.http.request import UnreadablePostError

from kith.api.paths import plain
from kith.api.types import Letter, NotTaken, Problem

LARGEST_BODY = 5 * 1024 * 1024
MOST_ITEMS = 500
DEEPEST = 12
"""Objects and lists inside one another; an item needs five."""
MEDIA_TYPE = re.compile(r'application/json(;\s*charset="?utf-8"?)?', re.IGNORECASE)
KEY = re.compile(r"[!-~]{1,100}")
NAMES = ("entries", "agency")


def key_of(request: HttpRequest) -> str:
    """The sender's own key for this request."""
    key = request.headers.get("Idempotency-Key", "")
    if not KEY.fullmatch(key):
        raise NotTaken(
            400,
            Problem(
                field="Idempotency-Key",
                problem="Give 1 to 100 visible ASCII characters, new for each request.",
            ),
        )
    return key


def body_of(request: HttpRequest) -> bytes:
    """The body, never more of it than may be sent: it is measured before and while it is read."""
    if not MEDIA_TYPE.fullmatch(request.headers.get("Content-Type", "")):
        raise NotTaken(415, Problem(field="Content-Type", problem="Send application/json, in UTF-8."))
    if _told_length(request) > LARGEST_BODY:
        raise _too_large()
    try:
        body: bytes = request.read(LARGEST_BODY + 1)
    except UnreadablePostError:
        raise NotTaken(400, Problem(field="body", problem="The body ended before it was whole.")) from None
    if len(body) > LARGEST_BODY:
        raise _too_large()
    return body


def letter_of(*, key: str, media_type: str, body: bytes, digest: bytes) -> Letter:
    """The items of a body, each still as its sender wrote it. NotTaken where it is no letter at all."""
    sent = _parsed(body)
    if _depth(sent) > DEEPEST:
        raise NotTaken(422, Problem(field="body", problem=f"This is nested deeper than {DEEPEST} levels."))
    if not isinstance(sent, dict):
        raise NotTaken(422, Problem(field="body", problem='Give an object: {"entries": [...]}.'))
    if strangers := [name for name in sent if name not in NAMES]:
        raise NotTaken(
            422,
            Problem(field=plain(strangers[0]), problem="There is no such field. There are: entries, agency."),
        )
    items = sent.get("entries")
    if not isinstance(items, list) or not 1 <= len(items) <= MOST_ITEMS:
        raise NotTaken(422, Problem(field="entries", problem=f"Give a list of 1 to {MOST_ITEMS} entries."))
    return Letter(
        key=key,
        media_type=media_type,
        body=body,
        digest=digest,
        items=tuple(items),
        agency=sent.get("agency"),
    )


def _told_length(request: HttpRequest) -> int:
    """How long the sender says the body is: a body in chunks that nobody measured would arrive here as none."""
    told = request.META.get("CONTENT_LENGTH") or ""
    if not told:
        raise NotTaken(411, Problem(field="Content-Length", problem="Say how long the body is."))
    return int(told) if told.isascii() and told.isdigit() and len(told) < 16 else LARGEST_BODY + 1


def _too_large() -> NotTaken:
    return NotTaken(413, Problem(field="body", problem="This is too large: at most 5 MB in one request."))


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(
            body.decode("utf-8"), object_pairs_hook=_each_once, parse_float=_finite, parse_constant=_finite
        )
    except UnicodeDecodeError:
        raise NotTaken(400, Problem(field="body", problem="This is not UTF-8.")) from None
    except json.JSONDecodeError as problem:
        where = f"line {problem.lineno}, column {problem.colno}"
        raise NotTaken(400, Problem(field="body", problem=f"This is not JSON, from {where} on.")) from None
    except RecursionError:
        raise NotTaken(400, Problem(field="body", problem="This is nested too deep.")) from None
    except ValueError as problem:
        words = str(problem) if isinstance(problem, _Surprise) else "This holds a number that is too long."
        raise NotTaken(400, Problem(field="body", problem=words)) from None


class _Surprise(ValueError):
    """What one reader of JSON takes in one way, and the next in another."""


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Surprise("The same name stands twice in one object.")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise _Surprise("This holds a number that is not finite.")
    return number


def _depth(sent: Any) -> int:
    """How deep it goes, without going there by recursion."""
    level, depth = [sent], 0
    while level:
        depth += 1
        inside = [one for one in level if isinstance(one, dict | list)]
        level = [item for one in inside for item in (one.values() if isinstance(one, dict) else one)]
    return depth
