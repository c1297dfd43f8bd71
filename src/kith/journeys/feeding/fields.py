"""Reads the fields of one part one by one, and remembers what was wrong, in words that repeat nothing of it."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from kith.chronology.when import CLOCKS_MAY_DIFFER, When, midday
from kith.kernel.clock import LONDON
from kith.kernel.dead_letters import Wrong

Found = TypeVar("Found")
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_ ./\-\[\]]{0,59}")
"""A name of a field that may be said back; any other may be somebody's address."""
SURROGATES = re.compile("[\ud800-\udfff]")
NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
FIRST_YEAR = 1900
NO_DAY = "There is no such day. Give it as 2026-03-02."
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%Y%m%d")
TRUTHS = {
    "yes": True,
    "y": True,
    "true": True,
    "1": True,
    "no": False,
    "n": False,
    "false": False,
    "0": False,
}


class Fields:
    """The fields of one part. ``place`` says where in the message it stands: ``row 4``, ``children[1]``.

    What nobody asked for and has a value is wrong too: it may be what mattered. ``pass_over`` names what is known not to.
    """

    def __init__(self, values: Mapping[str, Any], *, at: datetime, place: str = "", under: str = "") -> None:
        self.values = values
        self.at = at
        self.place = place
        self.under = under
        self.wrong: list[Wrong] = []
        self._asked: set[str] = set()

    def give(self, values: Mapping[str, Any]) -> "Fields":
        """What there is to read, where a mapping finds it itself (segments, resources)."""
        self.values = values
        return self

    def text(self, name: str, *, needed: str = "") -> str:
        """A text without outer blanks; ``needed`` is said where it is empty."""
        given = self._take(name)
        if given is None or isinstance(given, dict | list | bool):
            if given is not None:
                self.say(name, "Give text here.")
            given = ""
        said = str(given).strip()
        if SURROGATES.search(said):
            self.say(name, "A letter in this cannot be read: it was not sent in UTF-8.")
        elif NOT_TEXT.search(said):
            self.say(name, "This holds a control character that no text needs.")
        elif needed and not said:
            self.say(name, needed)
        else:
            return said
        return ""

    def day(self, name: str, *, needed: str = "") -> date | None:
        """A day that has been."""
        said = self.text(name, needed=needed)
        if not said:
            return None
        found = _day(said)
        if found is None:
            self.say(name, NO_DAY)
        elif found > self.at.astimezone(LONDON).date():
            self.say(name, "This is in the future.")
        else:
            return found
        return None

    def when(self, name: str, *, needed: str = "") -> When | None:
        """A day, or a moment; a moment without its offset is by the clock on the wall in England."""
        said = self.text(name, needed=needed)
        if not said:
            return None
        if (day := _day(said)) is not None:
            return self._possible(
                name, When(happened_from=midday(day), happened_to=midday(day), precision="day")
            )
        try:
            moment = datetime.fromisoformat(said)
        except ValueError:
            self.say(
                name, "There is no such day or time. Give it as 2026-03-02 or 2026-03-02T21:40:00+00:00."
            )
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=LONDON)
        return self._possible(name, When(happened_from=moment, happened_to=moment, precision="time"))

    def one_of(
        self, name: str, ways: Mapping[str, Found], *, needed: str = "", left: Found | None = None
    ) -> Found | None:
        """What a code stands for; ``left`` where it is empty."""
        said = self.text(name, needed=needed)
        if not said:
            return left
        if said.casefold() in (folded := {code.casefold(): means for code, means in ways.items()}):
            return folded[said.casefold()]
        self.say(name, f"This is none of the codes that are known: {', '.join(ways)}.")
        return None

    def truth(self, name: str) -> bool | None:
        """Yes or no; None where it is not said."""
        if isinstance(given := self.values.get(name), bool):
            self._asked.add(name)
            return given
        return self.one_of(name, TRUTHS)

    def whole(self, name: str, *, low: int, high: int) -> int | None:
        """A whole number between two, or None where it is not said."""
        said = self.text(name)
        if not said:
            return None
        if said.isascii() and said.isdigit() and len(said) < 8 and low <= int(said) <= high:
            return int(said)
        self.say(name, f"Give a whole number from {low} to {high}.")
        return None

    def pass_over(self, *names: str) -> None:
        """These are known, and nothing is made of them: they stay in the message as it came."""
        self._asked.update(names)

    def take(self, name: str) -> Any:
        """Whatever stands there, for a mapping that looks into it itself."""
        return self._take(name)

    def say(self, name: str, words: str) -> None:
        """Remember that something is wrong with a field."""
        self.wrong.append(Wrong(field=self._path(name), place=self.place, words=words))

    def all_wrong(self, *, also_left_over: bool = True) -> tuple[Wrong, ...]:
        """Everything that is wrong, with the fields that nobody knows."""
        left = [] if not also_left_over else self.left_over()
        for name in left:
            said = (
                f"“{name}”"
                if isinstance(name, str) and PLAIN.fullmatch(name)
                else "with a name that cannot be said back"
            )
            words = f"Kith does not know the field {said}, and it may matter. Put what it says where Kith reads it, or take it away."
            self.wrong.append(Wrong(field="", place=self.place, words=words))
        return tuple(dict.fromkeys(self.wrong))

    def left_over(self) -> list[Any]:
        """Fields with a value that nobody asked for."""
        return [
            name
            for name, given in self.values.items()
            if name not in self._asked and given not in (None, "", [], {})
        ]

    def _take(self, name: str) -> Any:
        self._asked.add(name)
        return self.values.get(name)

    def _path(self, name: str) -> str:
        return f"{self.under}.{name}" if self.under else name

    def _possible(self, name: str, when: When) -> When | None:
        """``when``, where it can have been by now."""
        latest = self.at + CLOCKS_MAY_DIFFER
        today = self.at.astimezone(LONDON).date()
        if when.happened_from.astimezone(LONDON).year < FIRST_YEAR:
            self.say(name, "Give the year in four figures, 1900 or later.")
        elif when.happened_from > latest and (
            when.precision == "time" or when.happened_from.astimezone(LONDON).date() > today
        ):
            self.say(name, "This is in the future.")
        else:
            return when
        return None


def _day(said: str) -> date | None:
    for shape in DAYS:
        try:
            found = datetime.strptime(said, shape).replace(tzinfo=LONDON).date()
        except ValueError:
            continue
        return found if found.year >= FIRST_YEAR else None
    return None
