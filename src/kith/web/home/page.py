"""The values of the page of a child's home: who lived with them and where, since when, and who told."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.chronology.page import AsKnownAt
from kith.web.parts.header import Identity
from kith.web.parts.people import OtherChild
from kith.web.pictures.stays import Stays


@dataclass(frozen=True, kw_only=True)
class AddressRow:
    """Where a household was for a period."""

    words: str
    """The address, or ``Address withheld``."""
    since: str
    until: str
    told: str
    """``Police, Hodan Warsame, known since 3 February 2026``; empty for an address that is withheld."""
    on_screen_only: bool = False
    """Whether paper says "Address withheld" in its place."""


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """One person for a period."""

    name: str
    href: str
    """Their page, or empty where this reader may not open it."""
    who: str
    """``brother, 2 years 1 month``"""
    since: str
    until: str
    told: str
    is_now: bool
    """Whether it holds on the day that is read."""


@dataclass(frozen=True, kw_only=True)
class Home:
    """One household of the child's."""

    id: str
    """For the page's own headings."""
    title: str
    """``Where Tam lives``, ``Where Tam lived before``"""
    period: str
    """``Tam: since 3 February 2026``"""
    addresses: tuple[AddressRow, ...]
    no_address: str
    """Said where none is held."""
    people: tuple[PersonRow, ...]
    picture: Stays | None
    """The periods drawn; None where there is nobody to compare."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What an agency's entry says of the home, or what is no longer believed."""

    words: str
    told: str
    href: str = ""
    on_screen_only: bool = False
    """Whether it is left out on paper, since it says an address."""


@dataclass(frozen=True, kw_only=True)
class HomePage:
    """Everything on the page, in reading order. All of it is as this reader may see it."""

    template: ClassVar[str] = "home/page.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    name: str
    as_known: AsKnownAt
    before_you_go: str
    """What to know of the address before a visit; empty for nothing."""
    homes: tuple[Home, ...]
    around: tuple[PersonRow, ...]
    """Adults who do not live there: around the home, or kin elsewhere."""
    children: tuple[OtherChild, ...]
    entries: tuple[Said, ...]
    """Entries that tell of a change, the newest first."""
    taken_back: tuple[Said, ...]
    """What was said once and is no longer believed."""
    change_href: str
    """Where a change is told; empty while an earlier moment is read."""
    is_past: bool
    print_sheet: str = ""

    @property
    def title(self) -> str:
        """With the child's name, so that two tabs can be told apart."""
        return f"{'Error: ' if self.as_known.problems else ''}Home and family: {self.who.name}"
