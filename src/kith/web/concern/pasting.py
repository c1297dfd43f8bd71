"""Reads what somebody pasted from their own system: only what stands there under its own label, and nothing twice said.

The whole text stays as what was said. What was found goes into answers that are still empty, is marked on the page, and
is checked by whoever pasted it: two different answers under one label fill nothing.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kith.identity import identifiers
from kith.kernel.clock import LONDON

PASTED, FILLED = "pasted", "from_paste"
"""The answers that hold the whole text, and what was filled from it."""
_LABELS = {
    "child_name": r"(?:child|pupil|student|patient|young person)(?:['’]s)?(?: (?:full )?name)?|name of (?:the )?(?:child|pupil|patient)"
    r"|full name|name",
    "born": r"d\.?\s?o\.?\s?b\.?|date of birth|birth ?date|born",
    "nhs_number": r"nhs(?: (?:no|number|num))?\.?",
    "phone": r"(?:home |family |parent(?:['’]?s)? |carer(?:['’]?s)? |mother(?:['’]s)? |father(?:['’]s)? )?(?:tel(?:ephone)?|phone|mobile)"
    r"(?: (?:no|number))?\.?",
    "own_reference": r"(?:our |your |incident |case |cpoms |report |log |crime )?(?:ref(?:erence)?|id|number|no)(?: (?:no|number))?\.?",
    "happened": r"(?:date|when)(?: (?:of|and time of))? ?(?:the )?(?:incident|event|concern)?|incident date|event date|date (?:and|/) time",
    "parents": r"parents?(?:[/ ]carers?)?(?: or carers?)?|carers?|mother|mum|father|dad|guardians?|next of kin",
    "lives_or_learns": r"(?:home )?address|lives at|school|setting|nursery",
}
_SEVERAL = frozenset({"parents", "lives_or_learns"})
"""Labels of which there may be several, each of which says something of its own."""
_LINE = re.compile(
    r"(?:^|\t|\s{2,}|[|;])[ >*\-•]*(?P<label>[A-Za-z][A-Za-z'’./ ]{0,30}?)\s*[:=]\s*(?P<words>[^\t|;\n]*?)(?=\t|\s{2,}|[|;]|$)",
    re.M,
)
_DATES = (
    re.compile(r"(?<![\d/.\-])(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4}|\d{2})\b"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.? (?P<year>\d{4})"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 200


@dataclass(frozen=True, kw_only=True)
class Pasted:
    """What came of a paste."""

    answers: Mapping[str, str]
    """What is to be saved, the whole text among it."""
    conflicts: tuple[str, ...]
    """Fields of which the text says two different things, which fill nothing."""


def read_paste(*, text: str, before: Mapping[str, str], is_known: bool, at: datetime) -> Pasted:
    """The answers that a pasted text gives. ``before`` are those that stand, which nothing overwrites.

    Of a child whom the writer opened, who they are is known and not filled.
    """
    found, conflicts = _found(text, at)
    left_out = (
        {"child_name", "born", "nhs_number", "phone", "parents", "lives_or_learns"} if is_known else set()
    )
    fills = {
        field: answers
        for field, answers in found.items()
        if field not in left_out and not any(before.get(name) for name in answers)
    }
    flat = {name: words for answers in fills.values() for name, words in answers.items()}
    told = before.get("seen_or_heard", "")
    whole = text if not told or told == text else told if text in told else f"{told}\n\n{text}"
    marked = {**_marked(before), **flat}
    answers = {**flat, PASTED: text, "seen_or_heard": whole, FILLED: json.dumps(marked, ensure_ascii=False)}
    return Pasted(answers=answers, conflicts=tuple(conflicts))


def filled(answers: Mapping[str, str]) -> frozenset[str]:
    """The fields that still say what the paste said; a date is named by its first input."""
    return frozenset(name for name, words in _marked(answers).items() if words and answers.get(name) == words)


def _marked(answers: Mapping[str, str]) -> dict[str, str]:
    try:
        found = json.loads(answers.get(FILLED) or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def names_somebody_else(
    answers: Mapping[str, str], *, name: str, born: tuple[date | None, date | None], at: datetime
) -> bool:
    """Whether a pasted text is plainly about another child than the one who was opened: no word of the name, or another birthday."""
    found, _ = _found(answers.get(PASTED, ""), at)
    theirs = set(re.findall(r"\w+", name.casefold()))
    said = set(re.findall(r"\w+", found.get("child_name", {}).get("child_name", "").casefold()))
    if said and theirs and not said & theirs:
        return True
    birthday = found.get("born")
    if not birthday or born[0] is None or born[1] is None:
        return False
    day = date(int(birthday["born_year"]), int(birthday["born_month"]), int(birthday["born"]))
    return not born[0] <= day <= born[1]


def _found(text: str, at: datetime) -> tuple[dict[str, dict[str, str]], list[str]]:
    said: dict[str, list[str]] = {}
    for match in _LINE.finditer(text):
        words = " ".join(match["words"].split()).strip(" ,")
        field = _field_of(match["label"])
        if field and words and len(words) <= _LONGEST:
            said.setdefault(field, []).append(words)
    found, conflicts = {}, []
    for field, several in said.items():
        read = list({json.dumps(one): one for words in several if (one := _read(field, words, at))}.values())
        if field in _SEVERAL and read:
            found[field] = {field: ", ".join(one[field] for one in read)[:_LONGEST]}
        elif len(read) == 1:
            found[field] = read[0]
        elif read:
            conflicts.append(field)
    return found, conflicts


def _field_of(label: str) -> str:
    plain = " ".join(label.lower().split())
    return next((field for field, words in _LABELS.items() if re.fullmatch(words, plain)), "")


def _read(field: str, words: str, at: datetime) -> dict[str, str]:
    """The answers that words under a label give; none where they are not such a thing."""
    if field in ("born", "happened"):
        day = _day_in(words, at)
        return (
            {field: str(day.day), f"{field}_month": str(day.month), f"{field}_year": str(day.year)}
            if day
            else {}
        )
    if field == "nhs_number":
        number = identifiers.nhs_number(words)
        return {field: f"{number[:3]} {number[3:6]} {number[6:]}"} if number else {}
    if field == "phone":
        return {field: words} if identifiers.phone(words) else {}
    return {field: words}


def _day_in(words: str, at: datetime) -> date | None:
    """A day as England writes it, day before month; none that is still to come."""
    for pattern in _DATES:
        if match := pattern.search(words):
            month = match["month"].lower()[:3]
            number = int(month) if month.isdigit() else _MONTHS.index(month) + 1 if month in _MONTHS else 0
            year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
            try:
                day = date(year, number, int(match["day"]))
            except ValueError:
                return None
            return day if day <= at.astimezone(LONDON).date() else None
    return None
