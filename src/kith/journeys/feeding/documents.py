"""Reads documents (JSON): each item of a list in them is a part of its own, and a bad one holds no other back."""

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.types import Letter, Part, Reading
from kith.kernel.dead_letters import Wrong

WHOLE = "whole message"
MOST_ITEMS, DEEPEST = 2_000, 40
STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


class Unreadable(Exception):
    """The document cannot be read at all; ``words`` say why, and where."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


Item = Callable[[Fields, Fields, Letter], Part]
"""What a feed makes of an item: given the fields of the message and of the item."""


def read(letter: Letter, *, items: str, item: Item, head: tuple[str, ...]) -> Reading:
    """Each of ``items`` of a message; ``head`` are the fields that a message has beside them.

    ``{"nothing_to_report": true, "for": "2026-03-02"}`` says that there is nothing.
    """
    try:
        said = parsed(letter.body)
    except Unreadable as problem:
        return all_wrong(letter, problem.words)
    if not isinstance(said, dict):
        return all_wrong(letter, "Give an object: { … }.")
    if said.get("nothing_to_report") is True and not said.get(items):
        return Reading(parts=(), says_nothing=True)
    found = said.get(items)
    if not isinstance(found, list) or not found:
        return all_wrong(
            letter, f"There is no child in this message: “{items}” is a list of at least one.", field=items
        )
    if len(found) > MOST_ITEMS:
        return all_wrong(letter, f"There are more than {MOST_ITEMS:,} children in this message.")
    return Reading(
        parts=tuple(_part(said, items, number, letter, item, head) for number in range(len(found)))
    )


def _part(
    said: Mapping[str, Any], items: str, number: int, letter: Letter, item: Item, head: tuple[str, ...]
) -> Part:
    alone = written({**said, items: [said[items][number]]})
    place = f"child {number + 1}"
    one = said[items][number]
    if not isinstance(one, dict):
        return Part(
            body=alone, place=place, wrong=(Wrong(words="Give an object for each child.", place=place),)
        )
    whole = Fields(said, at=letter.at, place=place)
    whole.pass_over(items, *head)
    fields = Fields(one, at=letter.at, place=place, under=f"{items}[0]")
    made = item(whole, fields, letter)
    wrong = (*whole.all_wrong(), *fields.all_wrong())
    return Part(
        body=alone,
        place=place,
        concern=None if wrong else made.concern,
        wrong=wrong,
        key=made.key,
        occurrence=made.occurrence,
    )


def parsed(body: bytes) -> Any:
    """The document, each name once in its object. Raises Unreadable."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise Unreadable(f"This is not UTF-8, from byte {problem.start + 1} on.") from None
    try:
        said = json.loads(text, object_pairs_hook=_each_once, parse_float=_finite, parse_constant=_finite)
    except json.JSONDecodeError as problem:
        where = f"line {problem.lineno}, column {problem.colno}"
        raise Unreadable(f"This is not whole JSON: it breaks at {where}.") from None
    except (RecursionError, ValueError):
        raise Unreadable(
            "This says a name twice in one object, nests too deep, or holds a number that is none."
        ) from None
    if _depth(said) > DEEPEST:
        raise Unreadable(f"This is nested deeper than {DEEPEST} levels.")
    return said


def written(said: Any) -> bytes:
    """A document in our own hand: the same for the same content."""
    return json.dumps(said, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def with_values(body: bytes, values: Mapping[str, str]) -> bytes:
    """The same document with other values at these paths: ``children[0].born``. What cannot be read stays as it is."""
    try:
        said = parsed(body)
    except Unreadable:
        return body
    for path, given in values.items():
        _put(said, path, given)
    return written(said)


def value_at(body: bytes, path: str) -> str:
    """What stands at a path, where it is text or a number; else an empty string."""
    try:
        found = parsed(body)
    except Unreadable:
        return ""
    for step in _steps(path):
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            return ""
    return "" if found is None or isinstance(found, dict | list) else str(found)


def all_wrong(letter: Letter, words: str, *, field: str = "") -> Reading:
    """A message of which nothing can be read."""
    wrong = (Wrong(words=words, place=WHOLE, field=field),)
    return Reading(parts=(Part(body=letter.body, place=WHOLE, wrong=wrong),))


def _put(said: Any, path: str, given: str) -> None:
    steps = _steps(path)
    for step in steps[:-1]:
        try:
            said = said[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(said, dict) and steps and isinstance(steps[-1], str):
        said[steps[-1]] = given


def _steps(path: str) -> list[str | int]:
    return [name or int(number) for name, number in STEP.findall(path)]


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError("not finite")
    return number


def _depth(said: Any) -> int:
    level, depth = [said], 0
    while level:
        depth += 1
        inside = [one for one in level if isinstance(one, dict | list)]
        level = [item for one in inside for item in (one.values() if isinstance(one, dict) else one)]
    return depth
