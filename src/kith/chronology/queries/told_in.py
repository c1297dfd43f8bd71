"""Where a place that an entry tells, or whoever told it, stands in texts that would leave: the words stay in this room."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from kith import rulebook
from kith.chronology.queries.pages import entries_for_page
from kith.chronology.types import EntryView
from kith.grammar.details import Prose
from kith.outgoing.types import ToldIn
from kith.people import queries as people
from kith.people.address_forms import forms_of_address, forms_of_name, forms_of_place
from kith.people.hidden_words import Hidden, Prepared, forms_found
from kith.rulebook import Rulebook

MOST_ENTRIES = 5000
_NAMED = re.compile(r"(?:[A-Z][\w’'-]+)(?:\s+(?:of|the|and|[A-Z][\w’'-]*))*\s+[A-Z][\w’'-]*")
_DOOR = re.compile(
    r"\b\d{1,4}[a-zA-Z]?,?\s+(?:[A-Z][\w’'-]+\s+){1,3}[A-Z]?[\w’'-]+|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
)
_TOLD_BY_THE_PUBLIC = ("public", "anonymous")


def told_in(
    *,
    views: Sequence[Sequence[Prepared]],
    hidden_since: Mapping[UUID, datetime],
    about: Sequence[UUID],
    at: datetime,
) -> tuple[ToldIn, ...]:
    """Where a place of somebody hidden stands, told since they are; and where whoever told of a child as one of the public does."""
    book = rulebook.load(settings.KITH_RULEBOOK)
    found: dict[tuple[UUID, str, int], tuple[str, ...]] = {}
    for person in dict.fromkeys((*hidden_since, *about)):
        entries = entries_for_page(child=person, as_at=at, limit=MOST_ENTRIES)
        for kind, hidden in _hidden(person, entries, book, hidden_since):
            for number, view in enumerate(views):
                if forms := forms_found(view, hidden):
                    found[person, kind, number] = forms
    return tuple(
        ToldIn(person=person, kind=kind, text=number, forms=forms)
        for (person, kind, number), forms in found.items()
    )


def _hidden(
    person: UUID, entries: Sequence[EntryView], book: Rulebook, hidden_since: Mapping[UUID, datetime]
) -> Iterator[tuple[str, Hidden]]:
    known = _names_of({one for entry in entries for one in entry.people})
    for entry in entries:
        if person in hidden_since and entry.recorded_at >= hidden_since[person]:
            for words in _words_of_places(entry, book):
                yield from (("told_place", one) for one in _places_in(words, known))
        if entry.kind == "contact_received" and _is_from_the_public(entry):
            yield from (("referrer", forms_of_name(name)) for name in _told_by(entry))


def _words_of_places(entry: EntryView, book: Rulebook) -> Iterator[str]:
    """Prose that can say where somebody is: all of a kind that bears a place, and details that give one away."""
    kind = book.entry_kind(entry.kind)
    for name, value in entry.details.items():
        detail = kind.detail(name)
        if (
            isinstance(detail, Prose)
            and isinstance(value, str)
            and "location" in detail.gives_away
            and kind.location_bearing
        ):
            yield value
    if kind.location_bearing:
        yield entry.text


def _places_in(words: str, known: frozenset[str]) -> Iterator[Hidden]:
    """Names of two words and more that are nobody's in these entries, and whatever looks like a door or a postcode."""
    for found in _NAMED.finditer(words):
        if not {word.lower() for word in found[0].split()} <= known:
            yield forms_of_place(found[0])
    for found in _DOOR.finditer(words):
        yield forms_of_address(found[0])


def _names_of(ids: set[UUID]) -> frozenset[str]:
    return frozenset(
        word.lower()
        for one in people.persons(ids=ids).values()
        for name in (one.display_name, one.known_as)
        for word in name.split()
    )


def _is_from_the_public(entry: EntryView) -> bool:
    role = str(entry.details.get("referrer_role", "")).lower()
    return entry.voice in _TOLD_BY_THE_PUBLIC or "public" in role or "anonymous" in role


def _told_by(entry: EntryView) -> Iterator[str]:
    """Names of whoever told: the person that the entry refers to, and any that slipped into the words of their post."""
    try:
        told = people.person(id=UUID(str(entry.details.get("informant", ""))))
    except ValueError:
        told = None
    if told is not None:
        yield from (name for name in (told.display_name, told.known_as) if name)
    yield from (found[0] for found in _NAMED.finditer(str(entry.details.get("referrer_role", ""))))
