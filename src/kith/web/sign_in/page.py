"""The values of the pages that ask who somebody is."""

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
class AgencyDoor:
    """An agency that proves its own people."""

    words: str
    """``Tolland Bay Council``"""
    href: str


@dataclass(frozen=True, kw_only=True)
class Passkey:
    """A button that asks the device for a passkey; the browser's script reads what it needs from here."""

    options: str
    """What the server asks of the device, as JSON."""
    make: bool = False
    """Whether a new one is made; otherwise one is used."""


def _titled(words: str, form: Form) -> str:
    return f"Error: {words}" if form.problems else words


@dataclass(frozen=True, kw_only=True)
class SignInPage:
    """E-mail and password; in the demo, roles instead."""

    template: ClassVar[str] = "sign_in/page.jinja"
    section: ClassVar[str] = ""

    form: Form
    """Fields: ``email``, ``password`` (never given back), ``shared``."""
    next: str = ""
    """Where to go after signing in; only an address of this site."""
    roles: tuple[DemoRole, ...] = ()
    agencies: tuple[AgencyDoor, ...] = ()
    passkeys: bool = False
    """Whether this address can have passkeys."""
    ring: str = ""
    """The desk's number: whoever cannot get in rings, and is not sent away to wait."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return _titled("Sign in", self.form)


@dataclass(frozen=True, kw_only=True)
class PasskeyPage:
    """Signing in with a passkey alone."""

    template: ClassVar[str] = "sign_in/passkey.jinja"
    section: ClassVar[str] = ""

    form: Form
    """Its one problem stands at ``passkey-sign-in``."""
    passkey: Passkey
    next: str = ""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return _titled("Sign in with a passkey", self.form)


@dataclass(frozen=True, kw_only=True)
class SecondPage:
    """The second step: a code, or a passkey."""

    template: ClassVar[str] = "sign_in/second.jinja"
    section: ClassVar[str] = ""

    form: Form
    """Field: ``code`` (never given back)."""
    passkey: Passkey | None
    app: bool
    """Whether a code app is set up; otherwise the field takes a recovery code alone."""
    ring: str = ""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return _titled("Prove a second thing", self.form)


@dataclass(frozen=True, kw_only=True)
class AgainPage:
    """Prove who you are once more, with every typed word kept in the page."""

    template: ClassVar[str] = "sign_in/again.jinja"
    section: ClassVar[str] = ""

    form: Form
    """Fields: ``again_password``, ``again_code`` (never given back)."""
    passkey: Passkey | None
    password: bool
    app: bool
    action: str
    """Where the form goes on to."""
    method: str
    """``POST`` where a form waits; ``GET`` where a page was to be opened."""
    kept: tuple[tuple[str, str], ...] = ()
    """Field and words of the form that waits; they go on with the proof."""
    ring: str = ""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return _titled("Prove again that it is you", self.form)


@dataclass(frozen=True, kw_only=True)
class NoWayInPage:
    """An agency's sign-in that leads to nobody here. The same whatever the reason is."""

    template: ClassVar[str] = "sign_in/no_way_in.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "We cannot sign you in by your agency"

    agency: str
    ring: str
