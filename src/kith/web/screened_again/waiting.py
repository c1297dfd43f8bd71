"""Second, blind screenings that wait for one person."""

from collections.abc import Iterator
from datetime import datetime

from kith.kernel.types import Actor
from kith.pathway import queries as contacts
from kith.web.parts.needs import Need
from kith.web.together.due import need_when


def to_screen_again(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """One line each. It names nobody: who it is about is read where the look is kept."""
    for one in contacts.second_screenings_of(owner=by.id):
        when, tag, kind = need_when(one.due_at, at=at)
        yield (
            one.due_at,
            Need(
                when=when,
                tag=tag,
                tag_kind=kind,
                what="Screen a contact again, without seeing what was decided",
                why="A lot fell on it. It is counted for the whole front door, never for one of you.",
                act="Screen",
                href=f"/contacts/again/{one.id}/",
            ),
        )
