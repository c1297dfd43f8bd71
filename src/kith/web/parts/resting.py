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
    shown: int = 1
    """How many stand open on a phone; the rest fold there, counted, and are simply there on a wide screen and on paper."""
    ring: str = ""
    """Said below: what nobody has told us beside it, or that more exists which this reader may not see, and whom to ring."""

    @property
    def more(self) -> str:
        """What folds on a phone, and whether it is of danger."""
        folded = self.said[self.shown :]
        dangers = sum(one.is_danger for one in folded)
        also = (
            f", {dangers} of them a danger"
            if dangers and len(folded) > 1
            else ", a danger"
            if dangers
            else ""
        )
        return f"{len(folded)} more{also}" if folded else ""
