"""How often something was told about the children, counted by who told: three calls of one neighbour are one neighbour."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from kith.chronology.types import EntryView
from kith.web.child.reading import Reading
from kith.web.child.telling import FAMILY_VOICES
from kith.web.jinja import number_word
from kith.web.together.seen import entries_of

WEEKS = 10
"""[P]"""
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def counted(readings: Sequence[Reading], at: datetime) -> str:
    """``The fourth contact in ten weeks, from two relatives and school.``"""
    since = at - timedelta(weeks=WEEKS)
    rows = [
        entry
        for entry, _ in entries_of(readings).values()
        if entry.kind == "contact_received" and entry.counts and entry.recorded_at >= since
    ]
    occurrences = {entry.occurrence for entry in rows}
    if not occurrences:
        return f"Nobody has told the front door of anything in {number_word(WEEKS).lower()} weeks."
    if len(occurrences) == 1:
        return f"The first contact in {number_word(WEEKS).lower()} weeks."
    return f"The {_ordinal(len(occurrences))} contact in {number_word(WEEKS).lower()} weeks, from {_tellers(rows)}."


def _ordinal(number: int) -> str:
    return ORDINALS[number] if number < len(ORDINALS) else f"{number}th"


def _tellers(rows: Iterable[EntryView]) -> str:
    """Distinct people where they are known apart, else distinct agencies."""
    family = {_key(row) for row in rows if row.voice in FAMILY_VOICES}
    professional = {(row.said_by, row.said_by_area) for row in rows if row.voice not in FAMILY_VOICES}
    parts = []
    if family:
        parts.append(
            f"{number_word(len(family)).lower()} {'relative or neighbour' if len(family) == 1 else 'relatives or neighbours'}"
        )
    if professional:
        parts.append(
            f"{number_word(len(professional)).lower()} {'agency' if len(professional) == 1 else 'agencies'}"
        )
    return " and ".join(parts)


def _key(row: EntryView) -> str:
    """Who told it: the vault's own count of them, else nobody knows that two calls are one person's."""
    return str(row.details.get("informant") or row.details.get("informant_text") or row.id)
