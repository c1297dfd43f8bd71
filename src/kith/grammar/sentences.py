"""Sentences: templates that read as plain English whatever is known and whatever is not.

A sentence is a tuple of parts, in order. A part is one of

- a text such as ``"on the {site}"``: shown only if every detail that it names is known;
- `by`: a part for each value of a detail, and one for when it is unknown;
- `either`: the first of several parts that can be shown;
- a tuple of parts, which hangs on its first: where that cannot be shown, none of it is.

``{said_by}`` is the agency's name, where the reader is given it. Templates are whole clauses, so that they can be translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Any

from kith.grammar.words import initial

SAID_BY = "said_by"
_CLINGS = (",", ";", ":", ".", "?", "!", ")")


@dataclass(frozen=True)
class By:
    """A part for each value of a detail."""

    detail: str
    ways: tuple[tuple[Any, Part], ...]
    unknown: Part
    otherwise: Part


@dataclass(frozen=True)
class Either:
    """The first of these that can be shown."""

    parts: tuple[Part, ...]


Part = str | By | Either | tuple[Any, ...]  # a tuple of parts


def by(detail: str, ways: Mapping[Any, Part], *, unknown: Part = "", otherwise: Part = "") -> By:
    """What to say for each value of ``detail``; nothing where neither the value nor ``unknown`` is given."""
    return By(detail, tuple(ways.items()), unknown, otherwise)


def either(*parts: Part) -> Either:
    return Either(parts)


@dataclass(frozen=True)
class Known:
    """What a sentence may use: the values as kept, and each as a word."""

    values: Mapping[str, Any]
    words: Mapping[str, str]
    translate: Any = str


def shown(part: Part, known: Known) -> str | None:
    """The part in words; None or nothing where something that it needs is unknown."""
    if isinstance(part, str):
        return _text(part, known)
    if isinstance(part, Either):
        return next((text for option in part.parts if (text := shown(option, known))), None)
    if isinstance(part, By):
        return shown(_way(part, known), known)
    said = [shown(each, known) for each in part]
    return joined([text for text in said if text]) if said and said[0] else None


def sentence(part: Part, known: Known) -> str:
    """The whole as one line that begins with a capital and ends with a stop."""
    text = initial((shown(part, known) or "").strip())
    return text if text.endswith((".", "?", "!")) else f"{text}."


def joined(texts: list[str]) -> str:
    """One after the other, with a space except before punctuation."""
    whole = ""
    for text in texts:
        whole += text if not whole or text.startswith(_CLINGS) else f" {text}"
    return whole


def slots(text: str) -> tuple[str, ...]:
    """The names that a template needs."""
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name)


def texts(part: Part) -> Iterator[str]:
    """Every template within the part."""
    if isinstance(part, str):
        if part:
            yield part
        return
    for each in _inside(part):
        yield from texts(each)


def choices_by(part: Part) -> Iterator[By]:
    """Every `By` within the part."""
    if isinstance(part, str):
        return
    if isinstance(part, By):
        yield part
    for each in _inside(part):
        yield from choices_by(each)


def _inside(part: Part) -> tuple[Part, ...]:
    if isinstance(part, By):
        return *(way for _, way in part.ways), part.unknown, part.otherwise
    return part.parts if isinstance(part, Either) else tuple(part)


def _text(template: str, known: Known) -> str | None:
    if any(name not in known.words for name in slots(template)):
        return None
    return str(known.translate(template)).format_map(known.words)


def _way(part: By, known: Known) -> Part:
    if part.detail not in known.values:
        return part.unknown
    value = known.values[part.detail]
    return next((way for wanted, way in part.ways if wanted == value), part.otherwise)
