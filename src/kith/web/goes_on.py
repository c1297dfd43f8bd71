"""The page of a record that was joined to another is that of whoever goes on: an empty page would look like silence."""

from datetime import datetime

from django.http import HttpResponseRedirect

from kith.identity import queries as identity
from kith.people.types import Person


def to_whoever_goes_on(*, child: Person, path: str = "", at: datetime) -> HttpResponseRedirect | None:
    """The way to the same page of whoever goes on for this record now, or None where nobody else does."""
    into = identity.stands_for(person=child.id, as_at=at)
    return None if into == child.id else HttpResponseRedirect(f"/children/{into}/{path}")
