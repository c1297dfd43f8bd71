"""What waits for one person of challenges, of requests for a conference and of reviews, as lines of what needs them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from kith.access import policies
from kith.decisions.challenges import queries, reviewing
from kith.decisions.challenges.types import ChallengeView, ConferenceRequestView, OverrideView
from kith.grammar.words import named
from kith.kernel.types import Actor
from kith.patterns.queries import rulebook
from kith.people import queries as people
from kith.web.challenge.page import ChallengesPage
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.needs import Need, NeedGroup
from kith.web.together.due import need_when

Waits = tuple[datetime | None, Need]
Names = Mapping[UUID, str]
CLOSELY = "a child who is held closely"


def challenges_waiting(by: Actor, at: datetime) -> Iterator[Waits]:
    """To answer; answered or overdue, for whoever disagrees; conferences to answer or answered; overrides to review."""
    to_answer = queries.to_answer(practitioner=by.id)
    questions = queries.asked_of(practitioner=by.id)
    ours = queries.opened_or_joined_by(practitioner=by.id)
    asked = reviewing.conferences_to_answer(practitioner=by.id)
    answered = [one for one in reviewing.conferences_asked_by(practitioner=by.id) if not one.is_open]
    overrides = reviewing.overrides_waiting_for(practitioner=by.id)
    names = _names([*to_answer, *questions, *ours, *asked, *answered, *overrides], by, at)
    yield from (_to_answer(one, names, at) for one in to_answer)
    yield from (_question(one, names, at) for one in questions)
    yield from (_ours(one, names, at) for one in ours if _is_for_us(one, at))
    yield from (_conference(one, names, at) for one in asked)
    yield from (_conference_answered(one, names, at) for one in answered)
    yield from (_override(one, names, by, at) for one in overrides)


def challenges_page(*, by: Actor, at: datetime) -> ChallengesPage:
    """Everything that waits, and what somebody disagrees with and waits for others."""
    ours = [one for one in queries.opened_or_joined_by(practitioner=by.id) if not _is_for_us(one, at)]
    names = _names(ours, by, at)
    mine = sorted(challenges_waiting(by, at), key=lambda one: (one[0] is None, one[0]))
    groups = (
        NeedGroup(title="They wait for you", needs=tuple(need for _, need in mine)),
        NeedGroup(
            title="They wait for others", needs=tuple(_waits_for_others(one, names, at) for one in ours)
        ),
    )
    return ChallengesPage(
        lead="Where professionals disagree: each in its own words, answered by one named person, until whoever disagrees says that it is settled.",
        groups=tuple(group for group in groups if group.needs),
        silence="No challenge waits for you, and you have none open. Disagree from the page of a decision, or from a child’s own page.",
    )


def _is_for_us(one: ChallengeView, at: datetime) -> bool:
    """Whether whoever disagrees is to do something: it was answered, nobody answered in time, or nobody could be named."""
    return not one.last.waits or one.last.answerer is None or one.last.is_overdue(at=at)


def _names(
    held: Iterable[ChallengeView | ConferenceRequestView | OverrideView], by: Actor, at: datetime
) -> Names:
    """Names of the children whom this person may see; others stay unsaid."""
    wanted = {child for one in held for child in one.children}
    if not wanted:
        return {}
    seen = set(policies.sight(by=by, at=at).filter(child__in=wanted).values_list("child", flat=True))
    return {id: person.name for id, person in people.persons(ids=seen).items()}


def _called(children: Iterable[UUID], names: Names) -> str:
    seen = [names[child] for child in children if child in names]
    return named(seen) if seen else CLOSELY


def _about(one: ChallengeView) -> str:
    return rulebook().challenge_about.get(one.about, one.about)


def _to_answer(one: ChallengeView, names: Names, at: datetime) -> Waits:
    when, tag, kind = need_when(one.last.due_at, at=at)
    who = agency(one.agency).label
    return one.last.due_at, Need(
        when=when, tag=tag, tag_kind=kind, what=f"{who} disagrees: {_called(one.children, names)}",
        why=f"About {_about(one)}: “{_cut(one.words, one.children, names)}”", act="Answer", href=f"/challenges/{one.id}/",
    )  # fmt: skip


def _question(one: ChallengeView, names: Names, at: datetime) -> Waits:
    last = next(said for said in reversed(one.said) if said.what == "asked")
    return None, Need(
        when=f"Since {lately(last.said_at, now=at).words}", what=f"The scrutineer asks you: {_called(one.children, names)}",
        why=f"“{_cut(last.words, one.children, names)}”", act="Answer", href=f"/challenges/{one.id}/",
    )  # fmt: skip


def _ours(one: ChallengeView, names: Names, at: datetime) -> Waits:
    who, called = agency(one.to_agency).label, _called(one.children, names)
    if one.last.waits:
        when, tag, kind = need_when(one.last.due_at, at=at)
        nobody = one.last.answerer is None
        what = (
            "Nobody could be named to answer your challenge" if nobody else "Nobody answered your challenge"
        )
        why = (
            "Ring the duty desk, and say who should."
            if nobody
            else f"{who} did not answer in time. Press on, or ring them."
        )
        return one.last.due_at, Need(
            when=when, tag=tag, tag_kind=kind, what=f"{what}: {called}",
            why=why, act="Read" if nobody else "Press on", href=f"/challenges/{one.id}/",
        )  # fmt: skip
    answered = one.last.answered_at
    since = f"Since {lately(answered, now=at).words}" if answered else "Now"
    return None, Need(
        when=since, what=f"Your challenge was answered: {called}", why=f"{who}: “{_cut(one.last.answer_words, one.children, names)}”",
        act="Read", href=f"/challenges/{one.id}/",
    )  # fmt: skip


def _waits_for_others(one: ChallengeView, names: Names, at: datetime) -> Need:
    when, tag, kind = need_when(one.last.due_at, at=at)
    return Need(
        when=when, tag=tag, tag_kind=kind, what=f"{agency(one.to_agency).label} is to answer: {_called(one.children, names)}",
        why=f"About {_about(one)}: “{_cut(one.words, one.children, names)}”", act="Read", href=f"/challenges/{one.id}/",
    )  # fmt: skip


def _conference(one: ConferenceRequestView, names: Names, at: datetime) -> Waits:
    when, tag, kind = need_when(one.due_at, at=at)
    return one.due_at, Need(
        when=when, tag=tag, tag_kind=kind, what=f"{agency(one.agency).label} asks for a conference: {_called(one.children, names)}",
        why=f"“{_cut(one.why, one.children, names)}”", act="Answer", href=f"/conferences/{one.id}/",
    )  # fmt: skip


def _conference_answered(one: ConferenceRequestView, names: Names, at: datetime) -> Waits:
    assert one.answered_at
    return None, Need(
        when=f"Since {lately(one.answered_at, now=at).words}",
        what=f"Your request for a conference was answered: {_called(one.children, names)}",
        why=f"{'Yes' if one.answer == 'yes' else 'No'}: “{_cut(one.reasons, one.children, names)}”", act="Read", href=f"/conferences/{one.id}/",
    )  # fmt: skip


def _override(one: OverrideView, names: Names, by: Actor, at: datetime) -> Waits:
    called = _called(one.children, names)
    if one.overridden_by == by.id:
        return None, Need(
            when=f"Since {lately(one.overridden_at, now=at).words}", what=f"Say what would change your decision: {called}",
            why="You decided against another view, and have not said it.", act="Say it", href=f"/overrides/{one.id}/",
        )  # fmt: skip
    when, tag, kind = need_when(one.due_at, at=at)
    return one.due_at, Need(
        when=when, tag=tag, tag_kind=kind, what=f"Review a decision against another view: {called}",
        why=f"The view that was overridden: “{_cut(one.their_view, one.children, names)}”", act="Review", href=f"/overrides/{one.id}/",
    )  # fmt: skip


def _cut(words: str, children: Iterable[UUID], names: Names) -> str:
    """The beginning of what was written, to whoever may see one of the children."""
    if not set(children) & set(names):
        return "closed to you now"
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= 120 else f"{one_line[:120].rsplit(' ', 1)[0]} …"
