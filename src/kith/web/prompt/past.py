"""What has happened with a question: to whom it was put and why, who has it, what was answered, who disagreed."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from kith.patterns.types import PromptView, SayingView
from kith.web.dates import Moment, at_time
from kith.web.parts.names import People, name_of
from kith.web.prompt.page import Answered


def people_in(prompt: PromptView, sayings: tuple[SayingView, ...]) -> set[UUID]:
    """Everybody who is named in it."""
    found = {one for saying in sayings for one in (saying.owner, saying.put_by)}
    return {one for one in {*found, prompt.owner, prompt.acknowledged_by, prompt.answered_by} if one}


def history_of(
    prompt: PromptView, sayings: tuple[SayingView, ...], *, people: People
) -> tuple[Answered, ...]:
    """Oldest first."""
    told = [*_sayings(sayings, people), *_acknowledged(prompt, people), *_answered(prompt, people)]
    return tuple(Answered(when=_when(at), words=words) for at, words in sorted(told, key=lambda one: one[0]))


def answer_words(prompt: PromptView, people: People) -> str:
    """``Dana Ferris, Tue 17 Nov, 11:05: “Police go to the door first.”``"""
    assert prompt.answered_at is not None
    said = f": “{prompt.because}”" if prompt.because else "."
    return f"{name_of(prompt.answered_by, people)}, {_when(prompt.answered_at).words}{said}"


def _sayings(sayings: tuple[SayingView, ...], people: People) -> Iterator[tuple[datetime, str]]:
    for saying in sayings:
        owner, put_by = name_of(saying.owner, people), name_of(saying.put_by, people)
        yield (
            saying.said_at,
            {
                "opened": f"Asked of {owner}.",
                "another_agency": f"Asked again of {owner}: an entry of another agency joined it.",
                "new_stage": f"Asked of {owner}, higher up: more of the same has happened.",
                "handed_over": f"Nobody was free, said {put_by}: “{saying.because}” Given to {owner}.",
                "challenged": f"Challenged by {put_by}: “{saying.because}” {owner} is asked to look again.",
                "challenge_answered": f"{put_by} looked again: “{saying.because}”",
                "match_undone": f"{saying.because} {owner} was told.",
                "match_heard": f"{owner} has read that a match was undone.",
            }[saying.why],
        )


def _acknowledged(prompt: PromptView, people: People) -> Iterator[tuple[datetime, str]]:
    if prompt.acknowledged_at and prompt.acknowledged_at != prompt.answered_at:
        yield prompt.acknowledged_at, f"{name_of(prompt.acknowledged_by, people)} has it."


def _answered(prompt: PromptView, people: People) -> Iterator[tuple[datetime, str]]:
    if prompt.answered_at is None:
        return
    who = name_of(prompt.answered_by, people)
    said = f": “{prompt.because}”" if prompt.because else "."
    words = f"Declined by {who}{said}" if prompt.answer == "declined" else f"Done, says {who}{said}"
    yield prompt.answered_at, f"{who} opened a joint decision." if prompt.decision else words


def _when(at: datetime) -> Moment:
    return at_time(at)
