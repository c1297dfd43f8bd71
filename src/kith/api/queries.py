"""Who is at the door, by the secret that they give; and which tokens an area has."""

import hmac
from datetime import datetime

from kith.agencies import queries as agencies
from kith.api import models
from kith.api.secret import digest_of
from kith.api.types import Caller, TokenView

NO_DIGEST = bytes(32)


def caller(*, secret: str, at: datetime) -> Caller | None:
    """The agency's system that gives this secret at this moment, or None: unknown, not yet, no more, or revoked.

    A digest is looked for and never the secret, so that how long the index takes tells nothing about a secret that is
    nearly right; and the whole digest is compared, whatever was found.
    """
    digest = digest_of(secret)
    row = models.ApiToken.objects.select_related("agency").filter(digest=digest).first()
    agrees = hmac.compare_digest(bytes(row.digest) if row else NO_DIGEST, digest)
    if row is None or not agrees or not _is_valid(row, at):
        return None
    by = agencies.actor(practitioner=row.practitioner_id, at=at)
    if (by.area, by.agency) != (row.agency.area, row.agency.code):
        return None  # the post went to another agency: it does not take the token with it
    return Caller(agency=row.agency_id, by=by, at=at)


def tokens_in(*, area: str) -> tuple[TokenView, ...]:
    """Every token that an area issued, the latest first."""
    rows = models.ApiToken.objects.filter(area=area).select_related("agency", "practitioner")
    return tuple(
        TokenView(
            id=row.pk,
            agency=row.agency.code,
            practitioner=row.practitioner.name,
            purpose=row.purpose,
            from_at=row.from_at,
            to_at=row.to_at,
            revoked_at=row.revoked_at,
        )
        for row in rows.order_by("-issued_at", "-id")
    )


def _is_valid(row: models.ApiToken, at: datetime) -> bool:
    return row.from_at <= at < row.to_at and (row.revoked_at is None or at < row.revoked_at)
