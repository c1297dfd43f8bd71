"""The story so far: each worry, what was done, and what settled it or that nothing has."""

from dataclasses import dataclass

from kith.web.dates import Moment
from kith.web.parts.agency import Agency

SETTLED, OPEN, DECISION, CARRIED, NO_WORRY = "settled", "open", "decision", "carried", "no_worry"


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What settled a line, or that nothing has."""

    state: str
    """``settled`` (a tick, then by what), ``open`` (the ring: nothing has settled this), ``decision`` (it was one itself),
    ``carried`` (taken up and still borne), ``no_worry`` (nothing to settle)."""
    words: str
    """``Section 47 enquiry, 26 June``, ``Nothing has settled this``, ``Nobody is allocated``."""
    derived: bool = False
    """True where Kith concluded it from a later outcome and no person said so: the page says that it was worked out."""
    href: str = ""
    """The entry that settled it, where the reader may see it."""


@dataclass(frozen=True, kw_only=True)
class StoryLine:
    """One occurrence, however many agencies hold a copy."""

    when: Moment
    agency: Agency
    seen_or_said: str
    """What was seen or said, quotes in “ ”."""
    done: str
    """What was done about it and who was told, or ``Nothing recorded.``"""
    settled: Settled
    entry_href: str = ""
    """The entry itself on the chronology page."""
    copies: int = 1
    """How many entries say the same thing."""
    chosen_by: str = ""
    """Who raised this line into the story or folded others under it, if a person did."""

    @property
    def open(self) -> bool:
        """Whether nothing has settled it."""
        return self.settled.state == OPEN


@dataclass(frozen=True, kw_only=True)
class Fold:
    """Routine entries as one counted line."""

    words: str
    """``9 routine entries, 5 February to 26 March: nothing noted``"""
    inside: tuple[str, ...]
    """What they were, by kind."""


@dataclass(frozen=True, kw_only=True)
class StoryPart:
    """A stretch of the story between two turning points."""

    title: str
    """``Before the plan``"""
    span: str
    """``3 February to 30 June``"""
    lines: tuple[StoryLine | Fold, ...]

    @property
    def open_count(self) -> int:
        """How many of its lines nothing has settled."""
        return sum(isinstance(line, StoryLine) and line.open for line in self.lines)

    @property
    def line_count(self) -> int:
        """How many lines it has without the folds."""
        return sum(isinstance(line, StoryLine) for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class FindingLink:
    """One entry that a finding rests on."""

    words: str
    """``Visit, 17 Apr``"""
    href: str


@dataclass(frozen=True, kw_only=True)
class StoryFinding:
    """Something that stands out when the entries are read together: counted and quoted, never judged."""

    words: str
    links: tuple[FindingLink, ...] = ()
    more: int = 0
    """Entries that it rests on beyond the links."""


@dataclass(frozen=True, kw_only=True)
class Story:
    """At most forty lines, oldest first."""

    parts: tuple[StoryPart, ...]
    entry_count: int
    """Entries that the lines and folds stand for."""
    all_href: str
    """The chronology page."""
    findings: tuple[StoryFinding, ...] = ()
    """What the entries show together, above the lines."""
    silence: str = ""
    """Said instead of lines when there are none: ``No agency has sent anything about Robin. That is not the same as ...``"""
    not_shown: str = ""
    """``Two more exist that you may not see: ring the desk, 01632 960 140.``"""

    @property
    def line_count(self) -> int:
        """Lines in all parts, folds left out."""
        return sum(part.line_count for part in self.parts)

    @property
    def open_count(self) -> int:
        """Lines that nothing has settled."""
        return sum(part.open_count for part in self.parts)
