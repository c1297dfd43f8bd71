"""The values of the page that is read before a visit."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.header import Identity
from kith.web.parts.resting import Resting, RestingLine


@dataclass(frozen=True, kw_only=True)
class BeforeYouKnockPage:
    """Everything on it, in the order in which a worker needs it; it prints on one side of A4."""

    template: ClassVar[str] = "before_you_knock/page.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    called: str
    as_at: str
    address: str
    """What is doubtful of the address, or that it is withheld; empty for neither."""
    safety: RestingLine
    behind_the_door: tuple[RestingLine, ...]
    """Who lives there, and who must not be there."""
    last_times: RestingLine
    unanswered: tuple[Resting, ...]
    """What nothing has settled, and what nobody has said: worth asking."""
    unanswered_silence: str
    seen_alone: RestingLine
    speaking: RestingLine
    """Language, interpreter, and how the child communicates."""
    print_href: str
    """Empty on paper."""
    child_href: str
    visit_href: str
    print_sheet: str = ""

    @property
    def title(self) -> str:
        """What the page is, and of whom."""
        return f"Before you knock: {self.who.name}"
