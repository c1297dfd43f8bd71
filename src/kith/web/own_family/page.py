"""The values of the guardian's page of own families."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.form import Choice, Form


@dataclass(frozen=True, kw_only=True)
class NearLine:
    """One child who is closed to somebody."""

    id: str
    when: Moment
    who: str
    child: str
    """The child’s name where the guardian may see it, else that it is held closely."""
    had_sight: bool
    lifted: str
    """Why it was lifted; empty while it stands."""


@dataclass(frozen=True, kw_only=True)
class OwnFamilyPage:
    """Find a person, say which practitioner it is; below, what is closed to whom."""

    template: ClassVar[str] = "own_family/page.jinja"
    section: ClassVar[str] = "needs_me"
    action: ClassVar[str] = "/own-family/"

    form: Form
    practitioners: tuple[Choice, ...]
    found: tuple[Choice, ...]
    """Adults who answer what was typed; empty before a search."""
    found_words: str
    held: tuple[str, ...]
    """``Joel Prewett is Joel Prewett, born 3 May 1985.``"""
    near: tuple[NearLine, ...]

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + "Own families"
