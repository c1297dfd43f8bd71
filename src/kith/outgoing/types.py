"""Frozen values that enter and leave the outgoing gate."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kith.agencies.types import Practitioner

WHAT = {
    "printed_chronology": "a printed chronology",
    "printed_child_page": "a printed page about a child",
    "letter": "a letter",
    "email": "an e-mail",
    "report": "a report",
    "assessment": "an assessment",
    "export": "an export",
    "invitation": "an invitation",
    "photograph": "a photograph",
}
"""What may go out, by code."""
KINDS = {
    "confidential_address": "a confidential address",
    "told_home": "where somebody lives, as an agency told it",
    "told_telephone": "a telephone number of somebody who must not be found",
    "told_place": "a place that says where somebody is",
    "school_or_team": "the school, the team or the number of somebody who must not be found",
    "another_child": "the name of another child, whom this recipient may not see",
    "held_closely": "the name of somebody whose record is held closely",
    "referrer": "who told us, where the entry says a member of the public",
    "address_label": "a confidential address on the envelope",
    "former_home": "an envelope to a home that this person has left",
    "two_families": "two families in one document for one recipient",
    "position": "a position on the map in a picture or a calendar",
    "not_read": "something that nothing here could read",
}
"""What was found, by code. No finding repeats a word of the document."""


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """For whom a document is compiled: a named person, and what they are to the child or which agency's they are.

    ``practitioner`` is given for somebody who works in Kith's agencies, ``person`` for somebody of the family whom Kith
    holds; for neither, the recipient may see nobody. ``goes_to`` is the label of the envelope, or the e-mail address.
    """

    name: str
    relation: str
    practitioner: UUID | None = None
    person: UUID | None = None
    goes_to: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Document:
    """The final bytes, as they would leave. ``what`` is a code of ``WHAT``; ``name`` is the file name, which leaves too."""

    what: str
    media_type: str
    body: bytes = field(repr=False)
    name: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """That something stands where the recipient would learn it: a code of ``KINDS``, the place, and the form. Never the words."""

    kind: str
    place: str
    form: str = ""


@dataclass(frozen=True, kw_only=True)
class ToldIn:
    """That words which a room holds of somebody stand in a text: whose, of what kind, in which of the texts, in which forms."""

    person: UUID
    kind: str
    text: int
    forms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Released:
    """Nothing was found that the recipient must not learn: these bytes, and no others, may go."""

    id: UUID
    digest: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Held:
    """The document does not go. ``owner`` is whom to ask; two people release it, one of them a guardian of information."""

    id: UUID
    digest: str
    findings: tuple[Finding, ...]
    owner: Practitioner
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody said when they released a document, or kept it back."""

    by: UUID
    name: str
    role: str
    at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class HeldView:
    """One held document, as a page shows it. ``about`` are the children that it was compiled about."""

    id: UUID
    area: str
    what: str
    media_type: str
    size: int
    digest: str
    recipient_name: str
    recipient_relation: str
    about: tuple[UUID, ...]
    compiled_at: datetime
    compiled_by: UUID
    compiled_by_name: str
    findings: Sequence[Finding]
    owner: UUID
    due_at: datetime
    first: Said | None
    second: Said | None
    kept_back: Said | None
    frozen_by: tuple[str, ...]
    """What changed about these people's homes since it was compiled, as codes of the people room's trail."""
    handed_over_at: datetime | None

    @property
    def waits(self) -> bool:
        """Whether nobody has released it whole or kept it back."""
        return self.second is None and self.kept_back is None


@dataclass(frozen=True, kw_only=True)
class SentView:
    """A document that went out: to whom, what, and when."""

    id: UUID
    what: str
    recipient_name: str
    recipient_relation: str
    sent_at: datetime
