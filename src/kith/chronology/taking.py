"""Takes a new entry: every field checked and put in its one form, before anything is written."""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings

from kith.chronology.codes import CLAIMS, HOWS, PERSONAL, RELATIONS, REPLACING, VOICES
from kith.chronology.types import KnownTo, NewEntry, Reference
from kith.chronology.when import CLOCKS_MAY_DIFFER, PRECISIONS, When, possible
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.rulebook import Rulebook, load

LONGEST_TEXT = 100_000
LONGEST_REASON = 10_000
LONGEST_DETAILS = 200_000
MOST_PEOPLE, MOST_KNOWING, MOST_REFERENCES = 50, 100, 100
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters but tab and new line, and halves of surrogate pairs, which no database keeps."""


def rulebook() -> Rulebook:
    """The rulebook that this installation follows."""
    return load(settings.KITH_RULEBOOK)


def taken(entry: NewEntry, *, by: Actor, at: datetime) -> NewEntry:
    """The entry as it will be written: codes listed, details typed, text in one Unicode form, its own agency knowing.

    Nothing is read but the rulebook. Raises BadInput that names the field.
    """
    if at.tzinfo is None:
        raise BadInput("at", "Give a moment with its time zone.")
    entry = _codes(_texts(entry), by)
    _instants(entry, at)
    entry = replace(entry, details=_details(entry), about=_about(entry), references=_references(entry))
    return replace(entry, known_to=_known_to(entry, at))


def clean(field: str, given: Any, *, longest: int = LONGEST_TEXT) -> str:
    """Text in Unicode's composed form with ``\\n`` line ends. Raises BadInput for control characters and too much."""
    if not isinstance(given, str):
        raise BadInput(field, "Give text.")
    if len(given) > longest:
        raise BadInput(field, f"This is too long: at most {longest:,} characters.")
    text = unicodedata.normalize("NFC", given.replace("\r\n", "\n").replace("\r", "\n"))
    if found := NOT_TEXT.search(text):
        raise BadInput(field, f"This holds a control character (U+{ord(found[0]):04X}) that no text needs.")
    if len(text) > longest:
        raise BadInput(field, f"This is too long: at most {longest:,} characters.")
    return text


def _texts(entry: NewEntry) -> NewEntry:
    return replace(
        entry,
        area=_code("area", entry.area, 60),
        said_by_area=_code("said_by_area", entry.said_by_area or entry.area, 60),
        actor_role=clean("actor_role", entry.actor_role, longest=80),
        sensitivity=clean("sensitivity", entry.sensitivity, longest=40),
        text=clean("text", entry.text),
        childs_words=clean("childs_words", entry.childs_words),
        because=clean("because", entry.because, longest=LONGEST_REASON),
        sender_key=None if entry.sender_key is None else _code("sender_key", entry.sender_key, 200),
    )


def _code(field: str, given: Any, longest: int) -> str:
    code = clean(field, given, longest=longest)
    if not code.strip() or "\n" in code or "\t" in code:
        raise BadInput(field, "Give this on one line; it may not be empty.")
    return code


def _codes(entry: NewEntry, by: Actor) -> NewEntry:
    book = rulebook()
    _one_of("kind", entry.kind, book.entry_kinds)
    _one_of("said_by", entry.said_by, book.agencies)
    _one_of("voice", entry.voice, VOICES)
    _one_of("claim", entry.claim, CLAIMS)
    _one_of("precision", entry.precision, PRECISIONS)
    return replace(entry, recorded_by=entry.recorded_by or by.id)


def _one_of(field: str, given: Any, codes: Iterable[str]) -> None:
    codes = tuple(codes)
    if given not in codes:
        raise BadInput(field, f"{given!r} is not one of: {', '.join(codes)}.")


