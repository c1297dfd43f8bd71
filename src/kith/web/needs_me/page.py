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
