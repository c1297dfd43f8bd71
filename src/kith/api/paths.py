"""Where in an item something is, in the words of whoever sent it, and never with what they sent."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

Place = tuple[str | int, ...]
PLAIN = re.compile(r"[a-z][a-z_]{0,59}")
"""A name that may be said back: letters and underscores, as all of ours are. A stray one may be somebody's address."""


def plain(name: str) -> str:
    """The name, or nothing where it is not one that may be said back."""
    return name if PLAIN.fullmatch(name) else ""


def path(place: Iterable[str | int], item: Any, *, index: int) -> str:
    """``entries[0].people[1].born.from``. It ends where the item itself does, and at a name that is not plain."""
    words, inside = f"entries[{index}]", item
    for step in place:
        if isinstance(step, int) and isinstance(inside, list):
            words += f"[{step}]"
            inside = inside[step] if step < len(inside) else None
        elif isinstance(step, str) and isinstance(inside, dict) and plain(step):
            words += f".{step}"
            inside = inside.get(step)
        else:
            break
    return words


def strings_in(item: Any) -> Iterator[tuple[Place, str]]:
    """Every text of an item with its place, names of fields included."""
    waiting: list[tuple[Place, Any]] = [((), item)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, list):
            waiting += [((*place, number), one) for number, one in enumerate(value)]
        elif isinstance(value, dict):
            yield from ((place, name) for name in value)
            waiting += [((*place, name), one) for name, one in value.items()]
