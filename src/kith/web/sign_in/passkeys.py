"""Passkeys: made, asked for and checked. The device itself asked for a finger, a face or a PIN, so one is two factors."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn, get_authenticator_by_credential_id, get_credentials
from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.utils import websafe_decode
from fido2.webauthn import (
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from kith.web.sign_in import written_down

_KEY = Authenticator.Type.WEBAUTHN
_NEEDED = UserVerificationRequirement.REQUIRED


class NotProved(Exception):
    """What the device sent proves nothing here."""


def options_to_make(request: HttpRequest, person: Any) -> str:
    """What the browser needs in order to make a passkey, as JSON. The challenge stands once, in the session."""
    shown = PublicKeyCredentialUserEntity(id=person.pk.bytes, name=person.email, display_name=person.email)
    options, state = _server(request).register_begin(
        user=shown,
        credentials=get_credentials(person),
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=_NEEDED,
    )
    return _asked(request, "make", options, state)


def keep(request: HttpRequest, person: Any, *, posted: str, name: str) -> None:
    """Keeps the passkey that a device made. Raises NotProved."""
    credential = _read(posted)
    try:
        _server(request).register_complete(
            _state(request, "make"), RegistrationResponse.from_dict(credential)
        )
    except (ValueError, TypeError, KeyError) as wrong:
        raise NotProved from wrong
    WebAuthn.add(person, name, credential)


def options_to_prove(request: HttpRequest, *, why: str, person: Any = None) -> str:
    """What the browser needs in order to use a passkey: one of ``person``'s, or whichever the device holds for Kith."""
    known = get_credentials(person) if person is not None else []
    options, state = _server(request).authenticate_begin(credentials=known, user_verification=_NEEDED)
    return _asked(request, why, options, state)


def proved(request: HttpRequest, *, why: str, posted: str, at: datetime, person: Any = None) -> Any:
    """Whose passkey it is. Raises NotProved where it is nobody's, or not ``person``'s. Either way the log says so."""
    try:
        whose = _whose(request, why=why, posted=posted, at=at, person=person)
    except NotProved:
        written_down.proof_refused(request, proof="passkey", why=written_down.WRONG, person=person)
        raise
    written_down.proof_held(request, proof="passkey", person=whose)
    return whose


def _whose(request: HttpRequest, *, why: str, posted: str, at: datetime, person: Any) -> Any:
    credential = _read(posted)
    state = _state(request, why)
    whose = person or _named_in(credential)
    try:
        found = _server(request).authenticate_complete(state, get_credentials(whose), credential)
    except (ValueError, TypeError, KeyError) as wrong:
        raise NotProved from wrong
    row = get_authenticator_by_credential_id(whose, found.credential_id)
    if row is None or not whose.is_active:
        raise NotProved
    row.last_used_at = at
    row.save(update_fields=["last_used_at"])
    return whose


def has_passkey(person: Any) -> bool:
    """Whether somebody has a passkey for Kith."""
    return Authenticator.objects.filter(user=person, type=_KEY).exists()


def can_be_used(request: HttpRequest) -> bool:
    """Passkeys belong to a name: a Kith that is reached by an IP address has none."""
    return not _host(request).replace(".", "").isdigit() and ":" not in _host(request)


def _host(request: HttpRequest) -> str:
    return request.get_host().rsplit(":", 1)[0]


def _server(request: HttpRequest) -> Fido2Server:
    """Answers of this very scheme, name and port alone: a neighbour under the same name may not ask for ours."""
    scheme = "https" if request.is_secure() or settings.SESSION_COOKIE_SECURE else "http"
    here = f"{scheme}://{request.get_host()}"
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=_host(request), name="Kith"), verify_origin=lambda said: said == here
    )


def _asked(request: HttpRequest, why: str, options: Any, state: Any) -> str:
    request.session[f"passkey_{why}"] = state
    return json.dumps(dict(options)["publicKey"], default=dict)


def _state(request: HttpRequest, why: str) -> Any:
    """The challenge, which is gone with this: an answer to it counts once."""
    state = request.session.pop(f"passkey_{why}", None)
    if state is None:
        raise NotProved
    return state


def _read(posted: str) -> dict[str, Any]:
    try:
        read = json.loads(posted)
    except ValueError as wrong:
        raise NotProved from wrong
    if not isinstance(read, dict):
        raise NotProved
    return read


def _named_in(credential: dict[str, Any]) -> Any:
    """The person whom the device says the passkey is of; what it signed is checked against theirs."""
    try:
        id = UUID(bytes=websafe_decode(credential["response"]["userHandle"]))
        return get_user_model().objects.get(pk=id)
    except (KeyError, TypeError, ValueError, get_user_model().DoesNotExist) as wrong:
        raise NotProved from wrong
