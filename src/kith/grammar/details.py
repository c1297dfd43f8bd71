"""Details: the typed values that an entry of a kind may carry, each of which may be unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, ClassVar, Literal, get_args
from uuid import UUID

from kith.grammar.words import Naming, as_words, in_full, initial, is_storable, spaced
from kith.kernel.clock import LONDON

GivesAway = Literal["location", "informant", "third_party", "worker"]
EVERYTHING: tuple[GivesAway, ...] = get_args(GivesAway)

_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_TOLD = 160


class NotThat(ValueError):
    """A value that this detail cannot take; the message says what may be given."""


@dataclass(frozen=True)
class Reading:
    """What a lenient reading made of a value. ``value`` None is unknown; ``words`` are kept beside it."""

    value: Any = None
    warning: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Detail:
    """One thing that may be known about an entry: how to ask it, take it and tell it."""

    type: ClassVar[str]
    ask: str = ""
    """The question on a form, in plain words."""
    label: str = ""
    """A short noun phrase; taken from the detail's name where it is not given."""
    hint: str = ""
    gives_away: tuple[GivesAway, ...] = ()
    """What a reader could work out from it, and so what it is withheld with."""
    unchecked: bool = False
    """[P]: a list or bound of ours to begin with, for a partnership to set."""

    def take(self, value: Any) -> Any:
        """The value as it is kept. Raises `NotThat`, which says what may be given."""
        raise NotImplementedError

    def spelled(self, value: Any) -> Any:
        """What a value that cannot be taken plainly means all the same, or None."""
        return None

    def told(self, value: Any, naming: Naming) -> str:
        """The value inside a sentence."""
        return str(value)

    def shown(self, value: Any, naming: Naming) -> str:
        """The value beside its label."""
        return initial(self.told(value, naming))

    def schema(self) -> dict[str, Any]:
        """JSON Schema of what `take` accepts, unknown included."""
        raise NotImplementedError

    def is_unknown(self, value: Any) -> bool:
        return value is None or value == "unknown"

    def texts(self) -> tuple[str, ...]:
        """Every word of ours that a translator needs."""
        return tuple(text for text in (self.label, self.ask, self.hint) if text)

    def read(self, value: Any) -> Reading:
        """Take the value, or what it plainly means, or leave it unknown; no word is lost."""
        try:
            return Reading(self.take(value))
        except NotThat:
            meant = self.spelled(value)
            if meant is None:
                return Reading(None, f"{value!r} is none of its values; loaded as unknown", as_words(value))
            return Reading(meant, f"read {value!r} as {meant!r}", as_words(value))


@dataclass(frozen=True, kw_only=True)
class Truth(Detail):
    """True, false or unknown."""

    type = "truth"

    def take(self, value: Any) -> bool:
        if value is True or value is False:
            return value
        raise NotThat(f"Give true or false; {value!r} is neither.")

    def spelled(self, value: Any) -> bool | None:
        return {"true": True, "yes": True, "false": False, "no": False}.get(str(value).strip().lower())

    def told(self, value: bool, naming: Naming) -> str:
        return str(naming.translate("yes" if value else "no"))

    def schema(self) -> dict[str, Any]:
        return {"enum": [True, False, "unknown", None]}


@dataclass(frozen=True, kw_only=True)
class Quantity(Detail):
    """A number within bounds, both included."""

    type = "number"
    low: float
    high: float
    whole: bool = False
    unit: str = ""

    def take(self, value: Any) -> int | float:
        fits = (
            isinstance(value, int | float) and not isinstance(value, bool) and self.low <= value <= self.high
        )
        if not fits or (self.whole and value != int(value)):
            kind = "a whole number" if self.whole else "a number"
            raise NotThat(f"Give {kind} from {self.low:g} to {self.high:g}; {value!r} is not.")
        return int(value) if value == int(value) else value

    def spelled(self, value: Any) -> int | float | None:
        try:
            return self.take(float(value)) if isinstance(value, str) else None
        except ValueError:
            return None

    def told(self, value: float, naming: Naming) -> str:
        return f"{value:g}"

    def shown(self, value: float, naming: Naming) -> str:
        return f"{value:g} {naming.translate(self.unit)}".strip()

    def schema(self) -> dict[str, Any]:
        number = {"type": "integer" if self.whole else "number", "minimum": self.low, "maximum": self.high}
        return {"anyOf": [number, {"enum": ["unknown", None]}]}


