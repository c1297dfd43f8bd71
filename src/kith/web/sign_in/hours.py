"""Ends a session after the longest working day, however busy it was; on a shared device after five idle minutes."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from kith.kernel.clock import now
from kith.web.proof import SIGNED_IN_AT
from kith.web.sign_in import sessions, written_down

LONGEST = timedelta(hours=10)
SEEN_AT = "seen_at"
WRITTEN_EACH = timedelta(seconds=30)
"""A session lives on from the last page that wrote this down: somebody idle is signed out so much earlier at the most."""


class LongestWorkingDay:
    """Signs a person out ten hours after they signed in; drafts stay with their writer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = request.session.get(SIGNED_IN_AT)
        if began and now() - datetime.fromisoformat(began) > LONGEST:
            sessions.forget(session=request.session.session_key)
            written_down.session_ended(request, why="longest_day")
            logout(request)
        elif began:
            _lives_on(request)
        return self.get_response(request)


def _lives_on(request: HttpRequest) -> None:
    """Not at every page: each writing waits for the disk."""
    seen, at = request.session.get(SEEN_AT), now()
    if not seen or abs(at - datetime.fromisoformat(seen)) >= WRITTEN_EACH:
        request.session[SEEN_AT] = at.isoformat()
