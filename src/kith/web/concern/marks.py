"""The marks of an injury as they stand in a draft: where each is, and what was said of it alone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.http import QueryDict

from kith import rulebook
from kith.web.parts.form import Choice
from kith.web.pictures.body import Mark, place_of, place_words

MOST_MARKS = 20
"""Numbered apart; whoever counts more says the rest in words."""
OF_EACH = ("side", "appearance", "length", "width", "colour", "shape", "account", "account_by", "present")
"""What may be said of one mark. In the draft it is ``mark_<key>_<name>``; where each is stands in ``marks``."""
FIELDS = tuple(f"mark_{key}_{name}" for key in range(1, MOST_MARKS + 1) for name in OF_EACH)
LARGEST_MM = 1000
_SIZE = re.compile(r"(\d{1,4}(?:[.,]\d)?)\s*(mm|cm)?\.?", re.IGNORECASE)
_IN_ENTRIES = {"side": "side", "appearance": "appearance", "shape": "shape"}
_WORDS = {"account": "explanation_text", "account_by": "explained_by_text", "present": "others_present_text"}


@dataclass(frozen=True, kw_only=True)
class Marked:
    """One mark. ``key`` names its fields and stays; ``number`` is its place among those that stand. Both from 1.

    ``key`` is 0 where a place was only ticked in the list and has no fields yet.
    """

    key: int
    number: int
    region: str
    side: str = ""
    view: str = ""
    said: Mapping[str, str]
    """What was typed of this mark alone, by the names in ``OF_EACH``."""

    @property
    def words(self) -> str:
        """``Left upper arm, front``"""
        return place_words(region=self.region, side=self.side, view=self.view)

    @property
    def drawn(self) -> Mark:
        return Mark(number=self.number, region=self.region, side=self.side, view=self.view)


def marks_in(answers: Mapping[str, str]) -> tuple[Marked, ...]:
    """The marks of a draft in the order in which they were put there, then places that were only ticked."""
    keyed = [(key, code) for key, code in _kept(answers) if key]
    placed = {code.rpartition(".")[2] for _, code in keyed}
    ticked = [(0, f"..{region}") for region in answers.get("site", "").split() if region not in placed]
    return tuple(
        _marked(key, code, number, answers) for number, (key, code) in enumerate([*keyed, *ticked], start=1)
    )


def _kept(answers: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for one in answers.get("marks", "").split():
        key, _, code = one.partition(":")
        yield int(key), code


def _marked(key: int, code: str, number: int, answers: Mapping[str, str]) -> Marked:
    view, side, region = code.split(".")
    said = (
        {name: typed for name in OF_EACH if (typed := answers.get(f"mark_{key}_{name}", ""))} if key else {}
    )
    return Marked(
        key=key, number=number, region=region, side=side or said.get("side", ""), view=view, said=said
    )


def after_submit(posted: QueryDict, before: Mapping[str, str]) -> dict[str, str]:
    """What ``marks`` is after a page was submitted: a place was pointed at, ticked, or a mark taken away.

    A place that no drawing and no list has changes nothing. Beyond ``MOST_MARKS`` nothing is added: the page says so.
    """
    standing = dict(_kept(before))
    gone = posted.get("unmark", "")
    standing = {key: code for key, code in standing.items() if str(key) != gone}
    listed = [f"..{code}" for code, _ in offered("site") if code in posted.getlist("site")]
    new = [code for code in listed if code not in standing.values()]
    if found := place_of(posted.get("mark", "")):
        new.append(found.code)
    free = [key for key in range(1, MOST_MARKS + 1) if key not in standing and str(key) != gone]
    standing |= dict(zip(free, new, strict=False))
    return {"marks": " ".join(f"{key}:{code}" for key, code in standing.items())}


def is_full(answers: Mapping[str, str]) -> bool:
    """Whether no further mark can be numbered."""
    return len(answers.get("marks", "").split()) >= MOST_MARKS


def read_mm(typed: str) -> float | None:
    """Millimetres: ``8``, ``8 mm``, ``2 cm``; None for nothing. Raises ValueError for everything else."""
    if not typed:
        return None
    found = _SIZE.fullmatch(typed.strip())
    if found is None:
        raise ValueError(typed)
    size = float(found[1].replace(",", ".")) * (10 if (found[2] or "").lower() == "cm" else 1)
    if not 0 < size <= LARGEST_MM:
        raise ValueError(typed)
    return size


def problems_of(answers: Mapping[str, str]) -> dict[str, str]:
    """Sizes that nobody can read, by field."""
    found = {}
    for mark in marks_in(answers):
        for name in ("length", "width"):
            try:
                read_mm(mark.said.get(name, ""))
            except ValueError:
                field = f"mark_{mark.key}_{name}"
                found[field] = (
                    f"Mark {mark.number}: enter the {name} in millimetres, like 8, or leave it empty"
                )
    return found


@cache
def offered(detail: str) -> tuple[tuple[str, str], ...]:
    """The codes and words of a closed list of an injury, as the rulebook has them."""
    return tuple(rulebook.load(settings.KITH_RULEBOOK).entry_kind("injury_seen").details[detail].choices)


def choices_of(name: str) -> tuple[Choice, ...]:
    """The same as choices of a form, by a name of ``OF_EACH``."""
    return tuple(Choice(value=code, words=words) for code, words in offered(name))


def only_offered_of_marks(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers about marks without a choice that no list has."""
    found = {}
    for field, words in answers.items():
        name = field.split("_", 2)[2] if field in FIELDS else ""
        if name in ("side", "appearance", "colour", "shape"):
            codes = {code for code, _ in offered(name)}
            words = " ".join(word for word in words.split() if word in codes)
        found[field] = words
    return found


