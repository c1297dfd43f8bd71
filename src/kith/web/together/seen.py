"""The children of one question or decision whom a reader may see: each is opened, each look kept, each read once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NoReturn
from uuid import UUID

from kith.access import operations as access
from kith.access import policies
from kith.access.types import Opened
from kith.chronology.types import EntryView
from kith.grammar.words import named
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.web.child.reading import Reading, read


def open_seen(*, children: Sequence[UUID], purpose: str, by: Actor, at: datetime) -> tuple[Opened, ...]:
    """Opens those whom ``by`` may see, in the order given, and keeps the looks.

    Raises NotInvolved where there is none of them: for the first, as one who asks for that child is refused.
    """
    seen = set(policies.sight(by=by, at=at).filter(child__in=children).values_list("child", flat=True))
    wanted = [child for child in children if child in seen] or children[:1]
    return tuple(access.open_child(child=child, purpose=purpose, by=by, at=at) for child in wanted)


def sees_any(*, children: Sequence[UUID], by: Actor, at: datetime) -> bool:
    """Whether ``by`` may see one of them."""
    return policies.sight(by=by, at=at).filter(child__in=children).exists()


def raise_as_for_nobody(*, child: UUID, purpose: str, by: Actor, at: datetime) -> NoReturn:
    """Refuses what is not there as a child who is not there, so that no answer tells which it was."""
    access.open_child(child=child, purpose=purpose, by=by, at=at)
    raise Refused("Nothing is found here that you may open.")


def read_each(opened: Iterable[Opened], *, by: Actor, at: datetime) -> tuple[Reading, ...]:
    """What may be read of each now."""
    return tuple(read(child=one.child, by=by, at=at, basis=one.basis) for one in opened)


def entries_of(readings: Iterable[Reading]) -> dict[UUID, tuple[EntryView, Reading]]:
    """Every entry that may be read, once, with the child through whom it is."""
    found: dict[UUID, tuple[EntryView, Reading]] = {}
    for reading in readings:
        for entry in reading.entries:
            found.setdefault(entry.id, (entry, reading))
    return found


def names_of(readings: Iterable[Reading]) -> str:
    """What the children are called, together."""
    return named(reading.name for reading in readings)
