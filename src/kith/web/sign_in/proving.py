"""Whether a typed code is right, with its tries counted."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from kith.web.sign_in import throttle, written_down
from kith.web.sign_in.codes import app_code_is_right, recovery_code_is_right
from kith.web.sign_in.device import address_of


def code_is_right(
    request: HttpRequest, person: Any, *, code: str, at: datetime, recovery: bool = False
) -> bool | None:
    """Whether a code proves who this is; None after too many wrong ones."""
    if not code.strip():
        return False
    from_here = throttle.about("code", str(person.pk), address_of(request))
    in_all = throttle.about("code", str(person.pk))
    if not throttle.may_try(about=from_here, at=at) or not throttle.may_try(
        about=in_all, at=at, tries=throttle.TRIES_OF_CODES
    ):
        written_down.proof_refused(request, proof="code", why=written_down.TOO_MANY, person=person)
        return None
    right = app_code_is_right(person, code=code, at=at) or (
        recovery and recovery_code_is_right(person, code=code)
    )
    if right:
        throttle.was_right(about=from_here)
        throttle.was_right(about=in_all)
        written_down.proof_held(request, proof="code", person=person)
    else:
        written_down.proof_refused(request, proof="code", why=written_down.WRONG, person=person)
    return right