def _instants(entry: NewEntry, at: datetime) -> None:
    for field in ("happened_from", "happened_to"):
        _aware(field, getattr(entry, field))
    possible(
        When(happened_from=entry.happened_from, happened_to=entry.happened_to, precision=entry.precision),
        at=at,
    )
    if entry.captured_at is not None:
        _aware("captured_at", entry.captured_at)
        if entry.captured_at > at + CLOCKS_MAY_DIFFER:
            raise BadInput("captured_at", "This was written down in the future.")


def _aware(field: str, given: Any) -> None:
    if not isinstance(given, datetime) or given.tzinfo is None:
        raise BadInput(field, "Give a moment with its time zone.")


def _details(entry: NewEntry) -> dict[str, Any]:
    details = rulebook().entry_kind(entry.kind).validate(_clean_inside("details", entry.details))
    try:
        size = len(json.dumps(details, allow_nan=False))
    except (TypeError, ValueError) as problem:
        raise BadInput(
            "details", "This holds something that is neither text, number, truth nor list."
        ) from problem
    if size > LONGEST_DETAILS:
        raise BadInput("details", f"These are too long: at most {LONGEST_DETAILS:,} characters in all.")
    return details


def _clean_inside(field: str, given: Any) -> Any:
    if isinstance(given, str):
        return clean(field, given)
    if isinstance(given, Mapping):
        return {
            clean(field, name, longest=80): _clean_inside(f"{field}.{name}", item)
            for name, item in given.items()
        }
    if isinstance(given, list | tuple):
        return [_clean_inside(field, item) for item in given]
    return given


def _about(entry: NewEntry) -> tuple[UUID, ...]:
    about = tuple(dict.fromkeys(entry.about))
    if not about:
        raise BadInput("about", "Say whom this is about.")
    if len(about) > MOST_PEOPLE:
        raise BadInput("about", f"One entry is about at most {MOST_PEOPLE} people.")
    return about


def _references(entry: NewEntry) -> tuple[Reference, ...]:
    references = tuple(dict.fromkeys(entry.references))
    if len(references) > MOST_REFERENCES:
        raise BadInput("references", f"One entry refers to at most {MOST_REFERENCES} others.")
    for reference in references:
        _one_of("references", reference.relation, RELATIONS)
        if reference.to == entry.id:
            raise BadInput("references", "An entry does not refer to itself.")
    if any(row.relation in REPLACING for row in references) and not entry.because.strip():
        raise BadInput("because", "Say why the other entry is corrected or withdrawn.")
    return references


def _known_to(entry: NewEntry, at: datetime) -> tuple[KnownTo, ...]:
    rows = [_knowing(row, entry, at) for row in entry.known_to]
    own = [row for row in rows if row.how == "said"]
    if not own:
        rows.insert(0, KnownTo(agency=entry.said_by, agency_area=entry.said_by_area, known_at=at, how="said"))
    if len(own) > 1 or len(rows) > MOST_KNOWING:
        raise BadInput(
            "known_to", f"One agency says an entry, and at most {MOST_KNOWING} rows say who knows it."
        )
    return tuple(dict.fromkeys(rows))


def _knowing(row: KnownTo, entry: NewEntry, at: datetime) -> KnownTo:
    known = knowing(replace(row, agency_area=row.agency_area or entry.said_by_area), at=at)
    if known.how == "said" and (known.agency, known.agency_area) != (entry.said_by, entry.said_by_area):
        raise BadInput("known_to", "Only the agency that says an entry knows it by having said it.")
    return known


def knowing(row: KnownTo, *, at: datetime) -> KnownTo:
    """One row of who knows, checked. A sender's clock that runs a little ahead is put back to ``at``."""
    _one_of("known_to", row.agency, rulebook().agencies)
    _one_of("known_to", row.how, HOWS)
    _aware("known_to", row.known_at)
    if row.known_at > at + CLOCKS_MAY_DIFFER:
        raise BadInput("known_to", "Nobody knows a thing from a moment in the future.")
    if row.how in PERSONAL and row.by is None:
        raise BadInput("known_to", "Say who opened or acknowledged it.")
    area = _code("known_to", row.agency_area, 60)
    return replace(row, agency_area=area, known_at=min(row.known_at, at))
