"""Tells the trail of one person's identity in words: made, joined, parted, by whom, when and why."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from kith.agencies.types import Practitioner
from kith.identity.types import Step
from kith.web.dates import at_time
from kith.web.parts.names import name_of
from kith.web.who_it_is.door import AtWho
from kith.web.who_it_is.names import ANOTHER, may_open
from kith.web.who_it_is.page import Happened

Names = Mapping[UUID, str]
Who = Mapping[UUID, Practitioner]


def trail_of(steps: Iterable[Step], *, here: AtWho, names: Names, who: Who) -> tuple[Happened, ...]:
    """Oldest first. What a step moved is one click away for whoever says who is who and may open both."""
    held = tuple(steps)
    both = {one for step in held for one in (step.person, step.other) if one}
    open_to = may_open(here, both) if here.says_who else frozenset()
    return tuple(
        Happened(
            when=at_time(step.taken_at),
            words=f"{words_of(step, here.child.id, names)} {_why(step, who)}",
            href=_href(step, here) if {step.person, step.other} <= open_to else "",
        )
        for step in held
    )


def words_of(step: Step, child: UUID, names: Names) -> str:
    """What a step did, as it is told on this child's page."""
    mine = step.person == child
    other = (step.other if mine else step.person) or child
    name = names.get(other, ANOTHER)
    told = {
        ("create", True): "This record was made.",
        ("merge", True): f"{name} was found to be the same child, and joined here.",
        ("merge", False): f"They were found to be the same child as {name}, who goes on for both.",
        ("split", True): f"Parted from {name}.",
        ("split", False): f"{name} was parted from here.",
        ("reassign", True): f"A description was moved here from {name}.",
        ("reassign", False): f"A description was moved from here to {name}.",
    }
    return told[step.kind, mine]


def _why(step: Step, who: Who) -> str:
    if step.taken_by is None:
        return f"By Kith: {step.because}"
    return f"{name_of(step.taken_by, who)}: “{step.because}”"


def _href(step: Step, here: AtWho) -> str:
    return f"/children/{here.child.id}/who/{step.id}/" if step.other else ""
