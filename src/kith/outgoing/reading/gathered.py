"""What a reading gathers: every text with the place where it stood, what could not be read, and how much is left to take."""

from collections.abc import Callable
from dataclasses import dataclass, field

LARGEST = 25 * 1024 * 1024
"""Bytes of one file, packed or unpacked."""
MOST_LETTERS = 20_000_000
MOST_FILES = 500
DEEPEST = 3
"""Files inside files inside files."""


class TooMuch(Exception):
    """More than anybody sends, or a bomb: the reading ends and the document is held."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One text and where it stood: ``page 3``, ``sheet 2 (hidden)``. A place never repeats words of the document."""

    place: str
    text: str = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class NotRead:
    """A part that could not be read, and why."""

    place: str
    why: str


@dataclass(kw_only=True)
class Gathered:
    """Everything found so far, within its limits."""

    pieces: list[Piece] = field(default_factory=list)
    not_read: list[NotRead] = field(default_factory=list)
    located: list[str] = field(default_factory=list)
    """Places that hold a position on the map, whatever position it is."""
    letters_left: int = MOST_LETTERS
    files_left: int = MOST_FILES
    bytes_left: int = 4 * LARGEST

    def say(self, place: str, text: str) -> None:
        """Keep a text. Raises TooMuch where there is more text than anybody sends."""
        if text.strip():
            self.letters_left -= len(text)
            if self.letters_left < 0:
                raise TooMuch("it holds more text than can be searched")
            self.pieces.append(Piece(place=place, text=text))

    def cannot(self, place: str, why: str) -> None:
        """Keep that something could not be read: the document is held."""
        missed = NotRead(place=place, why=why)
        if missed not in self.not_read and len(self.not_read) < 50:
            self.not_read.append(missed)

    def enter(self, size: int) -> None:
        """Another file is opened. Raises TooMuch where there are too many, or they are too large together."""
        self.files_left -= 1
        self.bytes_left -= size
        if self.files_left < 0 or self.bytes_left < 0:
            raise TooMuch("it holds more files, or larger ones, than can be searched")


@dataclass(frozen=True, kw_only=True)
class Inside:
    """A file as a reader is given it: its bytes, where it stands, and the way to read what is inside it."""

    body: bytes
    place: str
    depth: int
    gathered: Gathered
    read_inside: Callable[..., None]

    def at(self, where: str) -> str:
        """A place within this one: ``file 2 of the archive, page 3``."""
        return f"{self.place}, {where}" if self.place else where

    def open(self, body: bytes, *, where: str, media_type: str = "", name: str = "") -> None:
        """Read a file that was found inside this one."""
        self.read_inside(
            body,
            place=self.at(where),
            depth=self.depth + 1,
            gathered=self.gathered,
            media_type=media_type,
            name=name,
        )
