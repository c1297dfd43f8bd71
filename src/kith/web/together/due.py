"""By when something is due, in the words of a page: a limit is a ceiling, and what is over says since when."""

from datetime import date, datetime

from kith.kernel.clock import LONDON
from kith.web.dates import clock_time
from kith.web.parts.clock import DUE, OVERDUE


def due_words(due_at: datetime, *, at: datetime, what: str = "Due") -> tuple[str, str]:
    """``Due today by 15:10`` with the tag's kind; ``Was due Friday 13 November, 17:00``; ``At the latest Wednesday 18 November``."""
    if due_at < at:
        return f"Was due {day_words(due_at, at=at)}{_at_time(due_at)}", OVERDUE
    if is_today(due_at, at=at):
        return f"{what} today by {_by(due_at)}", DUE
    return f"At the latest {day_words(due_at, at=at)}{_at_time(due_at)}", ""


def day_words(due_at: datetime, *, at: datetime) -> str:
    """``Wednesday 18 November``, with the year where it is another."""
    there = due_at.astimezone(LONDON)
    year = "" if there.year == day_of(at).year else f" {there.year}"
    return f"{there:%A} {there.day} {there:%B}{year}"


def is_today(due_at: datetime, *, at: datetime) -> bool:
    """Whether it is due on the London day of ``at``."""
    return day_of(due_at) == day_of(at)


def day_of(at: datetime) -> date:
    """The day in London."""
    return at.astimezone(LONDON).date()


def _by(due_at: datetime) -> str:
    """The last second of a day is its midnight."""
    return "midnight" if _ends_the_day(due_at) else clock_time(due_at)


def _at_time(due_at: datetime) -> str:
    return "" if _ends_the_day(due_at) else f", {clock_time(due_at)}"


def _ends_the_day(due_at: datetime) -> bool:
    there = due_at.astimezone(LONDON)
    return (there.hour, there.minute) == (23, 59)


def need_when(due_at: datetime, *, at: datetime) -> tuple[str, str, str]:
    """``By 15:10`` today, ``Since Friday`` overdue, ``Wed 18 Nov`` later; with the tag and its kind."""
    there = due_at.astimezone(LONDON)
    if due_at < at:
        since = f"{there:%A}" if (day_of(at) - there.date()).days < 7 else f"{there.day} {there:%b}"
        return f"Since {clock_time(due_at) if is_today(due_at, at=at) else since}", "overdue", OVERDUE
    if is_today(due_at, at=at):
        return f"By {_by(due_at)}", "today", DUE
    return f"{there:%a} {there.day} {there:%b}", "", ""
