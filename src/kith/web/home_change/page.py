"""The values of the page on which somebody tells that a child's home changed."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.home_change.questions import CHECKS, HOW, WRONG
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class HomeChangePage:
    """Four short forms, of which one is sent at a time."""

    template: ClassVar[str] = "home_change/page.jinja"
    section: ClassVar[str] = "children"
    how: ClassVar = HOW
    checks: ClassVar = CHECKS
    wrong: ClassVar = WRONG

    who: Identity
    name: str
    action: str
    back: str
    """The page of the home."""
    form: Form
    open: str
    """Which form was sent and needs mending; empty for none."""
    may_join: tuple[Choice, ...]
    """Adults of the child's life who do not live there, and somebody else."""
    may_leave: tuple[Choice, ...]
    addresses: tuple[Choice, ...]
    """Those that hold now and may be put right here; empty where there is none, or the home is hidden."""
    is_hidden: bool
    """Whether the home's address is withheld: every new one goes to the vault."""
    desk: str

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"A change of the home: {self.who.name}"
