"""What signing in writes into the log: who by id, by which proof, from where by a keyed hash.

Never an e-mail, a password, a code or a network address. Lines about one e-mail, or from one address, carry one hash, so
that whoever keeps the log sees that they belong together.
"""

from typing import Any

import structlog
from django.http import HttpRequest

from kith.web.sign_in.device import address_of
from kith.web.sign_in.throttle import about

WRONG, TOO_MANY = "wrong", "too_many_tries"
_LENGTH = 16
_log = structlog.get_logger(__name__)


def proof_refused(request: HttpRequest, *, proof: str, why: str, person: Any = None, email: str = "") -> None:
    """A proof that did not hold: ``password``, ``code`` or ``passkey``; whose, where that is known."""
    whom = {"sign_in": str(person.pk)} if person is not None else {}
    if email:
        whom["email_hash"] = _hash("email", email.lower())
    _log.warning("proof_refused", proof=proof, why=why, **whom, **_from(request))


def proof_held(request: HttpRequest, *, proof: str, person: Any) -> None:
    """One proof held; whether that lets them in is said by ``signed_in``."""
    _log.info("proof_held", proof=proof, sign_in=str(person.pk), **_from(request))


def signed_in(request: HttpRequest, person: Any, *, two_factors: bool, shared: bool) -> None:
    """A session was opened."""
    _log.info(
        "signed_in", sign_in=str(person.pk), two_factors=two_factors, shared_device=shared, **_from(request)
    )


def session_ended(request: HttpRequest, *, why: str) -> None:
    """``signed_out``, ``longest_day``, ``one_device`` or ``everywhere``."""
    _log.info("session_ended", why=why, **_whose(request), **_from(request))


def factors_changed(request: HttpRequest, *, what: str) -> None:
    """``set_up``, ``taken_away`` or ``recovery_codes_anew``."""
    _log.warning("factors_changed", what=what, **_whose(request), **_from(request))


def _whose(request: HttpRequest) -> dict[str, str]:
    return {"sign_in": str(request.user.pk)} if request.user.is_authenticated else {}


def _from(request: HttpRequest) -> dict[str, str]:
    return {"from_hash": _hash("address", address_of(request))}


def _hash(sort: str, words: str) -> str:
    return about("log", sort, words)[:_LENGTH]
