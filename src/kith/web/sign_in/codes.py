"""Codes as a second factor: from a code app, each taken once; and recovery codes, each taken once."""

from datetime import datetime
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt, encrypt
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

PERIOD = 30
"""Seconds for which a code app shows one code."""
_WAITING = "code_app_to_be"
_APP, _RECOVERY = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES


def waiting_secret(request: HttpRequest) -> str:
    """The secret that a code app is being set up with: the same until it is, sealed in the session."""
    if _WAITING not in request.session:
        request.session[_WAITING] = encrypt(generate_totp_secret())
    return str(decrypt(request.session[_WAITING]))


def picture_of(person: Any, *, secret: str) -> str:
    """The square picture that a code app reads, as SVG."""
    adapter = get_adapter()
    return str(adapter.build_totp_svg(adapter.build_totp_url(person, secret)))


@transaction.atomic
def set_up_app(request: HttpRequest, person: Any, *, code: str, at: datetime) -> bool:
    """Keeps the code app whose first code was typed, in the place of an earlier one. False for a wrong code."""
    secret = waiting_secret(request)
    period = _period_of(secret, code, after=0, at=at)
    if period is None:
        return False
    Authenticator.objects.filter(user=person, type=_APP).delete()
    row = TOTP.activate(person, secret).instance
    _used(row, period, at)
    del request.session[_WAITING]
    return True


@transaction.atomic
def app_code_is_right(person: Any, *, code: str, at: datetime) -> bool:
    """Whether a code app shows this code now. A code that was taken is not taken again, by any process of ours."""
    row = Authenticator.objects.select_for_update().filter(user=person, type=_APP).first()
    if row is None:
        return False
    period = _period_of(decrypt(row.data["secret"]), code, after=row.data.get("used_period", 0), at=at)
    if period is None:
        return False
    _used(row, period, at)
    return True


def recovery_code_is_right(person: Any, *, code: str) -> bool:
    """Whether it is one of their recovery codes that they have not used; from now on they have."""
    row = Authenticator.objects.filter(user=person, type=_RECOVERY).first()
    return row is not None and bool(RecoveryCodes(row).validate_code(_digits(code)))


def make_recovery_codes(person: Any, *, anew: bool = False) -> None:
    """Recovery codes for whoever has none; ``anew`` puts others in their place."""
    if anew:
        Authenticator.objects.filter(user=person, type=_RECOVERY).delete()
    RecoveryCodes.activate(person)


def recovery_codes(person: Any) -> tuple[tuple[str, ...], int]:
    """The codes to write down, while that was not done; and how many are left."""
    row = Authenticator.objects.filter(user=person, type=_RECOVERY).first()
    if row is None:
        return (), 0
    held = RecoveryCodes(row)
    left = held.get_unused_codes()
    return ((), len(left)) if held.did_view else (tuple(left), len(left))


def recovery_codes_are_kept(person: Any) -> None:
    """They were written down: no page shows them again."""
    row = Authenticator.objects.filter(user=person, type=_RECOVERY).first()
    if row is not None:
        RecoveryCodes(row).mark_as_viewed()


def _digits(code: str) -> str:
    return "".join(code.split()).replace("-", "")


def _period_of(secret: str, code: str, *, after: int, at: datetime) -> int | None:
    """The period whose code this is: the one now, or one to either side, but none up to ``after``."""
    current = int(at.timestamp()) // PERIOD
    typed = _digits(code)
    right = [
        period
        for period in (current - 1, current, current + 1)
        if constant_time_compare(format_hotp_value(hotp_value(secret, period)), typed) and period > after
    ]
    return right[0] if right else None


def _used(row: Authenticator, period: int, at: datetime) -> None:
    row.data["used_period"] = period
    row.last_used_at = at
    row.save(update_fields=["data", "last_used_at"])
