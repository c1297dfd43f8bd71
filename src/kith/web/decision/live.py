"""The address at which an open page hears that something changed in a discussion: signed for one reader, and for a day."""

from uuid import UUID

from csp.constants import SELF
from csp.decorators import csp_update
from django.core import signing
from django.http import HttpRequest, HttpResponse

from kith.web.show import Page, show

SALT = "kith.web.decision.live"
LASTS = 12 * 60 * 60
"""Seconds, a little longer than anybody stays signed in. It tells that something changed, and nothing of what."""


def live_href(*, decision: UUID, reader: UUID) -> str:
    """``/live/decisions/<what is signed>``"""
    return f"/live/decisions/{signing.dumps([str(decision), str(reader)], salt=SALT)}"


def decision_of(signed: str) -> UUID | None:
    """The decision that a signed word stands for, or None where it was not signed here or is too old."""
    try:
        decision, _ = signing.loads(signed, salt=SALT, max_age=LASTS)
        return UUID(decision)
    except (signing.BadSignature, ValueError, TypeError):
        return None


@csp_update({"script-src": [SELF], "connect-src": [SELF]})
def show_live(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """The page, with leave to run the one script that hears of changes and asks this site for the page again."""
    return show(request, page, status=status)
