"""The values of the pages about one's own sign-in: second factors, recovery codes, devices."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from kith.web.parts.form import Form
from kith.web.sign_in.page import Passkey


@dataclass(frozen=True, kw_only=True)
class SetUpPage:
    """Setting up a code app, or going to make a passkey."""

    template: ClassVar[str] = "sign_in/set_up.jinja"
    section: ClassVar[str] = ""

    form: Form
    """Field: ``code``."""
    picture: str
    """The square picture for the code app, as SVG of our own making."""
    secret: str
    """The same in letters, in groups of four."""
    needed: bool
    """Whether nothing else can be opened before this is done."""
    passkeys: bool
    """Whether this address can have passkeys."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return "Error: Set up a second factor" if self.form.problems else "Set up a second factor"


@dataclass(frozen=True, kw_only=True)
class MakePasskeyPage:
    """Making a passkey on this device."""

    template: ClassVar[str] = "sign_in/make_passkey.jinja"
    section: ClassVar[str] = ""

    form: Form
    passkey: Passkey

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return "Error: Make a passkey" if self.form.problems else "Make a passkey"


@dataclass(frozen=True, kw_only=True)
class RecoveryPage:
    """Recovery codes: shown until they are kept, then only counted."""

    template: ClassVar[str] = "sign_in/recovery.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "Your recovery codes"

    codes: tuple[str, ...]
    left: int


@dataclass(frozen=True, kw_only=True)
class DeviceLine:
    """A device on which somebody is signed in."""

    id: UUID
    words: str
    since: str
    """``17 November 2026, 10:40``"""
    here: bool
    shared: bool


@dataclass(frozen=True, kw_only=True)
class FactorLine:
    """A code app or a passkey."""

    id: int
    words: str
    since: str


@dataclass(frozen=True, kw_only=True)
class ChangeLine:
    """Something that changed about one's sign-in."""

    when: str
    words: str
    """``Your password was changed, on Firefox on Windows.``"""


@dataclass(frozen=True, kw_only=True)
class MinePage:
    """Where one is signed in, and with what one proves it."""

    template: ClassVar[str] = "sign_in/mine.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "Your sign-in"

    devices: tuple[DeviceLine, ...]
    factors: tuple[FactorLine, ...]
    changes: tuple[ChangeLine, ...]
    recovery_left: int
    demo: bool
    passkeys: bool
    ring: str
    agency: str = ""
    """The agency that proves them, where they have no password here."""
    keeps: str = ""
    """What the link says to whoever lets colleagues in, or reads who did; empty for everybody else."""
