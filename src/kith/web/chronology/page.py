"""The values of the chronology page: everything every agency says happened, as known at a moment."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.agency import Agency
from kith.web.parts.entries import EntryLine, Folded, Gap
from kith.web.parts.form import Choice, Problem
from kith.web.parts.header import Identity
from kith.web.pictures.lanes import Lanes


@dataclass(frozen=True, kw_only=True)
class AsKnownAt:
    """The moment asked for, as typed, and the answer."""

    action: str
    """The chronology page's own address."""
    day: str
    month: str
    year: str
    time: str
    """``10:40``"""
    known_to: str
    """Code of whoever's knowledge is asked for; ``everyone`` for all together."""
    known_to_choices: tuple[Choice, ...]
    answer: str
    """``Everyone together, at 10:40 on Tuesday 17 November 2026.``"""
    alone_words: str = ""
    """``Police alone``, linked to the same page for that agency."""
    alone_href: str = ""
    alone_answer: str = ""
    """``would see 8 of these 56 entries, and not Tam’s words of 2 November.``"""
    keep: tuple[tuple[str, str], ...] = ()
    """Names and values that the filter takes along, so that it filters the same moment; none for now."""
    now_href: str = ""
    """The same page now, where an earlier moment is shown."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with the moment as typed; what is shown is then today's."""

    def id(self, name: str) -> str:
        """The id of a field: it is the only form of its fields on the page."""
        return name


@dataclass(frozen=True, kw_only=True)
class Tick:
    """One tick box of the filter."""

    name: str
    value: str
    words: str
    on: bool
    count: int | None = None
    """Entries that it stands for; None where it is not counted."""
    agency: Agency | None = None
    """Whose shape stands before the words."""


@dataclass(frozen=True, kw_only=True)
class ChronologyPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "chronology/page.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    lead: str
    """``Everything every agency says happened to Tam, one lane each, February to November 2026.``"""
    as_known: AsKnownAt
    lanes: Lanes
    said_by: tuple[Tick, ...]
    """Filter by who said it."""
    shown: tuple[Tick, ...]
    """Filter by kind: in the story, not settled only, routine, other children's."""
    entries: tuple[EntryLine | Gap | Folded, ...]
    """Newest first."""
    entries_words: str
    """``Newest first. 10 shown. Routine lines are folded.``"""
    entries_silence: str = ""
    """What it means that the list is empty."""
    earlier_href: str = ""
    earlier_words: str = "Earlier entries"
    """With their number: ``Earlier entries: 250 more``."""
    newest_href: str = ""
    """Back to the newest, from a later page of the list."""
    print_href: str = ""
    not_shown: str = ""
    """Said when entries exist that this reader may not see, with the number to ring."""
    print_sheet: str = ""

    @property
    def title(self) -> str:
        """With the child's name, so that two tabs can be told apart."""
        return f"{'Error: ' if self.as_known.problems else ''}Chronology: {self.who.name}"
