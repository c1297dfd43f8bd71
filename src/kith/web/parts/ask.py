"""A question that Kith asks a person, with its evidence."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One entry that makes the question fair to ask."""

    words: str
    """Quotes in “ ”; what the entry says, not what Kith makes of it."""
    said: str
    """Agency and day, and whether anyone has acknowledged it."""
    href: str = ""
    """The entry on the chronology page."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One ready reason to decline."""

    code: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """The next step, one click away."""

    words: str
    """``Arrange to see Tam at school``"""
    href: str
    """A page that opens, or where the form posts to when ``posts`` is true."""
    posts: bool = False


@dataclass(frozen=True, kw_only=True)
class Ask:
    """A prompt as the child page shows it."""

    id: str
    """The prompt's id: names its anchor and form fields."""
    question: str
    evidence: tuple[Evidence, ...]
    owner: str
    """One named person."""
    due: str
    """``Due today by 15:10`` or ``At the latest Wednesday 18 November``."""
    step: Step
    href: str
    """The prompt's own page."""
    decline_href: str
    """Where the decline form posts to; empty when this reader does not own it."""
    reasons: tuple[Reason, ...] = ()
    wrong_if: str = ""
    """What would make the question wrong: ``someone has, and it has not reached Kith``."""
    due_kind: str = ""
    """``due`` for today, ``over`` for overdue, empty otherwise."""
    more_evidence: str = ""
    """Said when evidence exists that this reader may not see, with the number to ring."""
