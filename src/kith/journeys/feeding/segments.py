"""Reads HL7 version 2 in its usual (pipe) form: a file of one message or several, each a part of its own.

HL7 v2.4 chapter 2 (delimiters, escapes, batches) [GK].
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.types import Letter, Part, Reading
from kith.kernel.clock import LONDON
from kith.kernel.dead_letters import Wrong

WHOLE = "whole message"
FRAME = b"\x0b\x1c"
"""What the usual transport (MLLP) puts around a message."""
ESCAPES = {"F": "|", "S": "^", "T": "&", "R": "~", "E": "\\", ".br": "\n"}
_ESCAPED = re.compile(r"\\(F|S|T|R|E|\.br)\\")
_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(?:(\d\d)(?:\.\d+)?)?)?([+-]\d{4})?")


@dataclass(frozen=True, kw_only=True)
class Segments:
    """The segments of one message, by name; a field is counted from 1 as the standard does."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]

    def field(self, segment: str, number: int, *, component: int = 1, repeat: int = 0) -> str:
        """A component of a field of the first such segment, unescaped; empty where it is not there."""
        for name, fields in self.rows:
            if name == segment:
                given = fields[number - 1] if number <= len(fields) else ""
                repeats = given.split("~")
                parts = repeats[repeat].split("^") if repeat < len(repeats) else []
                said = parts[component - 1] if component <= len(parts) else ""
                return "" if said == '""' else _ESCAPED.sub(lambda found: ESCAPES[found[1]], said).strip()
        return ""

    def repeats(self, segment: str, number: int) -> int:
        """How many times a field is given."""
        for name, fields in self.rows:
            if name == segment:
                return len(fields[number - 1].split("~")) if number <= len(fields) else 0
        return 0

    @property
    def names(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.rows)


OneMessage = Callable[[Segments, Fields, Letter], Part]


def read(letter: Letter, *, one: OneMessage) -> Reading:
    """Each message of a file. A batch that counts none (BTS-1 is 0) says that there is nothing to report."""
    text = letter.body.strip(FRAME).decode("utf-8-sig", "surrogateescape")
    lines = [line.strip(FRAME.decode()) for line in re.split(r"\r\n|\r|\n", text) if line.strip()]
    if not lines:
        return _all_wrong(letter, "This is empty. A file with nothing to report is a batch that counts none.")
    messages = _messages(lines)
    if not messages:
        counts = [line for line in lines if line.startswith("BTS|")]
        if lines[0].startswith(("FHS|", "BHS|")) and counts and counts[0].split("|")[1].strip() == "0":
            return Reading(parts=(), says_nothing=True)
        return _all_wrong(letter, "There is no message in this: one begins with MSH|.")
    return Reading(
        parts=tuple(_part(number, lines, letter, one) for number, lines in enumerate(messages, start=1))
    )


def moment(said: str) -> datetime | None:
    """A time as HL7 writes it, ``20260302214000+0000``; without its offset it is London's. None for a day or for nothing."""
    found = _TIME.fullmatch(said)
    if not found or found[4] is None:
        return None
    year, month, day, hour, minute = (int(found[number]) for number in range(1, 6))
    try:
        made = datetime(year, month, day, hour, minute, int(found[6] or 0), tzinfo=LONDON)
        return (
            datetime.strptime(made.strftime("%Y%m%d%H%M%S") + found[7], "%Y%m%d%H%M%S%z")
            if found[7]
            else made
        )
    except ValueError:
        return None


def as_iso(said: str) -> str:
    """The same for ``Fields.when``: a moment or a day as ISO writes it, or what was given where it is neither."""
    found = moment(said)
    return found.isoformat() if found else said


def _messages(lines: list[str]) -> list[list[str]]:
    found: list[list[str]] = []
    for line in lines:
        if line.startswith("MSH"):
            found.append([])
        if found and not line.startswith(("BTS|", "FTS|", "BHS|", "FHS|")):
            found[-1].append(line)
    return found


def _part(number: int, lines: list[str], letter: Letter, one: OneMessage) -> Part:
    place = f"message {number}"
    alone = ("\r".join(lines) + "\r").encode("utf-8", "surrogateescape")
    if not lines[0].startswith("MSH|^~\\&"):
        words = "The message begins with MSH|^~\\& and those signs; others are not read."
        return Part(body=alone, place=place, wrong=(Wrong(words=words, place=place),))
    fields = Fields({}, at=letter.at, place=place)
    made = one(_segments(lines), fields, letter)
    wrong = fields.all_wrong()
    return Part(
        body=alone,
        place=place,
        concern=None if wrong else made.concern,
        wrong=wrong,
        key=made.key,
        occurrence=made.occurrence,
    )


def _segments(lines: list[str]) -> Segments:
    """MSH-1 is the bar itself, so that its fields count from one more."""
    rows = []
    for line in lines:
        name, *fields = line.split("|")
        rows.append((name, ("|", *fields) if name == "MSH" else tuple(fields)))
    return Segments(rows=tuple(rows))


def _all_wrong(letter: Letter, words: str) -> Reading:
    wrong = (Wrong(words=words, place=WHOLE),)
    return Reading(parts=(Part(body=letter.body, place=WHOLE, wrong=wrong),))
