"""Ends a session after the longest working day, however busy it was."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from kith.kernel.clock import now

LONGEST = timedelta(hours=10)
SIGNED_IN_AT = "signed_in_at"
"""The session's key: when this person proved who they are, in ISO form."""


class LongestWorkingDay:
    """Signs a person out ten hours after they signed in; drafts stay with their writer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = request.session.get(SIGNED_IN_AT)
        if began and now() - datetime.fromisoformat(began) > LONGEST:
            logout(request)
        return self.get_response(request)
