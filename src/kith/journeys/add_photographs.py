"""Photographs are added to an entry that stands: each is taken or refused by itself, and what was refused says why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kith.files import operations as files
from kith.journeys.kiths_own_hand import kith_itself
from kith.kernel.errors import BadInput
from kith.kernel.transaction import acting
from kith.kernel.types import Actor


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One file as it came: its bytes, and the name that it was given."""

    name: str
    body: bytes = field(repr=False)
    once: Callable[[], bool] = lambda: True
    """Runs in the transaction that keeps it, such as taking it from where it waited: False where somebody else has kept it."""


@dataclass(frozen=True, kw_only=True)
class Added:
    """What became of them. ``refused`` are (name as sent, why and what to send instead)."""

    taken: tuple[UUID, ...]
    refused: tuple[tuple[str, str], ...]


def add_photographs(
    *, child: UUID, entry: UUID, sent: Iterable[Sent], shows: str, by: Actor, at: datetime
) -> Added:
    """Take each file in and give it to the child's entry. Whether ``by`` sees the entry is asked before."""
    taken, refused = [], []
    for one in sent:
        try:
            taken += _add(one, child, entry, shows, by, at)
        except BadInput as bad:
            refused.append((one.name, bad.problem))
    return Added(taken=tuple(taken), refused=tuple(refused))


def _add(one: Sent, child: UUID, entry: UUID, shows: str, by: Actor, at: datetime) -> list[UUID]:
    """Drawing takes seconds, so it is done before the transaction; the limit of the day is asked on both sides of it."""
    files.check_room_for(child=child, by=by, at=at)
    ready = files.ready(body=one.body, by=by, at=at)
    with acting(by=by):
        if not one.once():
            return []
        file = files.keep(file=ready, name=one.name, by=by, at=at)
        files.give_to_child(file=file, child=child, entry=entry, shows=shows, by=by, at=at)
    return [file]


def scan_waiting(*, at: datetime, limit: int = 200) -> int:
    """Files that came while the scanner gave no answer are scanned; answers how many. By Kith's own hand."""
    return files.scan_waiting(by=kith_itself(area="kith"), at=at, limit=limit)
