"""What a feed declares, what it makes of a message, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.grammar.durations import Duration
from kith.journeys.types import Concern
from kith.kernel.dead_letters import Wrong


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A message as a feed reads it: the bytes, whose they are, and the moment at which they are read."""

    body: bytes
    media_type: str
    agency: str
    area: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Part:
    """One thing in a message that is taken, or not, by itself.

    ``body`` is the part alone, as a message of the same feed, so that it can be mended and read again. ``key`` is the
    sender's own reference for it, empty where there is none: then its bytes are. ``occurrence`` is the sender's
    reference for what happened, shared by messages of other feeds about the same. ``concern`` is what it says, or
    ``wrong`` what is to be mended.
    """

    body: bytes
    place: str
    concern: Concern | None = None
    wrong: tuple[Wrong, ...] = ()
    key: str = ""
    occurrence: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a feed made of a message. ``says_nothing``: the sender says itself that there is nothing to report."""

    parts: tuple[Part, ...]
    says_nothing: bool = False


@dataclass(frozen=True, kw_only=True)
class Feed:
    """One sort of message that one sort of agency sends. ``code`` is its folder's name.

    ``every`` is how often something is expected, be it that there is nothing to report; None where nobody waits.
    ``formats`` are media types, the usual one first. ``tells_schools`` are the kinds of entry of which a child's own
    school is told by the next school day.
    """

    code: str
    label: str
    agency: str
    every: Duration | None
    formats: tuple[str, ...]
    receive: Callable[[Letter], Reading]
    tells_schools: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class LetterKept:
    """A part that a person must look at."""

    id: UUID
    place: str
    wrong: tuple[Wrong, ...]


@dataclass(frozen=True, kw_only=True)
class CameOf:
    """What became of a message: how many parts were taken, what waits for a person, whether it came before.

    ``is_done`` is False where something went wrong here: it is kept, and is tried again.
    """

    message: UUID
    taken: int
    letters: tuple[LetterKept, ...]
    says_nothing: bool
    came_before: bool
    is_done: bool
