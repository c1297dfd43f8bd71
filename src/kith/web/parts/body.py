"""The body map as it is read: drawings with numbered marks, and the table that says the same."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One drawing with what was put on it."""

    code: str
    words: str
    picture: Markup
    numbers: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class MarkRow:
    """One mark, as the table says it."""

    number: int
    where: str
    """``Left upper arm, front``"""
    is_drawn: bool
    """Whether it was said closely enough to stand on a drawing without a guess."""
    like: str
    """``A bruise; 20 mm by 10 mm; colour: purple; shape: round``"""
    account: str
    """``“He fell.” Dean, his father; consistent with what was seen; also there: his aunt``"""
    said_by: str
    """``School, 11 Nov: seen``"""


@dataclass(frozen=True, kw_only=True)
class BodyMap:
    """Marks of one entry, or of everything that is told of a child."""

    caption: str
    drawings: tuple[Drawn, ...]
    rows: tuple[MarkRow, ...]
    not_drawn: str = ""
    """Why some marks stand in the table alone."""
