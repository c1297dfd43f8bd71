"""Has a file drawn anew by a process that may do little, and reads what came back."""

import json
import subprocess  # nosec B404: our own program, with no word of anybody's in its command
import sys
import threading
from pathlib import Path

from kith.files.types import Drawn
from kith.files.what_it_is import refused

PROGRAM = Path(__file__).with_name("drawn_anew.py")
SECONDS = 40
"""By the wall; the program itself is stopped after 20 seconds of work."""
MOST_WRITTEN = 64 * 1024 * 1024
_AT_ONCE = threading.BoundedSemaphore(2)
"""Each may take half a gigabyte: however many people send at once, the machine has room for the rest."""

_SENTENCES = {
    "too_many_pixels": "This picture is larger than 40 million pixels. Send it smaller, or in parts.",
    "moves": "This picture moves. Send one still picture of it; if the film matters, ring the duty desk, who will say how to "
    "hand it over.",
    "locked": "This PDF needs a password. Save it without one, or send a picture of each page.",
    "active": "This PDF holds programs or other files. Print it to a new PDF, or send a picture of each page.",
    "too_many_pages": "This PDF has more than 30 pages, or none. Send it in parts.",
    "damaged": "This file is damaged or cut short, and could not be drawn. Choose it again, or send a new picture of it.",
    "too_much": "This file takes too much to open safely. Send it smaller, or a picture of your screen.",
}


def drawn_anew(*, body: bytes, media_type: str) -> tuple[Drawn, ...]:
    """A clear and a blurred picture of each page. Raises BadInput with what to send instead."""
    with _AT_ONCE:
        written = _run(body, media_type)
    line, _, rest = written.partition(b"\n")
    try:
        told = json.loads(line)
        if "why" in told:
            raise refused(_SENTENCES[told["why"]])
        return tuple(_pages(told["pages"], rest))
    except (json.JSONDecodeError, KeyError, TypeError):
        raise refused(_SENTENCES["too_much"]) from None


def _run(body: bytes, media_type: str) -> bytes:
    """What the program wrote; nothing where it was stopped. It gets no setting of ours, and no secret."""
    command = [sys.executable, "-I", "-B", str(PROGRAM), media_type]
    try:
        done = subprocess.run(  # nosec B603: no shell, and no word of anybody's
            command, input=body, capture_output=True, timeout=SECONDS, check=False, env={}, cwd="/"
        )
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 and len(done.stdout) <= MOST_WRITTEN else b""


def _pages(told: list[list[int]], rest: bytes) -> list[Drawn]:
    pages, begin = [], 0
    for width, height, clear, blurred in told:
        end = begin + clear + blurred
        pages.append(
            Drawn(
                width=int(width),
                height=int(height),
                clear=_jpeg(rest[begin : begin + clear]),
                blurred=_jpeg(rest[begin + clear : end]),
            )
        )
        begin = end
    if not pages or begin != len(rest):
        raise KeyError("other bytes than were told of")
    return pages


def _jpeg(body: bytes) -> bytes:
    """Bytes that begin and end as a JPEG does; a program that was taken over might write anything."""
    if not (body.startswith(b"\xff\xd8\xff") and body.endswith(b"\xff\xd9")):
        raise KeyError("not a JPEG")
    return body
