"""The values of the page that says what waits for this person, and when nothing does."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.needs import ChildNews, NeedGroup


@dataclass(frozen=True, kw_only=True)
class NeedsMePage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "needs_me/page.jinja"
    section: ClassVar[str] = "needs_me"
    title: ClassVar[str] = "What needs me"

    lead: str
    """``Good morning, Dana. Seven things, two of them today. When they are done, this page will say so.``"""
    groups: tuple[NeedGroup, ...]
    """By the clock; groups with nothing in them are left out."""
    done: str
    """Said when there is nothing: ``Nothing needs you now.`` and what that does not mean."""
    since: str
    """When the person last looked: ``Monday, 17:40``; on the first day, that there is no such time."""
    news: tuple[ChildNews, ...]
    quiet: str
    """About the children of whom nothing came in: ``Nothing received about your other 9 children. That is not the same
    as nothing happening:``"""
    quiet_because: str = ""
    """Who has gone quiet, in bold: ``Brackley Road and Fernmoor schools have sent nothing since Friday.``"""
    ring_list_href: str = ""
    who_is_who: str = ""
    """To whoever says who is who: ``12 questions are open.`` and so on, beside the way to all of them; else empty."""


@dataclass(frozen=True, kw_only=True)
class ToldPage:
    """What an owner should know: a match on which their question rested was undone."""

    template: ClassVar[str] = "needs_me/told.jinja"
    section: ClassVar[str] = "needs_me"
    title: ClassVar[str] = "A match was undone"

    said: tuple[str, ...]
    """Who undid what and when, one for each time; no child is named in it."""
    question: str
    """What they were asked, naming only children whom they may see."""
    answered: str
    """What they answered, where they had; empty while it is open."""
    question_href: str
    ring: str
    action: str
