"""The values of the page about what went back to agencies' own systems."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.agency import Agency


@dataclass(frozen=True, kw_only=True)
class SystemLine:
    """One system, and how giving back to it stands. Nothing of any child is here."""

    name: str
    """``CPOMS``"""
    body: str
    """Whose it is: ``Fernmoor Primary``."""
    agency: Agency
    owner: str
    """Who answers for it, with the telephone."""
    post: str
    """In whose name it is given."""
    finding: str
    """How it stands, in one sentence."""
    is_wrong: bool
    """Whether a person must do something."""
    ready: str
    """``14 things stand ready``"""
    ready_when: Moment | None
    heard: Moment | None
    """When it was last told; None where it never was."""
    asks_itself: bool
    fetched: Moment | None
    held: str
    """How many files two people must look at first; empty for none."""
    again: str
    """Where to have it tried again; empty where nothing waits."""


@dataclass(frozen=True, kw_only=True)
class GivenBackPage:
    """Every system that this reader may know of."""

    template: ClassVar[str] = "given_back/page.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "What went back"

    lead: str
    systems: tuple[SystemLine, ...]
    nobody: str
    """Said where there is none."""
