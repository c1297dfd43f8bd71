"""Problems of one item, found in its form or told by the rooms further in, as a place in the item and a sentence."""

from typing import Any

from pydantic import ValidationError

from kith.api.item import OURS, EntryItem
from kith.api.paths import Place, path, strings_in
from kith.api.types import Problem
from kith.kernel.errors import BadInput

Finding = tuple[Place, str]
MOST = 50
"""Problems of one item that are worth telling; who has more has another problem."""
CANNOT = "This cannot be taken."
SENTENCES = {
    "missing": "Give this.",
    "extra_forbidden": "There is no such field.",
    "string_type": "Give text.",
    "string_too_long": "This is too long: at most {max_length:,} characters.",
    "string_too_short": "This may not be empty.",
    "list_type": "Give a list.",
    "too_long": "This is too long a list: at most {max_length}.",
    "too_short": "Give at least one.",
    "dict_type": "Give an object of names and values.",
    "model_type": "Give an object.",
}
"""What the reader of forms finds, in our words: its own may quote what was given."""
PLACES: dict[str, Place] = {
    "happened_from": ("happened", "from"),
    "happened_to": ("happened", "to"),
    "precision": ("happened", "precision"),
    "sender_key": ("sender_reference",),
    "known_to": ("told",),
}
"""Where in an item stands what the rooms further in call by another name."""
LONG_ENOUGH_TO_TELL = 6


def of_form(problem: ValidationError) -> list[Finding]:
    """What is wrong with an item's form."""
    return [
        (tuple(one["loc"]), _sentence(one)) for one in problem.errors(include_url=False, include_input=False)
    ]


def of_room(problem: BadInput, *, item: Any) -> Finding:
    """What a room further in would not take. A sentence that holds anything that was sent is put plainer."""
    field = problem.field.removeprefix("entries.it.")
    name = field.split(".")[0]
    place = PLACES.get(name) or (tuple(field.split(".")) if name in EntryItem.model_fields else ("people",))
    quotes = any(len(text) >= LONG_ENOUGH_TO_TELL and text in problem.problem for _, text in strings_in(item))
    return place, CANNOT if quotes else problem.problem


def of_detail(problem: BadInput, *, name: str, given: Any) -> Finding:
    """What the entry kind would not take, without the value that its sentence may end in or begin with."""
    quoted = f"{given!r} "
    sentence = problem.problem.replace(f"; {quoted}", "; what was given ")
    if sentence.startswith(quoted):
        sentence = "What was given " + sentence.removeprefix(quoted)
    return ("details", name), CANNOT if isinstance(given, str) and quoted.strip() in sentence else sentence


def as_problems(findings: list[Finding], *, item: Any, index: int) -> tuple[Problem, ...]:
    """Findings as they are told, each once, in their order."""
    told = (Problem(field=path(place, item, index=index), problem=words) for place, words in findings[:MOST])
    return tuple(dict.fromkeys(told))


def _sentence(one: Any) -> str:
    if one["type"] == OURS:
        return str(one["msg"])
    return SENTENCES.get(one["type"], CANNOT).format(**one.get("ctx", {}))
