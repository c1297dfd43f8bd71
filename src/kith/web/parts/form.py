"""What was typed into a form and what is wrong with it; nothing typed is ever lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing to mend."""

    field: str
    """The field's name."""
    words: str
    """What to do: ``Say who collects Casper, or choose that you do not know``."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One radio button or tick box."""

    value: str
    words: str
    hint: str = ""
    """Telephone numbers in it become links."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form's answers as typed, and its problems in the order of the page."""

    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Field name to what was typed. Several ticks of one name are joined by a space."""
    problems: tuple[Problem, ...] = ()

    filled: frozenset[str] = frozenset()
    """Fields whose answer came from what somebody pasted, and is to be checked."""

    prefix: str = ""
    """Stands before the ids of its fields, where a page has several forms with fields of one name: ``here-``."""

    def id(self, name: str) -> str:
        """The id of a field's first input."""
        return f"{self.prefix}{name}"

    def answer(self, name: str) -> str:
        """What was typed, or an empty string."""
        return self.answers.get(name, "")

    def chosen(self, name: str, value: str) -> bool:
        """Whether this radio or tick is on."""
        return value in self.answer(name).split(" ")

    def problem(self, name: str) -> str:
        """What is wrong with this field, or an empty string."""
        return next((problem.words for problem in self.problems if problem.field == name), "")


def date_pieces(name: str) -> tuple[tuple[str, str, str], ...]:
    """The three inputs of a date field: name, label and width of each."""
    return (name, "Day", "w-2"), (f"{name}_month", "Month", "w-2"), (f"{name}_year", "Year", "w-4")


@dataclass(frozen=True, kw_only=True)
class SayingWhy:
    """A form that asks for a reason alone: such as to take over what is somebody else’s, or to disagree."""

    action: str
    form: Form
    """Field: ``because``."""
