"""The values of the pages on which a conference is asked for, and answered."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.agency import Agency
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity

RIGHT = (
    "Whoever takes part in a section 47 enquiry may ask for a conference. A request that a senior manager or a named or"
    " designated professional backs should normally be agreed."
)
CITED = "Local safeguarding procedures on section 47 enquiries, after Working Together to Safeguard Children; check your own partnership’s."


@dataclass(frozen=True, kw_only=True)
class AskForConferencePage:
    """The form in which somebody asks."""

    template: ClassVar[str] = "conference_request/ask.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    called: str
    backed_by: tuple[Choice, ...]
    goes_to: str
    """Who answers, and by when."""
    earlier: tuple[tuple[str, str], ...]
    """Requests before this one, in words, with the way to each."""
    action: str
    form: Form
    """Fields: ``why``, ``backed_by``."""
    right: str = RIGHT
    cited: str = CITED

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"Ask for a conference: {self.who.name}"


@dataclass(frozen=True, kw_only=True)
class ConferenceRequestPage:
    """One request, and what the chair answered."""

    template: ClassVar[str] = "conference_request/page.jinja"
    section: ClassVar[str] = "children"

    who: Identity
    agency: Agency
    why: str
    backed: str
    """``Backed by a senior manager.``; that nobody was asked yet."""
    asked: str
    """``Anneka Bright, 01632 960 233, today 10:41``"""
    owner: str
    """Who answers; or that nobody could be named, with the desk to ring."""
    due: str
    due_kind: str
    answers: tuple[Choice, ...]
    """Empty for everybody but the chair who answers it. Fields: ``answer``, ``reasons``."""
    action: str
    form: Form
    answered: str = ""
    """``No. Maureen Tully, today 14:10``"""
    reasons: str = ""
    challenge_href: str = ""
    """Where a no is disagreed with."""
    right: str = RIGHT
    cited: str = CITED

    @property
    def title(self) -> str:
        """Names the children, so that two tabs can be told apart."""
        return ("Error: " if self.form.problems else "") + f"A conference is asked for: {self.who.name}"
