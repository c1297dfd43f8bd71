"""Phrases: what a selection is called in a sentence, one of it or several, with what narrows it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kith.grammar.durations import Duration

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ARTICLE = re.compile(r"^(?:an?|the) ")


@dataclass(frozen=True)
class Phrase:
    """``heads`` are pairs of one (with its article) and several; ``tails`` narrow them all."""

    heads: tuple[tuple[str, str], ...]
    tails: tuple[str, ...] = ()

    def and_(self, tail: str) -> "Phrase":
        return replace(self, tails=(*self.tails, tail))

    @property
    def one(self) -> str:
        """``a visit, in the last 28 days``"""
        return ", ".join((listed([one for one, _ in self.heads]), *self.tails))

    @property
    def many(self) -> str:
        return ", ".join((listed([many for _, many in self.heads]), *self.tails))

    @property
    def bare(self) -> str:
        """Without its article, after "no" or "the last": ``visit, in the last 28 days``."""
        return ", ".join((listed([without_article(one) for one, _ in self.heads]), *self.tails))

    @property
    def several_things(self) -> bool:
        return len(self.heads) > 1

    def inside(self) -> "Phrase":
        """The same with what narrows it in brackets, so that it can stand in a longer phrase."""
        if not self.tails:
            return self
        brackets = f" ({', '.join(self.tails)})"
        return Phrase(tuple((one + brackets, many + brackets) for one, many in _as_one(self)))


def _as_one(phrase: Phrase) -> tuple[tuple[str, str], ...]:
    """The heads, or one head for several, where what narrows them holds for each."""
    if not phrase.several_things:
        return phrase.heads
    ones, manys = listed([one for one, _ in phrase.heads]), listed([many for _, many in phrase.heads])
    return ((ones, manys),)


def either(phrases: Iterable[Phrase]) -> Phrase:
    """Any of several phrases, each once."""
    heads = (head for phrase in phrases for head in phrase.inside().heads)
    return Phrase(tuple(dict.fromkeys(heads)))


def listed(parts: list[str], last: str = "or") -> str:
    """``a, b or c``"""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def without_article(text: str) -> str:
    return _ARTICLE.sub("", text)


def number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def age(months: int) -> str:
    """``6 months`` or, from two whole years on, ``2 years``."""
    if months >= 24 and months % 12 == 0:
        return f"{months // 12} years"
    return f"{months} month{'' if months == 1 else 's'}"


def span(duration: Duration) -> str:
    """``28 days``, ``24 hours``, ``an hour``"""
    if (duration.number, duration.unit) == (1, "hours"):
        return "an hour"
    return "24 hours" if (duration.number, duration.unit) == (1, "days") else str(duration)


def the_span(duration: Duration) -> str:
    """The same behind "the" or "the last"."""
    return without_article(span(duration))
