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


def take_away(*, person: Any, factor: str) -> Factor | None:
    """Takes a factor from its own person, and answers which; but never the last: None where it is that, or is not theirs."""
    held = factors_of(person=person)
    taken = next((one for one in held if str(one.id) == factor), None)
    if len(held) < 2 or taken is None:
        return None
    Authenticator.objects.filter(user=person, pk=factor, type__in=_PROVES).delete()
    return taken


def take_all_away(*, person: Any) -> None:
    """Every factor and recovery code of somebody who was let in again: whoever holds the lost one holds nothing."""
    Authenticator.objects.filter(user=person).delete()


def _words(row: Authenticator) -> str:
    if row.type == Authenticator.Type.TOTP:
        return "Code app"
    return f"Passkey, made on {row.data.get('name', 'a device')}"
