"""One catalogue of words for each language of the public door; all have the same keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kith.kernel.clock import LONDON

FIRST = "en"
"""What is spoken where nobody chose."""
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Words:
    """The words of one language. A key that it lacks is an error: ``words("go_on")``, ``words("question_of", number=2, count=7)``."""

    code: str
    catalogue: Mapping[str, Any]

    def __call__(self, key: str, **named: object) -> str:
        said: str = self.catalogue[key]
        return said.format(**named) if named else said

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``, as HTML's ``dir``."""
        return str(self.catalogue["direction"])

    def moment(self, when: datetime, *, now: datetime) -> tuple[str, str]:
        """``(today, 6pm)``, ``(on Monday, 8.30am)``: the day and the time of something in the next days."""
        local = when.astimezone(LONDON)
        days = (local.date() - now.astimezone(LONDON).date()).days
        named = {0: self("today"), 1: self("tomorrow")}
        weekday: str = self.catalogue["days"][local.weekday()]
        return named.get(days) or self("on_day", day=weekday), self._clock(local)

    def day(self, when: datetime) -> str:
        """A day of the year in figures, the same in all three languages: ``30/11/2026``."""
        return f"{when.astimezone(LONDON):%d/%m/%Y}"

    def _clock(self, local: datetime) -> str:
        if self.catalogue["clock"] == "24":
            return f"{local:%H:%M}"
        minute = f".{local:%M}" if local.minute else ""
        return f"{local.hour % 12 or 12}{minute}{'am' if local.hour < 12 else 'pm'}"


@cache
def every_language() -> Mapping[str, Words]:
    """All of them by code, English first and then by code."""
    files = sorted(_FOLDER.glob("*.yaml"), key=lambda file: (file.stem != FIRST, file.stem))
    return {file.stem: Words(file.stem, yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files}


def words_in(code: str) -> Words:
    """The words of that language, or of the first where there is none such."""
    held = every_language()
    return held.get(code) or held[FIRST]
