"""What is true right now, and when the child was last seen."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NowLine:
    """One question a person asks before anything else, and its answer."""

    question: str
    """``Where is Tam?``, ``Who must not be``, ``Before you knock``."""
    words: str
    """Sentences; telephone numbers in it become links."""
    answer: str = ""
    """The short answer in bold before ``words``: ``Not known this morning.``"""


@dataclass(frozen=True, kw_only=True)
class SeenLine:
    """When the child was last seen, and by whom."""

    question: str
    """``Last alone with her social worker``"""
    answer: str
    """The big line: ``14 August``, or ``Never`` or ``Not known``."""
    words: str
    """Where, by whom, who else was in the room, how long ago."""
