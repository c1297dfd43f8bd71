"""Who is involved, each with a number on the first line."""

from dataclasses import dataclass

from kith.web.parts.agency import Agency


@dataclass(frozen=True, kw_only=True)
class PersonInvolved:
    """A practitioner or a relative who knows the child."""

    name: str
    role: str
    """``Safeguarding lead, Fernmoor Primary`` or ``Grandmother (Nan)``."""
    agency: Agency
    """Which shape stands before the role."""
    phone: str
    """A number, or empty: the page then says that none is held."""
    last_contact: str
    """``Saw Tam Friday 13 November``"""
    waiting: bool = False
    """True when they wait for an answer from us: the last contact is then bold."""


@dataclass(frozen=True, kw_only=True)
class OtherChild:
    """Another child of the home or family, with what is known about their safety."""

    name: str
    href: str
    """The child's page, or empty where this reader may not open it."""
    who: str
    """``brother, 2 years 1 month``"""
    words: str
    """Plan, last seen by whom, or that nobody has seen them about this."""
