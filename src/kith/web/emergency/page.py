"""The values of the pages of an emergency: the reason, what those who are told read, and what waits for review."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.form import Choice, Form

SORTS = (
    Choice(value="danger_now", words="A child may be in danger now"),
    Choice(value="child_before_me", words="The child is with me, and I must know what is known"),
    Choice(value="asked_by_999", words="Police, ambulance or a hospital ask, and cannot wait"),
    Choice(value="told_today", words="Somebody told me something today that cannot wait for the desk"),
    Choice(value="other", words="Something else"),
)
FOUND = (
    Choice(value="needed", words="It was needed"),
    Choice(
        value="should_have_had_sight",
        words="They should have had sight already",
        hint="The fault is ours: say who is to be involved, and by whom.",
    ),
    Choice(
        value="not_needed",
        words="It was not needed",
        hint="Say what was asked of them, and what happens next.",
    ),
)


@dataclass(frozen=True, kw_only=True)
class OpenPage:
    """Where a reason is written, and the child opened for four hours."""

    template: ClassVar[str] = "emergency/open.jinja"
    section: ClassVar[str] = "children"
    sorts: ClassVar = SORTS

    action: str
    form: Form
    ring: str
    """Who could say it by telephone instead: the refusal's own words."""
    desk: str
    told: str
    """``Joel Prewett, who leads the work, and the guardian of information are told at once.``"""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + "Open in an emergency"


@dataclass(frozen=True, kw_only=True)
class OpeningPage:
    """One opening, as somebody who was told of it, or the guardian, reads it."""

    template: ClassVar[str] = "emergency/opening.jinja"
    section: ClassVar[str] = "needs_me"
    title: ClassVar[str] = "A child was opened in an emergency"
    founds: ClassVar = FOUND

    lead: str
    """``Anneka Bright, head teacher at Fernmoor Primary School, opened Tam’s record today at 10:40, until 14:40.``"""
    sort: str
    because: str
    looked: tuple[tuple[Moment, str], ...]
    """When they looked, and for what."""
    ring: str
    """How to reach whoever opened it."""
    told: tuple[str, ...]
    """Who was told, and whether they have read it."""
    reviewed: str
    """What the guardian found, with the reason; empty while it waits."""
    due: str
    action: str
    form: Form
    may_review: bool
    child_href: str
    """The child's page, for those who may see it; else empty."""


@dataclass(frozen=True, kw_only=True)
class OpeningLine:
    """One opening in the list."""

    when: Moment
    who: str
    sort: str
    state: str
    """``to be reviewed by the end of Wednesday``, ``It was needed``."""
    href: str


@dataclass(frozen=True, kw_only=True)
class OpeningsPage:
    """What waits for review, and how often children are opened so."""

    template: ClassVar[str] = "emergency/openings.jinja"
    section: ClassVar[str] = "needs_me"
    title: ClassVar[str] = "Opened in an emergency"

    share: str
    """``4 of 812 openings in the last 30 days, 0.5%.``"""
    share_means: str
    """What the figure says of the access model; empty where it says nothing."""
    waiting: tuple[OpeningLine, ...]
    reviewed: tuple[OpeningLine, ...]
