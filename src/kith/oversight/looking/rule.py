"""What a rule about looks is: a question with its reason, its threshold, and what would make it wrong."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from kith.oversight.looking.rows import Day, Found

Thresholds = Mapping[str, int]
BY_ROLE = frozenset({"owns_a_question"})
"""Whoever answers for a role reads as much as a question needs; no involvement stands behind that."""
SAME_CHILD, SAME_PERSON, NEVER = "same_child", "same_person", ""
"""After an answer that it was in order, the rule is quiet about the same child; about the same person; or never."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule. It finds, and decides nothing: a person reads what it quotes."""

    code: str
    words: str
    """``Same last name as the family``"""
    why: str
    cited: str
    threshold: Thresholds = field(default_factory=dict)
    """Numbers that a partnership may set [P]."""
    wrong_if: str
    """What would make a finding no more than it seems."""
    quiet: str = NEVER
    asks: Callable[[Day, Thresholds], Iterator[Found]]


def counted(number: int, one: str, many: str) -> str:
    """``1 child``, ``4 children``."""
    return f"{number} {one if number == 1 else many}"


def of_children(looks: tuple) -> str:  # type: ignore[type-arg]
    """``3 looks at 2 children``"""
    children = len({look.child for look in looks})
    return f"{counted(len(looks), 'look', 'looks')} at {counted(children, 'child', 'children')}"
