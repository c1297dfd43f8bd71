"""Tokens are issued and revoked."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from kith.agencies import queries as agencies
from kith.agencies.types import Agency, Practitioner
from kith.api import models
from kith.api.secret import digest_of, new_secret
from kith.api.types import Issued, NewToken
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor

LONGEST = timedelta(days=400)


@transaction.atomic
def issue_token(*, token: NewToken, by: Actor, at: datetime) -> Issued:
    """Let a system of an agency in the actor's area send for a period. The secret is in the answer and nowhere else.

    Raises BadInput for a post that is not in that agency, a period over 400 days, or no purpose.
    """
    agency, practitioner = _agency(token, by.area), _post(token, by.area)
    from_at = token.from_at or at
    if not from_at < token.to_at <= from_at + LONGEST:
        raise BadInput("to_at", f"A token ends after it starts, and within {LONGEST.days} days.")
    purpose = token.purpose.strip()
    if not purpose or len(purpose) > 200:
        raise BadInput("purpose", "Say in at most 200 characters which system sends, and what.")
    secret = new_secret()
    row = models.ApiToken.objects.create(
        area=by.area,
        agency_id=agency.id,
        practitioner_id=practitioner.id,
        purpose=purpose,
        digest=digest_of(secret),
        from_at=from_at,
        to_at=token.to_at,
        issued_at=at,
        issued_by=by.id,
    )
    return Issued(id=row.pk, secret=secret)


@transaction.atomic
def revoke_token(token: UUID, *, by: Actor, at: datetime) -> None:
    """The system may send no more, from this moment. Raises BadInput where there is no such token in the area."""
    row = models.ApiToken.objects.select_for_update().filter(pk=token, area=by.area).first()
    if row is None:
        raise BadInput("token", f"There is no such token in {by.area}.")
    if row.revoked_at is not None:
        raise BadInput("token", "This token was revoked before.")
    row.revoked_at, row.revoked_by = at, by.id
    row.save(update_fields=["revoked_at", "revoked_by"])


def _agency(token: NewToken, area: str) -> Agency:
    found = agencies.agency(area=area, code=token.agency)
    if found is None:
        raise BadInput("agency", f"{area} has no agency {token.agency}.")
    return found


def _post(token: NewToken, area: str) -> Practitioner:
    """The practitioner in whose name the system sends."""
    found = agencies.practitioner_by_code(area=area, code=token.practitioner)
    if found is None:
        raise BadInput("practitioner", f"{area} has no practitioner {token.practitioner}.")
    if found.agency != token.agency:
        raise BadInput("agency", f"{found.name} does not work in an agency {token.agency} of {area}.")
    return found
