"""What an area may set for itself, and the bound that law and rulebook put to it."""

from typing import TypedDict

from kith.agencies.rulebook_lists import rulebook
from kith.agencies.yaml_reading import Place
from kith.grammar.durations import Duration
from kith.grammar.questions import Compare

UNITS = ("hours", "days", "working_days", "calendar_months")


class Limit(TypedDict):
    """A local time limit, as it is kept."""

    number: int
    unit: str
    cited: str


class Threshold(TypedDict):
    """A local number, as it is kept."""

    at_least: int
    cited: str


Limits = dict[str, Limit]
Thresholds = dict[str, Threshold]


def limits_in(place: Place) -> Limits:
    """Local time limits by clock: one unit with its number, and what it rests on."""
    return {name: _limit(name, one) for name, one in place.fields().items()}


def _limit(name: str, place: Place) -> Limit:
    clock = rulebook().clocks.get(name)
    if clock is None:
        place.refuse(f"The rulebook has no clock {name}. It has: {', '.join(rulebook().clocks)}.")
    parts = place.fields(*UNITS, "cited", required=("cited",))
    units = [unit for unit in UNITS if unit in parts]
    if len(units) != 1:
        place.refuse(f"It has one of {', '.join(UNITS)}.")
    number = _whole_number(parts[units[0]])
    try:
        clock.check_allows(Duration(number, units[0]))  # type: ignore[arg-type]
    except ValueError as too_long:
        parts[units[0]].refuse(f"{too_long}.")
    return {"number": number, "unit": units[0], "cited": parts["cited"].text()}


def thresholds_in(place: Place) -> Thresholds:
    """Local numbers by pattern: how many it takes here for the question to be asked, and what that rests on."""
    return {name: _threshold(name, one) for name, one in place.fields().items()}


def _threshold(name: str, place: Place) -> Threshold:
    pattern = rulebook().patterns.get(name)
    if pattern is None:
        place.refuse(f"The rulebook has no pattern {name}.")
    parts = place.fields("at_least", "cited", required=("at_least", "cited"))
    question = pattern.question
    if not isinstance(question, Compare) or question.sense != "at_least":
        place.refuse("That pattern has no number that an area may set.")
    number = _whole_number(parts["at_least"])
    if number > question.bound:
        parts["at_least"].refuse(f"An area may ask sooner than the rulebook's {question.bound}, never later.")
    return {"at_least": number, "cited": parts["cited"].text()}


def _whole_number(place: Place) -> int:
    number = place.read(int, as_what="a whole number")
    if number < 1:
        place.refuse("It is 1 or more.")
    return number
