"""A running time limit."""

from dataclasses import dataclass

DUE, OVERDUE = "due", "over"


@dataclass(frozen=True, kw_only=True)
class ClockLine:
    """One clock that runs for this child. A limit is a ceiling."""

    what: str
    """``Core group``"""
    words: str
    """Which entry started it and where the limit comes from: ``Every six weeks from 6 October.``"""
    at_the_latest: str = ""
    """``at the latest Thursday 19 November``, where it is not tagged."""
    tag: str = ""
    """``Today, 17:00`` or ``Overdue since 28 August``; empty for neither."""
    tag_kind: str = ""
    """``due`` for today, ``over`` for overdue; empty with no tag."""
    local: bool = False
    """True for an area's own limit, so that nobody takes it for law."""
