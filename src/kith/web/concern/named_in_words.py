"""Tells a writer before sending that their own name stands in their words, which the family may come to read."""

import re
from collections.abc import Iterator, Mapping

_READ_BY_OTHERS = (
    "seen_or_heard",
    "childs_words",
    "my_view",
    "explanation",
    "explained_by",
    "other_children",
    "why_not_told",
)
_SHORTEST = 3


def fields_that_name(answers: Mapping[str, str], *, name: str) -> Iterator[str]:
    """The answers in which the writer's whole name or last name stands as words of their own, in any case."""
    last = name.split()[-1] if name.split() else ""
    wanted = [part for part in {name.strip(), last} if len(part) >= _SHORTEST]
    for field in (
        *_READ_BY_OTHERS,
        *sorted(one for one in answers if one.startswith("mark_") and "_account" in one),
    ):
        words = answers.get(field, "")
        if any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", words, re.IGNORECASE) for part in wanted):
            yield field
