"""Whose sign-in it is that an agency proved: somebody of that agency who is here already, or nobody."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from kith.agencies import queries as agencies
from kith.kernel.errors import Refused
from kith.web import models
from kith.web.sign_in.agencies_that_prove import AgencyProvider
from kith.web.sign_in.openid import NotProvedByAgency


@transaction.atomic
def person_for(*, provider: AgencyProvider, claims: Mapping[str, Any], at: datetime) -> Any:
    """The sign-in that the agency's words lead to. Raises NotProvedByAgency; nobody is ever made."""
    named = models.AgencyIdentity.objects.filter(issuer=provider.issuer, known_as=claims["sub"])
    held = named.select_related("sign_in").first()
    person = held.sign_in if held else _by_email(claims)
    _check_works_there(person, provider, at)
    if held is None:
        _remember(person, provider, str(claims["sub"]), at)
    return person


def _by_email(claims: Mapping[str, Any]) -> Any:
    """By an e-mail address that the agency itself vouches for, the first time only."""
    if claims.get("email_verified") is not True or not isinstance(claims.get("email"), str):
        raise NotProvedByAgency("email_not_verified")
    person = get_user_model().objects.filter(email=claims["email"].strip().lower()).first()
    if person is None:
        raise NotProvedByAgency("nobody")
    return person


def _check_works_there(person: Any, provider: AgencyProvider, at: datetime) -> None:
    try:
        by = agencies.actor_for(sign_in=person, at=at)
    except Refused as no:
        raise NotProvedByAgency("nobody_now") from no
    if (by.area, by.agency) != (provider.area, provider.agency):
        raise NotProvedByAgency("another_agency")


def _remember(person: Any, provider: AgencyProvider, known_as: str, at: datetime) -> None:
    """From now on by the agency's own name for them: an address that is given to somebody else leads nowhere."""
    try:
        with transaction.atomic():
            models.AgencyIdentity.objects.create(
                area=person.area, issuer=provider.issuer, known_as=known_as, sign_in=person, from_at=at
            )
    except IntegrityError as taken:
        raise NotProvedByAgency("name_changed") from taken
