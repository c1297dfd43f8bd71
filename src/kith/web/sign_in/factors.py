"""Which second factors somebody has, and taking one away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator

_PROVES = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, kw_only=True)
class Factor:
    """A code app or a passkey."""

    id: int
    words: str
    since: datetime


def factors_of(*, person: Any) -> tuple[Factor, ...]:
    """What somebody can prove themselves with beside a password. Recovery codes only stand in for one that is lost."""
    rows = Authenticator.objects.filter(user=person, type__in=_PROVES).order_by("created_at")
    return tuple(Factor(id=row.pk, words=_words(row), since=row.created_at) for row in rows)


def has_factor(*, person: Any) -> bool:
    """Whether a second factor stands."""
    return Authenticator.objects.filter(user=person, type__in=_PROVES).exists()


def has_app(*, person: Any) -> bool:
    """Whether a code app is set up."""
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()


def take_away(*, person: Any, factor: str) -> bool:
    """Takes a factor from its own person, but never the last: False where it is that, or is not theirs."""
    held = factors_of(person=person)
    if len(held) < 2 or factor not in {str(one.id) for one in held}:
        return False
    Authenticator.objects.filter(user=person, pk=factor, type__in=_PROVES).delete()
    return True


def _words(row: Authenticator) -> str:
    if row.type == Authenticator.Type.TOTP:
        return "Code app"
    return f"Passkey, made on {row.data.get('name', 'a device')}"
