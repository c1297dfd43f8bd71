"""What a statement about a child rests on: the entry, who said it, and how old it is."""

from datetime import date

from kith.chronology.types import EntryView
from kith.web.child.reading import Reading
from kith.web.child.telling import cut, day_of, day_words, entry_href, said_by
from kith.web.parts.resting import Resting


def resting(
    entry: EntryView, words: str, reading: Reading, *, is_danger: bool = False, more: str = ""
) -> Resting:
    """A statement on the entry that it rests on; ``more`` is said before who said it, such as that the date is the order's."""
    said = (more, said_by(entry, reading).label, day_words(entry.when, reading), how_old(entry, reading))
    return Resting(
        words=words,
        rests_on=", ".join(part for part in said if part),
        href=entry_href(entry.id, reading),
        is_danger=is_danger,
    )


def how_old(entry: EntryView, reading: Reading) -> str:
    """How long ago it happened, as people say it."""
    return since_day(day_of(entry.when.happened_to), reading)


def since_day(day: date, reading: Reading) -> str:
    """``today``, ``yesterday``, ``9 days ago``, ``5 weeks ago``, ``4 months ago``, ``2 years ago``."""
    days = (reading.today - day).days
    if days < 2:
        return "today" if days <= 0 else "yesterday"
    if days < 21:
        return f"{days} days ago"
    if days < 90:
        return f"{days // 7} weeks ago"
    months = days * 12 // 365
    return f"{months} months ago" if months < 24 else f"{months // 12} years ago"


def in_its_words(entry: EntryView) -> str:
    """The writer's own words as a quotation, cut between words; empty where there are none."""
    if not entry.text:
        return ""
    words = cut(entry.text)
    return words if "“" in words else f"“{words}”"
