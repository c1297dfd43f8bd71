"""Closed lists: agencies, the steps that a prompt can ask for, the roles that own them, what a contact can come to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from kith.grammar.durations import Duration

Look = Literal["police", "school", "social", "health", "family"]
Strength = Literal["strong", "firm", "plain"]
When = Literal["now", "same_day", "within"]


@dataclass(frozen=True)
class Due:
    """By when a step is due: now, by the end of the same day, or within a duration."""

    when: When
    duration: Duration | None = None

    def __str__(self) -> str:
        return {"now": "now", "same_day": "today", "within": f"within {self.duration}"}[self.when]


NOW = Due("now")
SAME_DAY = Due("same_day")


def within(duration: Duration) -> Due:
    return Due("within", duration)


@dataclass(frozen=True, kw_only=True)
class AgencyCode:
    """A sort of agency. Two authorities are two agencies of one code, told apart by their area."""

    code: str
    label: str
    short: str
    look: Look
    """Which of the five groups its shape and colour belong to."""
    manager: str
    """The role that answers for it where a prompt asks for "a manager in" it."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """Something that a prompt can ask a person to decide on, never more than a question."""

    code: str
    label: str
    strength: Strength
    due: Due
    cited: str
    """What the time rests on: the law's or guidance's mark, or [P] where it is ours to begin with."""
    asks: str
    """The question in plain words; ``{child}`` is the child's or children's names."""
    does: str
    """The words on the button."""
    answers: tuple[str, ...] = ()
    """Steps whose wish this one also meets."""


@dataclass(frozen=True, kw_only=True)
class Role:
    """A post that owns prompts and decisions, in an agency, with who stands in."""

    code: str
    label: str
    agency: str
    stand_in: str | None
    """The next in the chain; None only for the one who is staffed day and night."""


@dataclass(frozen=True, kw_only=True)
class Seat:
    """A place at a discussion that somebody of one of these agencies must sit in for the decision to be a joint one."""

    code: str
    label: str
    agencies: tuple[str, ...]
    cited: str


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """An agency that is proposed for a discussion where an entry of one of these kinds was told of a child."""

    agency: str
    kinds: tuple[str, ...]
    because: str


@dataclass(frozen=True, kw_only=True)
class ContactOutcome:
    """What the front door may decide on a contact. ``closes`` where nothing further is done, which needs a closing reason.

    ``accepted_by`` is the role that takes the family on by name: where nobody does, the contact comes back.
    """

    code: str
    label: str
    hint: str = ""
    closes: bool = False
    accepted_by: str = ""


@dataclass(frozen=True, kw_only=True)
class ClosingReason:
    """Why a contact may be closed, and what must be written with it."""

    code: str
    label: str
    asks: str


@dataclass(frozen=True, kw_only=True)
class ChallengeStage:
    """How far up a professional disagreement is answered: by which role of the other side, and by when."""

    code: str
    label: str
    due: Due
    answered_by: Mapping[str, str]
    """The role by the agency of the other side; ``others`` is for every agency that is not named."""
    cited: str
    """What its time rests on."""
    holders_alone: bool = False
    """Whether only somebody who holds the role may answer, and nobody who stands in: an independent person has no deputy."""

    def role_for(self, agency: str) -> str:
        """The role that answers in an agency."""
        return self.answered_by.get(agency, self.answered_by["others"])


@dataclass(frozen=True, kw_only=True)
class LawfulStep:
    """Something that may be done for a child, whose agreement it needs, and what there is where that is refused.

    ``then`` is how it reads once the duty ``duty`` of an Act is in force, which was passed before anybody could say when.
    """

    code: str
    what: str
    needs: str
    if_refused: str
    cited: str
    duty: str = ""
    then: "LawfulStep | None" = None

    def on(self, day: date, *, commenced: Mapping[str, date]) -> "LawfulStep":
        """The step as the law stands on a day. ``commenced`` says from when on a duty is in force; one that is not there is not."""
        since = commenced.get(self.duty)
        return self.then if self.then and since and since <= day else self


def by_code(items: Iterable[Any]) -> Mapping[str, Any]:
    """The items by their code, in the order given. Raises ValueError where a code comes twice."""
    found = list(items)
    by = {item.code: item for item in found}
    if len(by) != len(found):
        raise ValueError("a code comes twice in a closed list")
    return MappingProxyType(by)
