"""Choices: details whose values come from a closed list."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kith.grammar.details import Detail, NotThat
from kith.grammar.words import Naming, initial, spaced


@dataclass(frozen=True, kw_only=True)
class Choice(Detail):
    """One code of a closed list."""

    type = "one_of"
    codes: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)
    """How a code reads inside a sentence, where it is not simply its own words."""
    also: Mapping[str, str] = field(default_factory=dict)
    """Other spellings that a lenient reading takes for a code; the words given are kept beside it."""
    in_order: bool = False
    """The codes go from least to most grave."""

    def __post_init__(self) -> None:
        strays = (set(self.words) | set(self.also.values())) - set(self.codes)
        if strays or not self.codes or len(set(self.codes)) != len(self.codes):
            raise ValueError(
                f"words for codes that are not in the list, or a code twice: {strays or self.codes}"
            )

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Pairs of code and label, as a form shows them."""
        return tuple((code, initial(self.words.get(code, spaced(code)))) for code in self.codes)

    def take(self, value: Any) -> Any:
        if isinstance(value, str) and value in self.codes:
            return value
        raise NotThat(f"Give one of: {', '.join(self.codes)}; {value!r} is not among them.")

    def code_for(self, text: str) -> str | None:
        code = re.sub(r"[\s_-]+", "_", text.strip().strip(".").lower())
        return code if code in self.codes else self.also.get(code)

    def spelled(self, value: Any) -> Any:
        return self.code_for(value) if isinstance(value, str) else None

    def word(self, code: str, naming: Naming) -> str:
        return str(naming.translate(self.words.get(code, spaced(code))))

    def told(self, value: Any, naming: Naming) -> str:
        return self.word(value, naming)

    def schema(self) -> dict[str, Any]:
        return {"enum": [*self.codes, "unknown", None]}

    def texts(self) -> tuple[str, ...]:
        return *super().texts(), *(self.words.get(code, spaced(code)) for code in self.codes)


@dataclass(frozen=True, kw_only=True)
class Choices(Choice):
    """Several codes of a closed list, kept as a list in the order given."""

    type = "several_of"
    none: str = ""
    """How an empty list reads; where it has no reading, an empty list is unknown."""

    def is_unknown(self, value: Any) -> bool:
        return super().is_unknown(value) or (isinstance(value, list | tuple) and not value and not self.none)

    def take(self, value: Any) -> list[str]:
        items = [value] if isinstance(value, str) else value
        if isinstance(items, list | tuple) and all(
            isinstance(item, str) and item in self.codes for item in items
        ):
            return list(dict.fromkeys(items))
        raise NotThat(f"Give a list of any of: {', '.join(self.codes)}; {value!r} has others.")

    def spelled(self, value: Any) -> list[str] | None:
        """All of the pieces or none: half a list would say that the other half was not there."""
        pieces = _pieces(value) if isinstance(value, str) else value
        if not isinstance(pieces, list | tuple) or not all(isinstance(piece, str) for piece in pieces):
            return None
        codes = [self.code_for(piece) for piece in pieces]
        return None if None in codes or not codes else list(dict.fromkeys(code for code in codes if code))

    def told(self, value: list[str], naming: Naming) -> str:
        return naming.listed([self.word(code, naming) for code in value], none=self.none)

    def schema(self) -> dict[str, Any]:
        listed = {"type": "array", "items": {"enum": list(self.codes)}}
        return {"anyOf": [listed, {"enum": [*self.codes, "unknown", None]}]}


class AgencyChoice(Choice):
    """One agency's code."""

    type = "agency"


class AgencyChoices(Choices):
    """Several agencies' codes."""

    type = "agencies"


def _pieces(text: str) -> list[str]:
    sides = r"\b(?:the|left|right|both)\b"
    return [
        piece
        for part in re.split(r",|\band\b|&|/", text.lower())
        if (piece := re.sub(sides, "", part).strip())
    ]
