"""What needs a person, and what came in since they last looked."""

from dataclasses import dataclass

from kith.web.dates import Moment
from kith.web.parts.agency import Agency


@dataclass(frozen=True, kw_only=True)
class Need:
    """One thing that waits for this person."""

    when: str
    """``Now``, ``By 15:10``, ``Since Friday``, ``Wed 18 Nov``"""
    what: str
    """The thing as a sentence or question, naming the child."""
    why: str
    """Why it is theirs, and what happens meanwhile."""
    act: str
    """The button: ``Answer``, ``Reply``, ``Plan it``."""
    href: str
    tag: str = ""
    """``today`` or ``overdue``; empty for neither."""
    tag_kind: str = ""
    """``due`` or ``over``."""


@dataclass(frozen=True, kw_only=True)
class NeedGroup:
    """Needs under one heading: ``Today, by the clock``, ``Overdue``, ``This week``."""

    title: str
    needs: tuple[Need, ...]


@dataclass(frozen=True, kw_only=True)
class News:
    """One thing received about a child."""

    when: Moment
    agency: Agency
    words: str


@dataclass(frozen=True, kw_only=True)
class ChildNews:
    """What came in about one child since the person last looked."""

    name: str
    href: str
    age: str
    news: tuple[News, ...]
    more: str = ""
    """What is not on these lines: ``4 more came before these.``"""
    more_href: str = ""
