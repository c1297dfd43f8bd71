"""Says of every endpoint who may ask; the router refuses to know one that does not say."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from kith.api import queries
from kith.api.types import Caller
from kith.kernel.clock import now

POLICIES = {
    "public": "Anyone may ask; nothing about a person is shown.",
    "partner_agency": "A system of an agency, by its token: it sends for that agency, and asks about what that agency sent.",
}
"""The closed list, and what each one means."""


class AgencyToken(HttpBearer):
    """``Authorization: Bearer <token>`` and nothing else: no session, no cookie."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        return queries.caller(secret=token, at=now())


def guard_of(policy: str) -> AgencyToken | None:
    """What asks for the token where the policy needs one. ValueError for a name that is not in ``POLICIES``."""
    if policy not in POLICIES:
        raise ValueError(f"no policy {policy!r}; one of {', '.join(POLICIES)}")
    return None if policy == "public" else AgencyToken()
