"""What was held before it left, for a guardian of information, as one line: each is read on a page of its own."""

from collections.abc import Iterator
from datetime import datetime

from kith.kernel.types import Actor
from kith.outgoing import queries as outgoing
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def held_to_release(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """How many documents wait for two people, by the earliest that is due. Nothing is said of whose they are."""
    waiting = outgoing.waiting(area=by.area)
    if not waiting:
        return
    due_at = min(one.due_at for one in waiting)
    when, tag, kind = need_when(due_at, at=at)
    yield (
        due_at,
        Need(
            when=when,
            tag=tag,
            tag_kind=kind,
            what="A document was held before it left"
            if len(waiting) == 1
            else f"{len(waiting)} documents were held before they left",
            why="It may say what its recipient must not learn. Two people release it, or it is kept back.",
            act="Look",
            href="/held/",
        ),
    )
