"""The values of the pages of overrides."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class OverridingPage:
    """The form in which a manager changes what a worker decided."""

    template: ClassVar[str] = "override/write.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    called: str
    reviewed: str
    """Who reviews it, and by when."""
    action: str
    form: Form
    """Fields: ``their_view``, ``decided``, ``why``, ``would_change``."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Decide otherwise: {self.who.name}"


@dataclass(frozen=True, kw_only=True)
class OverridePage:
    """One override with its review, and what happened since."""

    template: ClassVar[str] = "override/page.jinja"
    section: ClassVar[str] = "discussions"

    who: Identity
    decided: str
    by_whom: str
    """``Dana Ferris, 01632 960 102, today 10:20``"""
    their_view: str
    why: str
    would_change: str
    """Empty where nobody has said it, which the page says."""
    decision_href: str
    reviewer: str
    """Who reviews it; or that nobody could be named, with the desk to ring."""
    due: str
    due_kind: str
    since: tuple[tuple[Moment, str], ...]
    """What happened to the child since, shown against the decision."""
    answers: tuple[Choice, ...]
    """Empty for everybody but the reviewer. Fields: ``answer``, ``found``."""
    may_say: bool
    """Whether the reader decided and has still to say what would change it. Field: ``would_change``."""
    action: str
    form: Form
    reviewed: str = ""
    """``It stands. Abena Darko, today 16:00``"""
    found: str = ""

    @property
    def title(self) -> str:
        """Names the children, so that two tabs can be told apart."""
        return ("Error: " if self.form.problems else "") + f"Decided against another view: {self.who.name}"
