"""Speaks OpenID Connect with one agency's sign-in: authorisation code, PKCE, state and nonce, and a token whose signature,
issuer, audience, age and nonce are all checked.
"""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from typing import Any
from urllib.parse import urlencode

import jwt
import requests

from kith.web.sign_in.agencies_that_prove import AgencyProvider

LONGEST = 10
"""Seconds to wait for an agency's server."""
_SIGNED_BY = ("RS256", "PS256", "ES256", "EdDSA")
_SLACK = 60


class NotProvedByAgency(Exception):
    """What came back proves nothing. ``reason`` is a code for the keeper's log and names nobody."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, kw_only=True)
class Begun:
    """What is kept in the session while somebody is at their agency's page."""

    provider: str
    state: str
    nonce: str
    verifier: str
    began: str


def begin(provider: AgencyProvider, *, back: str, at: datetime) -> tuple[str, Begun]:
    """Where to send the browser, and what to keep. ``back`` is our own address that it comes back to."""
    begun = Begun(
        provider=provider.code,
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(64),
        began=at.isoformat(),
    )
    challenge = (
        base64.urlsafe_b64encode(hashlib.sha256(begun.verifier.encode()).digest()).rstrip(b"=").decode()
    )
    asked = {
        "response_type": "code", "client_id": provider.our_id, "redirect_uri": back, "scope": "openid email",
        "state": begun.state, "nonce": begun.nonce, "code_challenge": challenge, "code_challenge_method": "S256",
    }  # fmt: skip
    return f"{_told_by(provider)['authorization_endpoint']}?{urlencode(asked)}", begun


def finish(provider: AgencyProvider, begun: Begun, *, given: Mapping[str, str], back: str) -> dict[str, Any]:
    """What the agency says of the person who came back. Raises NotProvedByAgency."""
    if not compare_digest(given.get("state", "").encode(), begun.state.encode()):
        raise NotProvedByAgency("state")
    if given.get("iss", provider.issuer) != provider.issuer:
        raise NotProvedByAgency("issuer")
    if not given.get("code"):
        raise NotProvedByAgency("no_code")
    told = _told_by(provider)
    tokens = _tokens(provider, told, begun, given["code"], back)
    keys = _json(requests.get(told["jwks_uri"], timeout=LONGEST, allow_redirects=False))
    claims = checked(tokens.get("id_token", ""), keys=keys, provider=provider, nonce=begun.nonce)
    return _with_email(claims, told, tokens)


def checked(token: str, *, keys: Mapping[str, Any], provider: AgencyProvider, nonce: str) -> dict[str, Any]:
    """The claims of an identity token that this agency signed, for us, now, and for this very sign-in."""
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            key=_key_for(token, keys),
            algorithms=list(_SIGNED_BY),
            audience=provider.our_id,
            issuer=provider.issuer,
            leeway=_SLACK,
            options={"require": ["exp", "iat", "aud", "iss", "sub", "nonce"]},
        )
    except (jwt.PyJWTError, ValueError, KeyError, TypeError) as wrong:
        raise NotProvedByAgency(f"token_{type(wrong).__name__}") from wrong
    if not compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise NotProvedByAgency("nonce")
    if claims.get("azp", provider.our_id) != provider.our_id:
        raise NotProvedByAgency("audience")
    return claims


def two_factors_in(claims: Mapping[str, Any], *, provider: AgencyProvider) -> bool:
    """Whether the token says so in the words that this agency's entry names."""
    claim, _, wanted = provider.two_factors.partition(":")
    said = claims.get(claim) if wanted else None
    return wanted in said if isinstance(said, list) else bool(wanted) and said == wanted


def _key_for(token: str, keys: Mapping[str, Any]) -> Any:
    """The key that the token names; where it names none, the only one."""
    held = jwt.PyJWKSet.from_dict(dict(keys)).keys
    name = jwt.get_unverified_header(token).get("kid")
    fitting = [one for one in held if one.key_id == name] if name else held
    if len(fitting) != 1:
        raise ValueError("no one key")
    return fitting[0]


def _told_by(provider: AgencyProvider) -> dict[str, Any]:
    """What the agency's server says of itself; it must be the one that we asked."""
    address = f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration"
    told = _json(requests.get(address, timeout=LONGEST, allow_redirects=False))
    if told.get("issuer") != provider.issuer:
        raise NotProvedByAgency("issuer")
    return told


def _tokens(
    provider: AgencyProvider, told: Mapping[str, Any], begun: Begun, code: str, back: str
) -> dict[str, Any]:
    sent = {
        "grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": begun.verifier,
    }  # fmt: skip
    ways = told.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    basic = (provider.our_id, provider.secret) if "client_secret_basic" in ways else None
    if basic is None:
        sent |= {"client_id": provider.our_id, "client_secret": provider.secret}
    return _json(
        requests.post(told["token_endpoint"], data=sent, auth=basic, timeout=LONGEST, allow_redirects=False)
    )


def _with_email(claims: dict[str, Any], told: Mapping[str, Any], tokens: Mapping[str, Any]) -> dict[str, Any]:
    """Some agencies say the e-mail only when asked for it; the answer must be about the same person."""
    if "email" in claims or "userinfo_endpoint" not in told or not tokens.get("access_token"):
        return claims
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    address = told["userinfo_endpoint"]
    said = _json(requests.get(address, headers=headers, timeout=LONGEST, allow_redirects=False))
    if said.get("sub") != claims["sub"]:
        raise NotProvedByAgency("another_person")
    return {**claims, "email": said.get("email"), "email_verified": said.get("email_verified")}


def _json(answer: requests.Response) -> dict[str, Any]:
    try:
        read = answer.json() if answer.status_code == 200 else None
    except ValueError:
        read = None
    if not isinstance(read, dict):
        raise NotProvedByAgency("answer")
    return read
