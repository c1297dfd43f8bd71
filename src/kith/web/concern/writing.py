"""One concern while it is written: its draft, the child it is about, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access import policies
from kith.access import queries as access
from kith.access.types import Kin, NotInvolved, OwnChild
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.web import drafts
from kith.web.concern.questions import CHECK, Topic, problems_in, topics_for
from kith.web.drafts import Draft
from kith.web.parts.form import Problem
from kith.web.reading.born import is_not_known

ONLY_RECORDED = "recorded_a_concern"
MOST_OFFERED = 12
"""Children of one's own offered on a page; whoever has more begins at the child's page."""


@dataclass(frozen=True, kw_only=True)
class Writing:
    """What stands of a concern. ``child`` is whom it is about, where the writer began from somebody known."""

    id: UUID
    answers: Mapping[str, str]
    saved_at: datetime | None
    """None where nothing was saved yet."""
    child: UUID | None
    person: Person | None
    """The child as held, while the writer may see them."""
    by: Actor
    at: datetime

    @property
    def topics(self) -> tuple[Topic, ...]:
        return topics_for(self.answers, is_known=self.child is not None)

    @property
    def called(self) -> str:
        """What the child is called in a question."""
        if self.person is not None:
            return self.person.known_as or self.person.display_name.split()[0]
        if self.answers.get("unborn") == "yes":
            return "the baby"
        name = self.answers.get("child_name", "")
        is_a_name = name[:1].isupper() and len(name.split()) <= 3 and not is_not_known(name)
        return name.split()[0].strip(".,?") or "the child" if is_a_name else "the child"

    def topic(self, key: str) -> Topic | None:
        """The topic of that name, where this concern has it."""
        return next((topic for topic in self.topics if topic.key == key), None)

    def problems(self, topic: Topic) -> tuple[Problem, ...]:
        return problems_in(topic, self.answers, called=self.called, at=self.at)

    def is_done(self, topic: Topic) -> bool:
        """Whether its page was sent once and nothing on it is missing."""
        return topic.key in self.answers.get("been", "").split() and not self.problems(topic)

    @property
    def next_topic(self) -> Topic:
        """The first that is not done, so that somebody who changes one answer comes straight back to the end."""
        return next((topic for topic in self.topics if topic is not CHECK and not self.is_done(topic)), CHECK)


def opened(draft: Draft, *, by: Actor, at: datetime) -> Writing:
    """A draft as it stands. Raises Refused for the draft of another form."""
    if draft.task != "concern":
        raise Refused("This is the draft of another form. See what needs you.")
    chosen = draft.answers.get("child_id", "")
    child = draft.child or (UUID(chosen) if chosen not in ("", "other") else None)
    return Writing(
        id=draft.id,
        answers=draft.answers,
        saved_at=draft.saved_at,
        child=draft.child,
        person=_as_may_be_seen(child, by, at),
        by=by,
        at=at,
    )


def not_begun(*, draft: UUID, child: UUID | None, by: Actor, at: datetime) -> Writing:
    """The first page before anything was typed; nothing is kept for it yet."""
    person = _as_may_be_seen(child, by, at)
    return Writing(id=draft, answers={}, saved_at=None, child=child, person=person, by=by, at=at)


def resume(*, draft: UUID, by: Actor, at: datetime) -> Writing:
    """One's own draft. Raises Refused where there is none."""
    return opened(drafts.open_draft(draft=draft, by=by), by=by, at=at)


def brothers_and_sisters(writing: Writing) -> tuple[Kin, ...]:
    """The known child's other children whom the writer may see too."""
    if writing.person is None:
        return ()
    found = access.other_children(child=writing.person.id, by=writing.by, at=writing.at)
    return tuple(one for one in found if one.may_be_opened and one.id is not None and one.kind != "adult")


def own_children(*, by: Actor, at: datetime) -> tuple[OwnChild, ...]:
    """The children whom the writer works with, where they are few enough to choose from.

    Whoever is seen only since an earlier concern is left out: to offer them would say whom those words were matched with.
    """
    everyone = access.children_of(by=by, at=at)
    found = tuple(one for one in everyone if set(one.bases) - {ONLY_RECORDED})
    return found if len(found) <= MOST_OFFERED else ()


def _as_may_be_seen(child: UUID | None, by: Actor, at: datetime) -> Person | None:
    """The child, unless the writer's sight ended meanwhile: the concern is still sent, and names nobody on the page."""
    if child is None:
        return None
    try:
        policies.check_can_see(child=child, by=by, at=at)
    except NotInvolved:
        return None
    return people.person(id=child)
