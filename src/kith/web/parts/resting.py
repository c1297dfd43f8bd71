"""A line that says what it rests on: each statement with its entry, who said it, and how old it is."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Resting:
    """One statement, and what it rests on."""

    words: str
    """Quotes in “ ”; telephone numbers become links."""
    rests_on: str
    """``Police, 24 Jul, 4 months ago``, or who wrote it down where it is no entry."""
    href: str = ""
    """The entry on the chronology page, or the page that it rests on; empty where there is none."""
    is_danger: bool = False
    """Whether it stops harm to know it: the page says it in red, with a shape before it."""


@dataclass(frozen=True, kw_only=True)
class RestingLine:
    """One question, and every statement that answers it; silence is hatched, and never said as no."""

    question: str
    """``Must not be there``"""
    said: tuple[Resting, ...]
    silence: str = ""
    """What nobody has told us, where nothing is said: ``Nobody has told us who lives there.``"""
    shown: int = 2
    """How many stand open on a phone; the rest fold, counted."""
    ring: str = ""
    """That more exists which this reader may not see, and whom to ring."""
