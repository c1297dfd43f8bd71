"""The values of the child page: who this is, what is true now, and the story so far."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.ask import Ask
from kith.web.parts.body import BodyMap
from kith.web.parts.clock import ClockLine
from kith.web.parts.fresh import Freshness
from kith.web.parts.header import ChildHeader, Tab
from kith.web.parts.now import NowLine, SeenLine
from kith.web.parts.people import OtherChild, PersonInvolved
from kith.web.parts.story import Story
from kith.web.parts.three import Three
from kith.web.parts.voice import Voice
from kith.web.pictures.eyes import Eyes


@dataclass(frozen=True, kw_only=True)
class Past:
    """That the page shows an earlier moment."""

    words: str
    """``as known at the end of Friday 24 April 2020``"""
    today_href: str
    """The same page as known now."""
    chronology_href: str
    """The chronology as known at that moment."""


@dataclass(frozen=True, kw_only=True)
class ChildPage:
    """Everything on the page, in reading order. All of it is as this reader may see it."""

    template: ClassVar[str] = "child/page.jinja"
    section: ClassVar[str] = "children"

    who: ChildHeader
    fresh: tuple[Freshness, ...]
    """Every agency that could hold something about this child, loudest first."""
    as_at: str
    """``Tuesday 17 November 2026, 10:40``"""
    now: tuple[NowLine, ...]
    """Where the child is, who is at home, who must not be, what to know before knocking."""
    seen: tuple[SeenLine, ...]
    """Last seen by anyone outside home; last alone with the social worker; who was in the room at the last visit."""
    voice: Voice
    eyes: Eyes
    eyes_finding: str
    """What the picture shows, in a sentence."""
    eyes_answer: str
    """The part of the finding that matters most, in bold."""
    involved: tuple[PersonInvolved, ...]
    clocks: tuple[ClockLine, ...]
    asks: tuple[Ask, ...]
    """Prompts that wait for a person, at most three; the rest are on the prompts' own page."""
    asks_silence: str
    """Said when there are none: that no question is not the same as safe."""
    three: Three
    other_children: tuple[OtherChild, ...]
    story: Story
    body: BodyMap | None = None
    """Every mark on the body that is told of; None where none is, which says nothing of whether there is one."""
    asks_more: str = ""
    """``2 more questions wait``, where there are more than are shown."""
    past: Past | None = None
    """Set where the page is shown as it was known at an earlier moment."""
    is_lost: bool = False
    """Whether this is a baby whose pregnancy ended: nobody is asked to see them, or to send anything about them."""
    problem: str = ""
    """What is wrong with the moment that was asked for; the page is then today's."""
    for_the_night: tuple[Tab, ...] = ()
    """What is read or written out of hours, and before a visit; none where an earlier moment is shown."""
    disagree: tuple[Tab, ...] = ()
    """Where somebody disagrees, asks for a conference or decides otherwise, and what was; none where an earlier moment is shown."""
    goes_back: str = ""
    """Where the reader's own agency finds this in its own system; empty where it has none, or an earlier moment is shown."""
    print_sheet: str = ""
    """Address of the style sheet with this print job's running head; empty where the page is not for printing."""

    @property
    def title(self) -> str:
        """What the child is called, and the moment where it is not now."""
        error = "Error: " if self.problem else ""
        return f"{error}{self.who.name}{f', {self.past.words}' if self.past else ''}"
