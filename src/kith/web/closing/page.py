"""The values of the page on which an agency ends its part."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.form import Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class ClosingPage:
    """What is true now, and the form."""

    template: ClassVar[str] = "closing/page.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    called: str
    agency: str
    """``the police``: who ends their part."""
    truths: tuple[str, ...]
    """What speaks against closing, each in one sentence."""
    comes_to: str
    """What happens where it is closed all the same, and what stays as it is."""
    action: str
    form: Form
    """Fields: ``reason``, ``social_care_has_it``, ``despite``."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"End our part: {self.who.name}"
