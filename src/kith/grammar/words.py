"""Words: codes, days and lists as they read inside a sentence, and what text can be kept."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

SHARED = ("a person", "nobody", "none", "{some} and {last}", "yes", "no")
"""Texts that every kind may use, for translators."""


@dataclass(frozen=True)
class Naming:
    """Whose words a sentence uses: people's names by key, and the translation of every template and word."""

    people: Mapping[str, str] = field(default_factory=dict)
    translate: Any = str

    def person(self, key: str) -> str:
        """The name that this reader may be shown; else the key itself in words, or "a person" for a bare id."""
        if key in self.people:
            return self.people[key]
        return str(self.translate("a person")) if _is_uuid(key) else spaced(key)

    def listed(self, items: list[str], *, none: str) -> str:
        if not items:
            return str(self.translate(none))
        if len(items) == 1:
            return items[0]
        return str(self.translate("{some} and {last}")).format(some=", ".join(items[:-1]), last=items[-1])


def spaced(code: str) -> str:
    """A code in words: ``head_injury`` is "head injury"."""
    return code.replace("_", " ")


def initial(text: str) -> str:
    """The text with its first letter, if it begins with one (or a quotation mark and one), in upper case."""
    start = 1 if text[:1] in "“‘" else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def named(names: Iterable[str]) -> str:
    """``Tam``, ``Tam and Jory``, ``Tam, Jory and Robin``."""
    first, *rest = list(names) or ["nobody"]
    if not rest:
        return first
    return f"{', '.join([first, *rest[:-1]])} and {rest[-1]}"


def in_full(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def is_storable(text: str) -> bool:
    """Whether PostgreSQL can keep the text: no NUL, no half of a surrogate pair."""
    return "\x00" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def as_words(value: Any) -> str:
    """Any value as text that can be kept, nothing left out but what no database keeps."""
    if isinstance(value, list | tuple):
        value = ", ".join(as_words(item) for item in value)
    if isinstance(value, Mapping):
        value = "; ".join(f"{name}: {as_words(item)}" for name, item in value.items())
    text = str(value)
    return text if is_storable(text) else re.sub("[\x00\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def _is_uuid(key: str) -> bool:
    try:
        return bool(UUID(key))
    except ValueError:
        return False
