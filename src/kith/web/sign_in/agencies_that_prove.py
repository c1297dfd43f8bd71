"""Which agencies prove their own people, as the file named in the settings says."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from django.conf import settings

from kith.web.sign_in.page import AgencyDoor

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, kw_only=True)
class AgencyProvider:
    """One agency's own sign-in, by OpenID Connect."""

    code: str
    """In addresses: ``tolland-bay-council``"""
    name: str
    area: str
    agency: str
    """The agency's code in the rulebook's closed list. Nobody of another one comes in here."""
    issuer: str
    our_id: str
    """What the agency calls Kith: OpenID Connect's client id."""
    secret: str
    two_factors: str = ""
    """What its token says where two factors were proved, such as ``amr:mfa``; empty where Kith asks for the second."""


def providers() -> tuple[AgencyProvider, ...]:
    """Every agency that proves its own people here."""
    return _read(settings.KITH_AGENCY_SIGN_INS) if settings.KITH_AGENCY_SIGN_INS else ()


def provider(*, code: str) -> AgencyProvider | None:
    """The one with this code."""
    return next((one for one in providers() if one.code == code), None)


def proves(*, area: str, agency: str) -> AgencyProvider | None:
    """The provider by which an agency's people sign in; None where they have passwords here."""
    return next((one for one in providers() if (one.area, one.agency) == (area, agency)), None)


def doors() -> tuple[AgencyDoor, ...]:
    """What the sign-in page offers."""
    return tuple(AgencyDoor(words=one.name, href=f"/sign-in/agency/{one.code}") for one in providers())


@cache
def _read(path: str) -> tuple[AgencyProvider, ...]:
    """The file, read once: whoever changes it starts Kith again. A fault in it is told at once, and by name."""
    found = []
    for line in yaml.safe_load(Path(path).read_text()) or ():
        secret = os.environ.get(line.pop("secret_in", ""), "")
        made = AgencyProvider(**{**line, "secret": secret})
        address = urlsplit(made.issuer)
        if address.scheme != "https" and address.hostname not in _LOOPBACK:
            raise ValueError(f"{made.code}: the issuer is not reached over https")
        if not secret:
            raise ValueError(f"{made.code}: secret_in names no variable that has the secret")
        found.append(made)
    return tuple(found)
