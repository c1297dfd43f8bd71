"""The values of the scrutineer's page."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.form import Choice, Form


@dataclass(frozen=True, kw_only=True)
class ScrutinyPage:
    """What there is to scrutinise; no child is named before one is opened."""

    template: ClassVar[str] = "scrutiny/page.jinja"
    section: ClassVar[str] = "scrutiny"

    lead: str
    things: tuple[Choice, ...]
    """Open challenges, decisions against another view, joint decisions of the last weeks. Fields: ``thing``, ``why``."""
    silence: str
    """Said where there are none."""
    form: Form

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + "Scrutiny"
