"""The values of the page for tonight."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.resting import RestingLine


@dataclass(frozen=True, kw_only=True)
class Ring:
    """Somebody who can be rung now."""

    who: str
    """``Emergency duty worker, now``"""
    name: str
    """``Lorna Tyndall``; empty where it is a place and not a person."""
    phone: str
    """A number, or empty where none is held for this hour."""
    words: str = ""
    """What to know before ringing: ``By day. No number out of hours is held.``"""


@dataclass(frozen=True, kw_only=True)
class OnTheList:
    """What the day handed to the night about this child."""

    may_happen: str
    may_happen_because: str
    then_do: str
    then_do_because: str
    rests_on: str
    """``Joel Prewett, social worker, Friday 15:10; until Monday 7 December 2026, 09:00``"""


@dataclass(frozen=True, kw_only=True)
class TonightPage:
    """Everything on it, the first five lines within one screen of a phone."""

    template: ClassVar[str] = "tonight/page.jinja"
    section: ClassVar[str] = "children"

    name: str
    """The full name."""
    called: str
    age: str
    as_at: str
    """``Sat 5 Dec, 02:10``"""
    on_the_list: OnTheList | None
    lines: tuple[RestingLine, ...]
    """Who must not be there; who lives there; before you knock; the plan; last seen: the five that fit a screen."""
    more_lines: tuple[RestingLine, ...]
    """What would make the child safe tonight, and what is asked today."""
    rings: tuple[Ring, ...]
    desk: str
    address: str
    """What is doubtful of the address, or that it is withheld; empty for neither."""
    child_href: str
    knock_href: str
    night_href: str
    """Where a note from the night is written."""
    is_lost: bool = False
    print_sheet: str = ""
    """Address of the style sheet with this print job's running head."""

    @property
    def title(self) -> str:
        """What the page is, and of whom."""
        return f"Tonight: {self.name}"