@dataclass(frozen=True, kw_only=True)
class Prose(Detail):
    """Words for people; rules never read them. They may hold anything, so they are withheld with everything."""

    type = "prose"
    gives_away: tuple[GivesAway, ...] = EVERYTHING

    def is_unknown(self, value: Any) -> bool:
        return value is None or (isinstance(value, str) and not value.strip())

    def take(self, value: Any) -> str:
        if isinstance(value, str) and is_storable(value):
            return value
        raise NotThat("Give words, as text without NUL characters.")

    def spelled(self, value: Any) -> str | None:
        return as_words(value)

    def read(self, value: Any) -> Reading:
        taken = as_words(value)
        return Reading(taken if taken.strip() else None, "" if taken == value else f"read {value!r} as words")

    def told(self, value: str, naming: Naming) -> str:
        """On one line, without a closing stop, clipped at a word."""
        words = " ".join((value if " " in value else spaced(value)).split()).rstrip(" .;,")
        if len(words) > _LONGEST_TOLD:
            words = words[:_LONGEST_TOLD].rsplit(" ", 1)[0].rstrip(" .;,") + "…"
        return words or "…"

    def shown(self, value: str, naming: Naming) -> str:
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "null"], "pattern": r"^[^\u0000]*$"}


@dataclass(frozen=True, kw_only=True)
class Who(Detail):
    """A person: an id, or a pseudonymous key that is the same each time for the same person."""

    type = "person"
    gives_away: tuple[GivesAway, ...] = ("third_party",)

    def take(self, value: Any) -> Any:
        if isinstance(value, UUID):
            return str(value)
        if isinstance(value, str) and _KEY.fullmatch(value):
            return value
        raise NotThat(f"Give a person's id or key (letters, digits and _ . : -); {value!r} is neither.")

    def told(self, value: Any, naming: Naming) -> str:
        return naming.person(value)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "pattern": f"^{_KEY.pattern}$"}, {"type": "null"}]}


@dataclass(frozen=True, kw_only=True)
class Everyone(Who):
    """Several people; an empty list means nobody."""

    type = "people"

    def take(self, value: Any) -> list[str]:
        items = value if isinstance(value, list | tuple) else [value]
        return list(dict.fromkeys(Who.take(self, item) for item in items))

    def told(self, value: list[str], naming: Naming) -> str:
        return naming.listed([naming.person(key) for key in value], none="nobody")

    def schema(self) -> dict[str, Any]:
        one = {"type": "string", "pattern": f"^{_KEY.pattern}$"}
        return {"anyOf": [{"type": "array", "items": one}, one, {"type": "null"}]}


@dataclass(frozen=True, kw_only=True)
class Key(Who):
    """The id of something in Kith, such as a prompt; never told in a sentence."""

    type = "key"
    gives_away: tuple[GivesAway, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Day(Detail):
    """A day, kept as ``YYYY-MM-DD``."""

    type = "day"

    def take(self, value: Any) -> str:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, str) and _DAY.fullmatch(value):
            return str(_parsed(date.fromisoformat, value).isoformat())
        raise NotThat(f"Give a day as YYYY-MM-DD; {value!r} is not.")

    def told(self, value: str, naming: Naming) -> str:
        return in_full(date.fromisoformat(value))

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "string", "format": "date"}, {"enum": ["unknown", None]}]}


@dataclass(frozen=True, kw_only=True)
class Moment(Detail):
    """A day and a time with its offset. A day alone stands at 12:00 Europe/London."""

    type = "moment"

    def take(self, value: Any) -> str:
        if isinstance(value, str):
            value = _parsed(datetime.fromisoformat, value) if not _DAY.fullmatch(value) else _noon(value)
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value.isoformat()
        raise NotThat(
            f"Give a day and time with its offset, such as 2026-03-02T15:30:00+00:00; {value!r} is not."
        )

    def spelled(self, value: Any) -> str | None:
        """A time without an offset is London's."""
        try:
            return datetime.fromisoformat(value).replace(tzinfo=LONDON).isoformat()
        except (TypeError, ValueError):
            return None

    def told(self, value: str, naming: Naming) -> str:
        local = datetime.fromisoformat(value).astimezone(LONDON)
        return f"{in_full(local.date())}, {local:%H:%M}"

    def schema(self) -> dict[str, Any]:
        forms = [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]
        return {"anyOf": [*forms, {"enum": ["unknown", None]}]}


def _parsed(parse: Any, value: str) -> Any:
    try:
        return parse(value)
    except ValueError as problem:
        raise NotThat(f"{value!r} is not a day of the calendar.") from problem


def _noon(value: str) -> datetime:
    return datetime.combine(_parsed(date.fromisoformat, value), time(12), LONDON)
