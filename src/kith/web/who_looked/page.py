"""The values of the pages on which a family’s record of who looked is prepared, and of the record itself."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.form import Choice, Form

KINDS = (
    Choice(value="young_person", words="The child or young person themselves"),
    Choice(value="advocate_of_child", words="Their advocate, who speaks for the child alone"),
    Choice(value="parent", words="A parent, or somebody with parental responsibility"),
    Choice(value="advocate_of_parent", words="Somebody who speaks for a parent"),
)


@dataclass(frozen=True, kw_only=True)
class WhoLookedPage:
    """Where the guardian prepares a record, and says what may be told now."""

    template: ClassVar[str] = "who_looked/page.jinja"
    section: ClassVar[str] = "children"
    kinds: ClassVar = KINDS

    child: str
    child_href: str
    """The child’s page, for those who see it; else empty."""
    before: str
    """Until which day anything may be told."""
    released: str
    """Before which day nothing is held back, or that nobody released anything."""
    action: str
    form: Form
    told: tuple[tuple[Moment, str, str], ...]
    """When, to whom and what, and where it is read again."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Who looked at {self.child}"


@dataclass(frozen=True, kw_only=True)
class LookLine:
    """One line: a day, a role and a sort of agency, and why."""

    day: Moment
    who: str
    """``head teacher, school``"""
    why: str
    times: str
    """``3 times``; empty for once."""


@dataclass(frozen=True, kw_only=True)
class RecordPage:
    """What one named recipient may read; or the words of a refusal, and then no line."""

    template: ClassVar[str] = "who_looked/record.jinja"
    section: ClassVar[str] = "children"

    child: str
    recipient: str
    prepared: Moment
    until: str
    lines: tuple[LookLine, ...]
    refused: str
    """The words of the refusal, the same on every ground; why it was is on the guardian’s own page alone."""
    back_href: str
    area: str
    desk: str
    print_sheet: str

    @property
    def title(self) -> str:
        """The same for a record and a refusal."""
        return f"Who looked at {self.child}"
