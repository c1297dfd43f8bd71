"""As known at: the moment that is shown, whose knowledge it is, and what one agency alone would have seen."""

from kith.chronology.types import EntryView
from kith.web.child.reading import Reading
from kith.web.child.telling import agency_of, agency_words, chronology_href, day_words, past_moment
from kith.web.child.when_known import in_words
from kith.web.chronology.asked import EVERYONE, Asked, code_of
from kith.web.chronology.page import AsKnownAt
from kith.web.chronology.who_knew import Key, concerned_agencies, holds
from kith.web.parts.form import Choice


def as_known_at(reading: Reading, asked: Asked) -> AsKnownAt:
    """The form as typed, and the answer to it."""
    words, href, answer = _alone(reading) if reading.agency is None else _together(reading)
    return AsKnownAt(
        action=f"/children/{reading.child.id}/chronology/",
        **asked.typed,
        known_to=asked.known_to,
        known_to_choices=_choices(reading),
        answer=_answer(reading),
        alone_words=words,
        alone_href=href,
        alone_answer=answer,
        keep=keeping(reading, asked),
        now_href=f"/children/{reading.child.id}/chronology/" if reading.is_past else "",
        problems=asked.problems,
    )


def keeping(reading: Reading, asked: Asked) -> tuple[tuple[str, str], ...]:
    """What the filter keeps of the moment: nothing while it is now, so that the page stays today's."""
    moment = [("as_at", past_moment(reading))] if reading.is_past else []
    whose = [("known_to", asked.known_to)] if asked.known_to != EVERYONE else []
    return (*moment, *whose)


def _choices(reading: Reading) -> tuple[Choice, ...]:
    keys = dict.fromkeys(
        [*concerned_agencies(reading.entries), *([reading.agency] if reading.agency else [])]
    )
    agencies = (
        Choice(value=code_of(*key, area=reading.child.area), words=agency_of(*key, reading).label)
        for key in keys
    )
    return (Choice(value=EVERYONE, words="Everyone together"), *agencies)


def _answer(reading: Reading) -> str:
    who = (
        "Everyone together"
        if reading.agency is None
        else f"{agency_of(*reading.agency, reading).label} alone"
    )
    count = len([entry for entry in reading.entries if entry.counts])
    entries = f"{count} {'entry' if count == 1 else 'entries'}"
    return f"{who}, at {in_words(reading.as_at)}: {entries}."


def _alone(reading: Reading) -> tuple[str, str, str]:
    """What one agency held of it, and the newest words of the child's that it had not: the reader's own, else the least."""
    held = {
        key: [entry for entry in reading.counting if holds(entry, key)]
        for key in concerned_agencies(reading.entries)
    }
    partial = {key: rows for key, rows in held.items() if rows and len(rows) < len(reading.counting)}
    if not partial:
        return "", "", ""
    mine = (reading.by.agency, reading.by.area)
    key = min(partial, key=lambda one: (one != mine, len(partial[one]), one))
    code = code_of(*key, area=reading.child.area)
    answer = f"would see {len(partial[key])} of these {len(reading.counting)} entries{_words_missed(key, reading)}."
    return f"{agency_of(*key, reading).label} alone", chronology_href(reading, f"known_to={code}"), answer


def _words_missed(key: Key, reading: Reading) -> str:
    missed: list[EntryView] = [e for e in reading.counting if e.childs_words and not holds(e, key)]
    if not missed:
        return ""
    return f", and not {reading.name}’s words of {day_words(missed[-1].when, reading)} to {agency_words(missed[-1], reading)}"


def _together(reading: Reading) -> tuple[str, str, str]:
    return "Everyone together", chronology_href(reading), "held more or as much."
