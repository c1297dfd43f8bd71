"""The values of the pages that say no."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class RefusedPage:
    """A child's page, or something else, that this person may not open. The same for a child who does not exist."""

    template: ClassVar[str] = "refused/page.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "You cannot open this"

    reason: str
    """A sentence for this person that says whom to ring; numbers in it become links."""
    ring: str
    """The number of whoever can help now."""
    ask_href: str = ""
    """The page on which a reason can be written and the child opened for a limited time; empty where that is not lawful."""


@dataclass(frozen=True, kw_only=True)
class ExpiredPage:
    """A form that came too late or twice: its words are given back."""

    template: ClassVar[str] = "refused/expired.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "Your page had expired"

    words: tuple[tuple[str, str], ...]
    """Field and what was typed into it; passwords are left out."""


@dataclass(frozen=True, kw_only=True)
class MissingPage:
    """An address that leads nowhere, or a fault on our side."""

    template: ClassVar[str] = "refused/missing.jinja"
    section: ClassVar[str] = ""
    title: str
    words: str
