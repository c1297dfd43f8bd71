"""The values of the guardian desk's pages."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.form import Choice, Form

CAME_OF = (
    Choice(value="told_nothing", words="Nothing was said, and nothing more is needed"),
    Choice(value="put_through", words="They were put through to somebody who works with the child"),
    Choice(value="concern_taken", words="They had a worry, and it was recorded"),
    Choice(value="not_reached", words="Their agency could not be reached, or knows of no such search"),
)


@dataclass(frozen=True, kw_only=True)
class CallLine:
    """One call in the list."""

    due: str
    due_kind: str
    who: str
    """``Anneka Bright, Fernmoor Primary School``"""
    ring: str
    """The agency’s registered number, never one that the searcher gave."""
    state: str
    href: str


@dataclass(frozen=True, kw_only=True)
class DeskPage:
    """Everybody to ring back."""

    template: ClassVar[str] = "desk/page.jinja"
    section: ClassVar[str] = "needs_me"
    title: ClassVar[str] = "Ring back"

    waiting: tuple[CallLine, ...]
    closed: tuple[CallLine, ...]


@dataclass(frozen=True, kw_only=True)
class CallPage:
    """One call: first it is made, and only then is it shown whether a child stands behind it."""

    template: ClassVar[str] = "desk/call.jinja"
    section: ClassVar[str] = "needs_me"
    came_of: ClassVar = CAME_OF

    who: str
    searched: Moment
    due: str
    ring: str
    action: str
    form: Form
    said: str
    """What the search was for, once their agency was rung."""
    behind: tuple[str, ...]
    """Who stands behind it, or that nobody does; empty before the call."""
    closed: str

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Ring back {self.who}"
