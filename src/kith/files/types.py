"""Frozen values that leave the files room."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

CLEAN, FOUND, NOT_SCANNED, WAITING = "clean", "found", "not_scanned", "waiting"


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """One page, drawn anew as two JPEGs. Sizes are pixels of the clear one."""

    width: int
    height: int
    clear: bytes = field(repr=False)
    blurred: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class Scanned:
    """What a scanner said: ``clean``, ``found``, ``not_scanned`` (none is configured) or ``waiting`` (it gave no answer)."""

    outcome: str
    scanner: str
    """What the scanner calls itself."""
    said: str = ""
    """The name of what it found, or why there was no answer."""


class Scanner(Protocol):
    """What ``KITH_SCANNER`` names. It answers, also where it cannot; whatever it raises counts as no answer."""

    def __call__(self, body: bytes) -> Scanned: ...


@dataclass(frozen=True, kw_only=True)
class Ready:
    """A file that was looked at and drawn, before anything of it is kept."""

    body: bytes = field(repr=False)
    media_type: str
    pages: tuple[Drawn, ...]
    scanned: Scanned


@dataclass(frozen=True, kw_only=True)
class Copy:
    """One page of a file as people may look at it; each id is an address of its own."""

    page: int
    clear: UUID
    blurred: UUID
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Opened:
    """Somebody asked for the clear copy of a file."""

    file: UUID
    by: UUID
    by_name: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class File:
    """A file that was taken in, without its bytes. ``digest`` and ``size`` are of the sealed original."""

    id: UUID
    area: str
    name: str
    shows: str
    media_type: str
    digest: str
    size: int
    taken_at: datetime
    taken_by: UUID
    taken_by_name: str
    state: str
    """What the scanner last said; only ``clean`` and ``not_scanned`` are shown."""
    child: UUID | None = None
    entry: UUID | None = None
    copies: tuple[Copy, ...] = ()
    opened: tuple[Opened, ...] = ()
    """The clear copy, oldest first."""

    @property
    def may_be_shown(self) -> bool:
        return self.state in (CLEAN, NOT_SCANNED)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One copy with its bytes, for the one view that hands it out."""

    id: UUID
    file: File
    is_clear: bool
    page: int
    body: bytes = field(repr=False)
