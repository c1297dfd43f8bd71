"""The answers of a concern in words: on the last page before sending, and in the entry that the desk reads."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time

from kith.kernel.clock import LONDON
from kith.web.concern import marks
from kith.web.concern.choices import CHOICES
from kith.web.concern.questions import ASKED, Topic
from kith.web.dates import clock_time, weekday_day

_NOT_KNOWN = "Not known"
_TOLD_APART = {"happened": "happened", "born": "born"}


def chosen_words(answers: Mapping[str, str], field: str) -> str:
    """The words of what was chosen; several ticks are parted by semicolons."""
    picked = answers.get(field, "").split()
    return "; ".join(one.words for one in CHOICES.get(field, ()) if one.value in picked)


def leaves_words(answers: Mapping[str, str], *, at: datetime | None = None) -> str:
    """``today at 15:15``, so that 3 15 in the night is noticed; empty where it is not known.

    Without ``at``, for words that are kept: ``Wednesday 11 November 2026 at 15:15``.
    """
    if not (typed := answers.get("leaves_at")):
        return ""
    leaves = datetime.fromisoformat(typed).astimezone(LONDON)
    day = weekday_day(leaves.date())
    if at is not None:
        days = (leaves.date() - at.astimezone(LONDON).date()).days
        day = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days, day)
    night = " in the night" if leaves.time() < time(5) else ""
    return f"{day} at {clock_time(leaves)}{night}"


def answered(topic: Topic, answers: Mapping[str, str], *, at: datetime) -> Iterator[tuple[str, str, str]]:
    """``(field, question, answer)`` for what was answered in one topic, in the order of its page."""
    for field in (name for name in topic.fields if name in ASKED):
        if words := _answer(field, answers, at):
            yield field, ASKED[field], words


def _answer(field: str, answers: Mapping[str, str], at: datetime) -> str:
    if field == "collected_by":
        return answers.get(field) or _NOT_KNOWN
    if field == "leaves":
        return leaves_words(answers, at=at).capitalize() or _NOT_KNOWN
    if field in _TOLD_APART:
        return date_words(answers, field)
    if field == "childs_words" and answers.get(field):
        return f"“{answers[field]}”"
    if field == "marks":
        return marks.in_words(answers)
    if field in CHOICES:
        return chosen_words(answers, field)
    return "" if field in ("also_about", "born_about") else answers.get(field, "")


def date_words(answers: Mapping[str, str], field: str) -> str:
    """A date as it was typed: ``11 11 2026``, ``about 3 2026``, ``about 4``, ``due 24 1 2027``, ``Not known``."""
    typed = " ".join(filter(None, (answers.get(f"{field}{part}", "") for part in ("", "_month", "_year"))))
    if field == "born":
        due = "Not born yet" if answers.get("unborn") else ""
        return ", ".join(filter(None, (due, typed or answers.get("born_about", "")))) or _NOT_KNOWN
    if answers.get("happened_not_known"):
        return _NOT_KNOWN
    return f"about {typed}" if answers.get(f"{field}_about") else typed
