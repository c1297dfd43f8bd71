"""The values of the page on which an entry's photographs are looked at and added."""

from dataclasses import dataclass, field
from typing import ClassVar

from kith.web.dates import Moment
from kith.web.parts.agency import Agency
from kith.web.parts.files import ChooseFiles
from kith.web.parts.form import Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class Shot:
    """One page of one file."""

    id: str
    """Its anchor."""
    words: str
    """``Photograph 2``, ``Paper 1, page 3``"""
    src: str
    """The picture's address: of the blurred copy, or of the clear one where it was asked for. Empty while it waits."""
    is_clear: bool
    href: str
    """The same page with this picture clear, or blurred again."""
    name: str
    """The name that the file came with."""
    shows: str
    """What it shows, in the words of whoever added it."""
    added: str
    """``Added by Dana Ferris, 3 November 2026, 10:20.``"""
    opened: str
    """``Opened by Ruth Abara, 4 November 2026, 09:05.`` or ``Nobody has opened it.``"""
    scanned: str = ""
    """Said unless a scanner found it clean."""
    width: int = 240
    height: int = 180


@dataclass(frozen=True, kw_only=True)
class PhotographsPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "photographs/page.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    action: str
    back_href: str
    """The entry in the chronology."""
    when: Moment
    agency: Agency
    words: str
    """What the entry says."""
    shots: tuple[Shot, ...]
    silence: str = ""
    """What it means that there are none."""
    withheld: str = ""
    """Said instead of all pictures to a reader who may not learn where the child is."""
    choose: ChooseFiles = field(default_factory=ChooseFiles)
    form: Form = field(default_factory=Form)
    added: str = ""
    """What the last submit came to: ``Two photographs were added.``"""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Photographs of an entry: {self.who.name}"
