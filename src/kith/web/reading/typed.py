"""Checks words as somebody typed them: none too long to keep, none with a character that nobody can read."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from kith.web.parts.form import Problem

LONGEST_LINE = 200
"""Characters of an answer on one line: a name, a place."""
LONGEST_WORDS = 20_000
"""Characters of an answer in somebody's own words; more than anybody types, and all of it is kept."""
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]")
"""Control characters but tab and new line: pasted along by other programs, and no database keeps them all."""


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What came of one posted page."""

    answers: Mapping[str, str]
    """What can be saved, by field."""
    too_long: Mapping[str, str]
    """What cannot, by field: it goes back onto the page, and what was saved before it stays."""
    problems: tuple[Problem, ...]

    @property
    def shown(self) -> Mapping[str, str]:
        """Every word that was typed."""
        return {**self.answers, **self.too_long}


def read_typed(posted: QueryDict, *, asked: Mapping[str, str], in_words: Iterable[str]) -> Typed:
    """The fields of ``asked`` (name to its question) that were posted, and no others; ``in_words`` may have many lines.

    Several ticks of one name are joined by a space. No problem quotes what was typed.
    """
    answers: dict[str, str] = {}
    too_long: dict[str, str] = {}
    problems: list[Problem] = []
    for name in (name for name in asked if name in posted):
        many_lines = name in in_words
        given = " ".join(posted.getlist(name)).replace("\r\n", "\n").replace("\r", "\n").strip()
        words = unicodedata.normalize("NFC", NOT_TEXT.sub("", given))
        words = words if many_lines else " ".join(words.split())
        most = LONGEST_WORDS if many_lines else LONGEST_LINE
        if len(words) > most:
            too_long[name] = words
            problems.append(_problem(name, asked, f"this has {len(words):,} characters and at most {most:,} can "
                                     "be kept. Shorten it; until then it is not saved"))  # fmt: skip
            continue
        answers[name] = words
        if found := NOT_TEXT.search(given):
            problems.append(_problem(name, asked, f"a character that nobody can read (U+{ord(found[0]):04X}) was "
                                     "taken out. Read your words once more, then go on"))  # fmt: skip
    return Typed(answers=answers, too_long=too_long, problems=tuple(problems))


def _problem(name: str, asked: Mapping[str, str], words: str) -> Problem:
    return Problem(field=name, words=f"{asked[name]}: {words}")
