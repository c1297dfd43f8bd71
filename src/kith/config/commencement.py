"""Duties of an Act that was passed before anybody could say when they begin: whoever runs Kith says so once they do."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from django.core.exceptions import ImproperlyConfigured

DUTIES = ("information_sharing",)
"""Of the Children's Wellbeing and Schools Act 2026. No commencement order was found for them [GK]."""


def commenced(said: str) -> Mapping[str, date]:
    """Duties with their first day in force, of ``information_sharing=2027-04-01,...``. Raises ImproperlyConfigured for what is neither."""
    found = {}
    for one in filter(None, (part.strip() for part in said.split(","))):
        duty, _, day = one.partition("=")
        if duty not in DUTIES:
            raise ImproperlyConfigured(f"KITH_COMMENCED: {duty} is no duty; there are: {', '.join(DUTIES)}.")
        try:
            found[duty] = date.fromisoformat(day)
        except ValueError:
            raise ImproperlyConfigured(f"KITH_COMMENCED: give the day of {duty} as YYYY-MM-DD.") from None
    return MappingProxyType(found)
