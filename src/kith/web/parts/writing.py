"""What somebody may write in an open discussion: the forms that stand beside what was written already."""

from dataclasses import dataclass, field
from uuid import UUID

from kith.web.parts.form import Choice, Form

HERE, BRING, EXPLAIN, ACTION, CHILDREN = "here", "bring", "explanation", "action", "children"


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """A form that needs mending: which one, about which child or action, and what was typed."""

    name: str
    form: Form
    about: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Writing:
    """One form, closed until it is asked for or needs mending."""

    action: str
    form: Form = field(default_factory=Form)

    @property
    def open(self) -> bool:
        """Whether it stands open, because something in it needs mending."""
        return bool(self.form.problems)


@dataclass(frozen=True, kw_only=True)
class NotingWhoIsHere(Writing):
    """Fields: ``agency``, ``name``, ``how``, ``words``."""

    agencies: tuple[Choice, ...]
    hows: tuple[Choice, ...]
    i_am_here: bool
    """Whether the reader is noted as there: else one button says so."""


@dataclass(frozen=True, kw_only=True)
class Bringing(Writing):
    """Fields: ``knows``, ``may_be_told``, ``thinks``."""

    agency: str
    may_be_told: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class AskingForAction(Writing):
    """Fields: ``sort``, ``what``, ``owner``, ``day``, ``time``, ``said_yes``."""

    sorts: tuple[Choice, ...]
    owners: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class DecidingForChild(Writing):
    """Fields: ``child``, ``outcome``, ``reasons``, ``medical``, ``medical_because``."""

    child: str
    name: str
    outcomes: tuple[Choice, ...]
    medicals: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class AnsweringAction(Writing):
    """Saying yes, no or done to one action. Fields: ``answer`` (accepted, declined or done), ``words``."""

    answers: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class Writings:
    """All that this reader may write now."""

    here: NotingWhoIsHere | None = None
    bring: Bringing | None = None
    explain: Writing | None = None
    """Fields: ``words``, ``supports``, ``against``, ``would_tell``."""
    ask: AskingForAction | None = None
    live: str = ""
    """Where the page hears that something changed; empty once it is decided."""
