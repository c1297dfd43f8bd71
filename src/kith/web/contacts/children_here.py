"""Every child whom a contact is about, with what nothing has settled, and every other child of their homes."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.access import queries as access
from kith.agencies.types import Practitioner
from kith.grammar.words import named
from kith.identity import queries as identity
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.web.child.other_children import other_children_of
from kith.web.child.reading import Reading
from kith.web.child.story import story_part_of, told_story
from kith.web.child.telling import agency_words
from kith.web.contacts.page import ChildHere
from kith.web.jinja import number_word
from kith.web.parts.story import StoryLine

SHOWN = 5
"""Open lines of a child that are shown; the earlier ones are counted, and one click away."""


def children_here(readings: Sequence[Reading], *, by: Actor, at: datetime) -> tuple[ChildHere, ...]:
    """One for each child, in the order in which they were named."""
    held = access.responsible_for_each(children=[one.child.id for one in readings], at=at)
    return tuple(_child(one, held[one.child.id].worker, by, at) for one in readings)


def _child(reading: Reading, worker: Practitioner | None, by: Actor, at: datetime) -> ChildHere:
    child = reading.child
    lines = _open_lines(reading)
    more = len(lines) - SHOWN
    return ChildHere(
        name=child.name,
        href=f"/children/{child.id}/",
        who=people.age_words(born=child.birth, as_at=at),
        known=f"{_worker(worker)} {_known_to(reading)}",
        open_lines=tuple(lines[-SHOWN:]),
        more_open=f"and {number_word(more).lower()} earlier, on the child’s page" if more > 0 else "",
        settled_words="" if lines else "Nothing is open: every worry that was told was settled, or none was.",
        others=other_children_of(reading, access.other_children(child=child.id, by=by, at=at)),
        same_child_href=_same_child(child.id),
    )


def _open_lines(reading: Reading) -> list[StoryLine]:
    """The lines of the story that nothing has settled, oldest first."""
    parts = story_part_of(reading, told_story(reading)).parts
    return [line for part in parts for line in part.lines if isinstance(line, StoryLine) and line.open]


def _worker(worker: Practitioner | None) -> str:
    return (
        f"{worker.name} works with them, {worker.phone}."
        if worker
        else "Nobody in social care works with them now."
    )


def _known_to(reading: Reading) -> str:
    told = tuple(dict.fromkeys(agency_words(entry, reading) for entry in reading.counting))
    return f"Told of by {named(told)}." if told else "Nobody told anything before."


def _same_child(child: UUID) -> str:
    reviews = identity.open_reviews_of(person=child)
    return f"/same-child/{reviews[0].id}/" if reviews else ""