def injuries(answers: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The details of each entry that the marks become: those of which nothing was said alone share the first."""
    everything = marks_in(answers)
    plain = [mark for mark in everything if not _details(mark)]
    if plain or not everything:
        sites = list(dict.fromkeys(mark.region for mark in plain))
        yield {"site": sites} if sites else {}
    for mark in everything:
        if details := _details(mark):
            yield {"site": [mark.region], **details}


def _details(mark: Marked) -> dict[str, Any]:
    """What one mark says beyond its region, under the names of the entry kind."""
    said = mark.said
    details: dict[str, Any] = {
        **{ours: said.get(name) for name, ours in _IN_ENTRIES.items()},
        "side": mark.side,
        "view": mark.view,
        "length_mm": read_mm(said.get("length", "")),
        "width_mm": read_mm(said.get("width", "")),
        "colour": said.get("colour", "").split(),
        **{ours: said.get(name) for name, ours in _WORDS.items()},
    }
    return {name: value for name, value in details.items() if value not in (None, "", [])}


def in_words(answers: Mapping[str, str]) -> str:
    """Every mark, numbered, with what was said of it."""
    return "\n".join(f"{mark.number}. {'; '.join(_told(mark))}" for mark in marks_in(answers))


def _told(mark: Marked) -> Iterator[str]:
    said = mark.said
    yield mark.words
    yield from (words.lower() for name in ("appearance", "shape", "colour") if (words := _chosen(name, said)))
    if size := " by ".join(filter(None, (said.get("length"), said.get("width")))):
        yield size if "m" in size else f"{size} mm"
    if account := said.get("account"):
        yield f"explained as “{account}”" + (f" by {said['account_by']}" if said.get("account_by") else "")
    elif said.get("account_by"):
        yield f"explained by {said['account_by']}"
    if said.get("present"):
        yield f"also there: {said['present']}"


def _chosen(name: str, said: Mapping[str, str]) -> str:
    picked = said.get(name, "").split()
    return ", ".join(words for code, words in offered(name) if code in picked)
