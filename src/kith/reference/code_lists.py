"""Dated code lists: what a code meant on a day, from files that carry their source."""

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kith.kernel.errors import BadInput

FOLDER = Path(__file__).parent / "code_lists"


@dataclass(frozen=True, kw_only=True)
class Code:
    """One code with its label, valid on every day from ``valid_from`` to ``valid_to`` (None: no end known)."""

    code: str
    label: str
    valid_from: date | None = None
    valid_to: date | None = None
    mark: str = ""
    """``[GK]`` or ``[P]`` where nobody has checked this line."""

    def valid_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, kw_only=True)
class CodeList:
    """A closed list that somebody else publishes."""

    name: str
    about: str
    cited: str
    codes: tuple[Code, ...]

    def valid_on(self, day: date) -> tuple[Code, ...]:
        """The codes that may be chosen on this day, in the publisher's order."""
        return tuple(code for code in self.codes if code.valid_on(day))

    def find(self, code: str, *, on: date) -> Code:
        """The code as it stood on a day. Raises BadInput, naming this list, where it was not valid then."""
        for held in self.valid_on(on):
            if held.code == code:
                return held
        raise BadInput(self.name, f"{code!r} is not one of the codes valid on {on:%-d %B %Y}")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _code(row: dict[str, str]) -> Code:
    return Code(
        code=row["code"],
        label=row["label"],
        valid_from=_day(row.get("from")),
        valid_to=_day(row.get("to")),
        mark=row.get("mark", ""),
    )


def _check_no_overlap(name: str, codes: tuple[Code, ...]) -> None:
    for place, code in enumerate(codes):
        for other in codes[:place]:
            starts = max(code.valid_from or date.min, other.valid_from or date.min)
            if other.code == code.code and code.valid_on(starts) and other.valid_on(starts):
                raise ValueError(f"{name}: {code.code} has two meanings on {starts}")


def read(path: Path) -> CodeList:
    """One list from its file. Raises ValueError where a code would have two meanings on one day."""
    held = json.loads(path.read_text(encoding="utf-8"))
    codes = tuple(_code(row) for row in held["codes"])
    _check_no_overlap(path.stem, codes)
    return CodeList(name=path.stem, about=held["about"], cited=held["cited"], codes=codes)


@cache
def load(name: str) -> CodeList:
    """The list of that name. Raises LookupError, naming those that there are, for any other."""
    path = FOLDER / f"{name}.json"
    if name not in names():
        raise LookupError(f"there is no code list {name!r}; there are {', '.join(names())}")
    return read(path)


def names() -> tuple[str, ...]:
    """Every code list, by name."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
