"""The values of the sign-in page."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kith.web.parts.form import Form


@dataclass(frozen=True, kw_only=True)
class DemoRole:
    """One made-up person whom a visitor of the demo can be, in one click."""

    practitioner: UUID
    words: str
    """``Dana Ferris, duty social worker``"""
    why: str
    """What there is to see as this person."""


@dataclass(frozen=True, kw_only=True)
class SignInPage:
    """E-mail and password; in the demo, roles instead."""

    template: ClassVar[str] = "sign_in/page.jinja"
    section: ClassVar[str] = ""

    form: Form
    """Fields: ``email``, ``password`` (never given back)."""
    next: str = ""
    """Where to go after signing in; only an address of this site."""
    roles: tuple[DemoRole, ...] = ()

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return "Error: Sign in" if self.form.problems else "Sign in"
