"""What waits of looks: the findings that this person owns, as one line, since each is read on a page of its own."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from kith.kernel.types import Actor
from kith.oversight import queries as oversight
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def findings_to_review(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """How many findings wait for their owner, by the earliest that is due. Nothing is said here of whose looks they are."""
    number, earliest = oversight.owned_by(owner=by.id)
    if earliest is None:
        return
    due_at = earliest - timedelta(seconds=1)
    when, tag, kind = need_when(due_at, at=at)
    yield (
        due_at,
        Need(
            when=when,
            tag=tag,
            tag_kind=kind,
            what="Review looks: 1 finding waits" if number == 1 else f"Review looks: {number} findings wait",
            why="A finding proves nothing. It asks why somebody looked.",
            act="Review",
            href="/looks/",
        ),
    )
