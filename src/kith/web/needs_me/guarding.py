"""What waits of the guard: openings that somebody is told of or must review, and calls of the guardian desk."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from kith.access import policies
from kith.access import queries as access
from kith.agencies import queries as agencies
from kith.kernel.types import Actor
from kith.web.dates import lately
from kith.web.needs_me.held import held_to_release
from kith.web.parts.needs import Need
from kith.web.together.due import need_when

SHOWN_FOR = timedelta(days=14)
"""A conflict that was found stands among what needs a guardian for so long, or until it is lifted."""


def guarding(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """Everything that waits of the guard for one person, and by when."""
    yield from _openings_told(by, at)
    if agencies.answers_as(role=policies.GUARDIAN, by=by, at=at):
        yield from _openings_to_review(by, at)
        yield from _own_families(by, at)
        yield from held_to_release(by, at)
    if agencies.answers_as(role=policies.DESK, by=by, at=at):
        yield from _calls(by, at)


def _openings_told(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """Children who were opened in an emergency, and whose work this person leads or whose looks they guard."""
    told = access.openings_told(practitioner=by.id)
    who = agencies.practitioners(ids={one.opened_by for one in told})
    for one in told:
        yield (
            None,
            Need(
                when=f"Since {lately(one.opened_at, now=at).words}",
                what=f"{who[one.opened_by].name} opened a child’s record in an emergency",
                why=f"“{one.because}”",
                act="Read",
                href=f"/openings/{one.id}/",
            ),
        )


def _openings_to_review(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """For the guardian: what must be reviewed by the end of the next working day."""
    for one in access.openings_to_review(area=by.area):
        if one.opened_by != by.id:
            due_at = one.review_due_at - timedelta(seconds=1)
            when, tag, kind = need_when(due_at, at=at)
            yield (
                due_at,
                Need(
                    when=when,
                    tag=tag,
                    tag_kind=kind,
                    what="Review an opening in an emergency",
                    why=f"“{one.because}”",
                    act="Review",
                    href=f"/openings/{one.id}/",
                ),
            )


def _own_families(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """For the guardian: somebody worked with a child of their own family, who is closed to them now."""
    found = access.conflicts_found_since(area=by.area, since=at - SHOWN_FOR, but_not_of=by.id)
    who = agencies.practitioners(ids={one.practitioner for one in found})
    for one in found:
        yield (
            None,
            Need(
                when=f"Since {lately(one.found_at, now=at).words}",
                what=f"{who[one.practitioner].name} worked with a child near to their own family",
                why="The child is closed to them now. See that somebody else takes over.",
                act="Look",
                href="/own-family/",
            ),
        )


def _calls(by: Actor, at: datetime) -> Iterator[tuple[datetime | None, Need]]:
    """For the guardian desk: whom to ring back within a quarter of an hour."""
    waiting = access.calls_waiting(area=by.area, but_not_of=by.id)
    who = agencies.practitioners(ids={one.searcher for one in waiting})
    for one in waiting:
        when, tag, kind = need_when(one.due_at, at=at)
        yield (
            one.due_at,
            Need(
                when=when,
                tag=tag,
                tag_kind=kind,
                what=f"Ring back {who[one.searcher].agency_name}: a child was looked for",
                why="Ask what the search was for, before anything is said.",
                act="Ring",
                href=f"/desk/{one.id}/",
            ),
        )
