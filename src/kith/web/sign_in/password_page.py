"""The values of the pages about a password: changing it, not getting in, and coming in by a keeper's code."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.parts.form import Form


def _titled(words: str, form: Form) -> str:
    return f"Error: {words}" if form.problems else words


@dataclass(frozen=True, kw_only=True)
class PasswordPage:
    """Changing one's own password."""

    template: ClassVar[str] = "sign_in/password.jinja"
    section: ClassVar[str] = ""
    action: ClassVar[str] = "/sign-in/mine/password"

    form: Form
    """Fields: ``password_now``, ``new_password``, ``new_password_again`` (none given back)."""
    shown: bool
    """Whether what is typed can be read; then the new one is typed once."""
    email: str
    """For the browser's own store of passwords."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return _titled("Change your password", self.form)


@dataclass(frozen=True, kw_only=True)
class NoPasswordPage:
    """Whoever has no password here: their agency proves them, or they come in another way."""

    template: ClassVar[str] = "sign_in/no_password.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "You have no password here"

    agency: str
    """``Tolland Bay Council``; empty where no agency proves them."""
    agency_phone: str
    ring: str


@dataclass(frozen=True, kw_only=True)
class CannotGetInPage:
    """What to do without a password, a phone or a key. The same for everybody, and it asks nothing."""

    template: ClassVar[str] = "sign_in/cannot.jinja"
    section: ClassVar[str] = ""
    title: ClassVar[str] = "I cannot get in"

    ring: str


@dataclass(frozen=True, kw_only=True)
class CodePage:
    """Typing the code that a keeper read out."""

    template: ClassVar[str] = "sign_in/code.jinja"
    section: ClassVar[str] = ""

    form: Form
    """Fields: ``email``, ``let_in_code`` (never given back)."""
    ring: str

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return _titled("I have a code", self.form)


@dataclass(frozen=True, kw_only=True)
class ComeInPage:
    """The code was right: a new password, and what ends when it is kept."""

    template: ClassVar[str] = "sign_in/come_in.jinja"
    section: ClassVar[str] = ""
    action: ClassVar[str] = "/sign-in/code/password"

    form: Form
    """Fields: ``new_password``, ``new_password_again`` (never given back)."""
    shown: bool
    email: str
    agency: str
    """The agency that proves them, so that no password is asked for; empty for everybody else."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return _titled("Come in again" if self.agency else "Choose a new password", self.form)
