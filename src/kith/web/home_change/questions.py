"""What is asked of each change of a home, and how it is read."""

from collections.abc import Mapping
from datetime import date, datetime

from kith.kernel.errors import BadInput
from kith.people.types import NewAddress
from kith.web.birth.questions import read_day
from kith.web.parts.form import Choice, Problem

SOMEBODY_ELSE = "else"
HOW = (
    Choice(value="lives", words="They live there"),
    Choice(
        value="around",
        words="They are around, and live elsewhere",
        hint="They stay, visit, or are often there.",
    ),
)
CHECKS = (
    Choice(value="yes", words="Yes"),
    Choice(value="no", words="No"),
    Choice(value="unsaid", words="I do not know"),
)
WRONG = (
    Choice(value="mistyped", words="It was written down wrongly"),
    Choice(value="never_there", words="They never lived there"),
    Choice(value="out_of_date", words="They had left before it was told"),
)
"""The reasons of ``people.operations.addresses.WRONG``: a closed list, for free words could say where somebody hides."""


def _date_fields(name: str) -> tuple[str, ...]:
    return name, f"{name}_month", f"{name}_year"


FIELDS: Mapping[str, tuple[str, ...]] = {
    "joined": ("who", "name", "how", *_date_fields("since"), "checks"),
    "left": ("left_who", *_date_fields("until")),
    "moved": ("address", "postcode", *_date_fields("moved"), "secret"),
    "wrong": ("wrong_address", "because", "right_address", "right_postcode"),
}
"""The inputs of each form, in the order of the page."""
ASKED = {
    "name": "What they are called",
    "address": "The new address",
    "postcode": "The postcode",
    "right_address": "The right address",
    "right_postcode": "The postcode",
}
"""At the head of what is wrong with an answer."""
IN_WORDS = ("address", "right_address")


def day_or_none(answers: Mapping[str, str], name: str, *, at: datetime) -> date | None:
    """A whole day, or None where nothing was typed. Raises BadInput on ``name``."""
    if not any(answers.get(field) for field in _date_fields(name)):
        return None
    return read_day(answers, name, at=at)


def read_address(
    answers: Mapping[str, str], name: str, postcode: str, *, from_on: date | None = None
) -> NewAddress:
    """An address as typed, a line of it on each line. Raises BadInput on ``name`` where it says nothing."""
    lines = tuple(line.strip() for line in answers.get(name, "").splitlines() if line.strip())
    if not lines and not answers.get(postcode):
        raise BadInput(name, "Enter the address, as much of it as you know")
    if len(answers.get(postcode, "")) > 10:
        raise BadInput(postcode, "That is too long for a postcode")
    if any(len(line) > 200 for line in lines):
        raise BadInput(name, "A line of an address has at most 200 characters")
    return NewAddress(lines=lines, postcode=answers.get(postcode, ""), from_on=from_on)


def not_chosen(
    answers: Mapping[str, str], name: str, choices: tuple[Choice, ...], words: str
) -> tuple[Problem, ...]:
    """A problem where none of the choices was made."""
    if answers.get(name, "") in {one.value for one in choices}:
        return ()
    return (Problem(field=name, words=words),)
