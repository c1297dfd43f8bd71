"""Counts the boxes of a drawn page, and how long its filling takes by the keystroke-level model.

The model and its times are those of Card, Moran and Newell (1980): a thought 1.35 s, a pointing 1.1 s, a key 0.2 s of a
practised typist, a change of hands 0.4 s. How much is typed into a box, and how long a page takes to come, are ours [P].
The time is a script's. People think longer, and are interrupted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.web.drawing import Element, drawn, read

ROOT = Path(__file__).resolve().parents[3]
DECLARED = ROOT / "docs" / "reference" / "time-given-back.yaml"
THINK, POINT, KEY, HANDS, A_PAGE = 1.35, 1.1, 0.2, 0.4, 0.5
LETTERS = {"words": 200, "text": 15, "pieces": 8, "choice": 0}
STORED = ("date_of_birth", "nhs_number", "address", "school", "gp", "mother", "father")
"""What Kith holds of a known child: no form after the first asks it again."""


@dataclass(frozen=True)
class Box:
    """One question. ``sort`` is words (many lines), text, pieces (of a date) or choice."""

    name: str
    sort: str
    required: bool
    letters: int = 0
    """How many are typed."""

    @property
    def seconds(self) -> float:
        if self.sort == "choice":
            return THINK + POINT
        return THINK + POINT + HANDS + KEY * self.letters


@dataclass(frozen=True)
class Counted:
    """A form with what was declared of it, and its boxes."""

    declared: dict[str, Any]
    boxes: tuple[Box, ...]

    @property
    def required(self) -> tuple[str, ...]:
        """None where the form may be sent with whatever was filled in."""
        if self.declared.get("takes_anything"):
            return ()
        return tuple(one.name for one in self.boxes if one.required)

    @property
    def scripted(self) -> float:
        """Seconds of a script for what must be answered; for everything, where nothing must."""
        return self.seconds(whole=not self.required)

    @property
    def in_words(self) -> int:
        return sum(one.sort == "words" for one in self.boxes)

    def seconds(self, *, whole: bool) -> float:
        """For what must be answered; ``whole`` for every box there is."""
        filled = self.declared.get("filled", ())
        asked = sum(one.seconds for one in self.boxes if (whole or one.required) and one.name not in filled)
        pages = len(self.declared["pages"])
        return asked + pages * (A_PAGE + THINK + POINT)


def every_form() -> tuple[Counted, ...]:
    """Each form that is declared, in its order."""
    declared = yaml.safe_load(DECLARED.read_text(encoding="utf-8"))
    return tuple(Counted(one, _boxes(one)) for one in declared)


def _boxes(declared: dict[str, Any]) -> tuple[Box, ...]:
    found: dict[str, Box] = {}
    for page in declared["pages"]:
        for one in read(drawn(page)).classed("field"):
            if _form_of(one).attributes.get("action", "").endswith(declared.get("action", "")) and (
                box := _box(one, declared)
            ):
                found.setdefault(box.name, box)
    return tuple(found.values())


def _box(field: Element, declared: dict[str, Any]) -> Box | None:
    """The question that a field asks; None for one inside another, such as the month of a date."""
    if any("field" in one.attributes.get("class", "").split() for one in _around(field)):
        return None
    inputs = [
        one
        for one in field.all("input", "textarea", "select")
        if one.attributes.get("type") not in ("hidden", "file")
    ]
    if not inputs:
        return None
    sort = _sort(inputs)
    ticks_alone = {one.attributes.get("type") for one in inputs} == {"checkbox"}
    name = inputs[0].attributes["name"]
    letters = declared.get("letters", {}).get(name, LETTERS[sort])
    return Box(name, sort, required=not _is_optional(field) and not ticks_alone, letters=letters)


def _is_optional(field: Element) -> bool:
    """Its question says so, or it lies in a fold whose summary does."""
    asked = next((one for one in field.all("legend", "label")), field)
    folds = [one for fold in _around(field) if fold.tag == "details" for one in fold.all("summary")]
    marked = any("optional" in one.attributes.get("class", "") for one in asked.all("span"))
    return marked or any("(optional)" in one.text for one in folds)


def _sort(inputs: list[Element]) -> str:
    kinds = [one.attributes.get("type", one.tag) for one in inputs]
    typed = [kind for kind in kinds if kind not in ("radio", "checkbox", "select", "textarea", "submit")]
    if "radio" in kinds or "select" in kinds:
        return "choice"
    if "textarea" in kinds:
        return "words"
    return "pieces" if len(typed) > 1 else "text" if typed else "choice"


def _around(one: Element) -> Iterator[Element]:
    while (outer := one.inside) is not None:
        yield outer
        one = outer


def _form_of(field: Element) -> Element:
    return next((one for one in _around(field) if one.tag == "form"), field)
