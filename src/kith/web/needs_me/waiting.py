"""What waits for one person, each thing with the time by which it is due: questions, challenges, decisions, clocks, drafts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from kith import rulebook
from kith.access import policies
from kith.access.types import OwnChild
from kith.clocks import queries as clocks
from kith.clocks.types import ClockState
from kith.grammar.words import named
from kith.identity import queries as identity
from kith.identity.types import OpenReview
from kith.journeys.who_says_who import answers_for
from kith.kernel.types import Actor
from kith.patterns import queries as patterns
from kith.patterns.types import PromptView
from kith.people import queries as people
from kith.web import drafts
from kith.web.asked.waiting import requests_to_answer
from kith.web.challenge.waiting import challenges_waiting
from kith.web.contacts.waiting import contacts_to_decide
from kith.web.dates import lately
from kith.web.decision.agreed import agreed_actions
from kith.web.decision.waiting import need_of, waiting_for
from kith.web.needs_me.given_back import systems_to_tell_again
from kith.web.needs_me.guarding import guarding
from kith.web.needs_me.let_in import let_in_again
from kith.web.needs_me.letters import letters_to_mend, told_by_police
from kith.web.needs_me.looks import findings_to_review
from kith.web.needs_me.night import of_the_night
from kith.web.parts.needs import Need
from kith.web.screened_again.waiting import to_screen_again
from kith.web.together.due import need_when

MOST_REVIEWS = 3
"""So many questions of who is who stand here; the rest are in the list of their own."""
AHEAD = timedelta(days=7)
"""Clocks that are due later than this do not need anybody yet."""
MOST_CLOCKS = 3
"""So many time limits of one child stand here, the earliest due; the rest are one line, and stand on the child's page."""


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing that waits, and by when; None where nothing is due and somebody should still look."""

    due_at: datetime | None
    need: Need


def all_that_waits(*, by: Actor, own: Sequence[OwnChild], at: datetime) -> list[Due]:
    """Everything that waits for this person, in a fixed number of statements; the earliest due first."""
    found = [
        *_questions(by, at),
        *_undone(by, at),
        *_decisions(by, at),
        *_clocks(own, at),
        *_reviews(by, at),
        *_drafts(by, at),
        *(
            Due(due_at=due_at, need=need)
            for waiting in (
                agreed_actions,
                contacts_to_decide,
                to_screen_again,
                requests_to_answer,
                challenges_waiting,
                guarding,
                findings_to_review,
                of_the_night,
                letters_to_mend,
                told_by_police,
                systems_to_tell_again,
                let_in_again,
            )
            for due_at, need in waiting(by, at)
        ),
    ]
    return sorted(found, key=lambda one: (one.due_at is None, one.due_at))


# ── questions and challenges ──────────────────────────────────────────────────────────────────────────────────────


def _questions(by: Actor, at: datetime) -> Iterator[Due]:
    mine = patterns.open_prompts_of(owner=by.id)
    challenges = patterns.open_challenges_for(owner=by.id)
    challenged = patterns.prompts(ids={one.prompt for one in challenges})
    names = names_seen([*mine, *challenged.values()], by, at)
    for prompt in mine:
        yield _question(prompt, names, at)
    for one in challenges:
        prompt = challenged[one.prompt]
        asked = f"Since {lately(one.said_at, now=at).words}"
        when, tag, kind = need_when(prompt.due_at, at=at) if prompt.is_open else (asked, "", "")
        yield Due(
            due_at=prompt.due_at if prompt.is_open else None,
            need=Need(
                when=when,
                tag=tag,
                tag_kind=kind,
                what=f"Look again: {asks_of(prompt, names)}",
                why=f"Challenged: “{one.because}”",
                act="Look again",
                href=f"/prompts/{prompt.id}/",
            ),
        )


def names_seen(prompts: Iterable[PromptView], by: Actor, at: datetime) -> Mapping[UUID, str]:
    """Names of the children whom this person may see; others stay unsaid."""
    wanted = {child for prompt in prompts for child in prompt.children}
    seen = policies.sight(by=by, at=at).filter(child__in=wanted).values_list("child", flat=True)
    return {id: person.name for id, person in people.persons(ids=set(seen)).items()}


def _question(prompt: PromptView, names: Mapping[UUID, str], at: datetime) -> Due:
    when, tag, kind = need_when(prompt.due_at, at=at)
    book = rulebook.load(settings.KITH_RULEBOOK)
    because = next((book.patterns[one].because for one in prompt.patterns if one in book.patterns), "")
    taken = "" if prompt.acknowledged_at else " Nobody has said that they have it."
    return Due(
        due_at=prompt.due_at,
        need=Need(
            when=when,
            tag=tag,
            tag_kind=kind,
            what=asks_of(prompt, names),
            why=f"{because}{taken}",
            act="Answer",
            href=f"/prompts/{prompt.id}/",
        ),
    )


def asks_of(prompt: PromptView, names: Mapping[UUID, str]) -> str:
    """What the only pattern asks, or the step; a child who may not be seen is not named."""
    book = rulebook.load(settings.KITH_RULEBOOK)
    only = book.patterns.get(prompt.patterns[0]) if len(prompt.patterns) == 1 else None
    who = [names[child] for child in prompt.children if child in names]
    return (only.asks if only else book.steps[prompt.step].asks).format(
        child=named(who) if who else "a child who is held closely"
    )


# ── decisions, clocks, the same child, drafts ─────────────────────────────────────────────────────────────────────


def _decisions(by: Actor, at: datetime) -> Iterator[Due]:
    """Those to make, and those on which this person's agency has still to write."""
    for one in waiting_for(by=by, at=at):
        if one.mine or one.to_write:
            yield Due(due_at=one.decision.due_at, need=need_of(one, at=at))


def _clocks(own: Sequence[OwnChild], at: datetime) -> Iterator[Due]:
    """Time limits of the children whom this person is responsible for, from a week before they are due."""
    held = {one.child: one for one in own if one.allocated_as}
    for child, states in clocks.running_each(children=held, as_at=at).items():
        due = [
            (state, state.due_at)
            for state in states
            if state.waiting and state.due_at and state.due_at <= at + AHEAD
        ]
        yield from (_clock(state, held[child], due_at, at) for state, due_at in due[:MOST_CLOCKS])
        if rest := due[MOST_CLOCKS:]:
            yield _more_clocks([state.title for state, _ in rest], held[child], rest[0][1], at)


def _clock(state: ClockState, child: OwnChild, due_at: datetime, at: datetime) -> Due:
    when, tag, kind = need_when(due_at, at=at)
    missed = (
        "Nobody has told us that it happened."
        if state.state == "missed"
        else "At the latest; sooner if they need it."
    )
    need = Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=state.asks.format(child=child.name),
        why=missed,
        act="Open",
        href=f"/children/{child.child}/",
    )
    return Due(due_at=due_at, need=need)


def _more_clocks(titles: Sequence[str], child: OwnChild, due_at: datetime, at: datetime) -> Due:
    """The rest of one child's time limits as one line, by the earliest of them."""
    when, tag, kind = need_when(due_at, at=at)
    limits = "one more time limit" if len(titles) == 1 else f"{len(titles)} more time limits"
    need = Need(
        when=when,
        tag=tag,
        tag_kind=kind,
        what=f"See {limits} for {child.name}",
        why=f"{'; '.join(titles)}.",
        act="Open",
        href=f"/children/{child.child}/#clocks",
    )
    return Due(due_at=due_at, need=need)


def _undone(by: Actor, at: datetime) -> Iterator[Due]:
    """Matches that were undone and on which a question of theirs rested: until they say that they know it."""
    told = patterns.matches_undone_for(owner=by.id)
    held = patterns.prompts(ids={one.prompt for one in told})
    names = names_seen(held.values(), by, at)
    for one in {one.prompt: one for one in told}.values():
        yield Due(
            due_at=None,
            need=Need(
                when=f"Since {lately(one.said_at, now=at).words}",
                what=f"What you should know: a match was undone. You were asked: {asks_of(held[one.prompt], names)}",
                why=one.because,
                act="Read",
                href=f"/told/{one.prompt}/",
            ),
        )


def _reviews(by: Actor, at: datetime) -> Iterator[Due]:
    """Descriptions that may be of one child, the longest waiting: for whoever answers. Sealed children are in no list."""
    roles = answers_for(by=by, at=at)
    mine = identity.reviews_waiting(area=by.area, roles=roles, limit=MOST_REVIEWS)
    sides = people.persons(ids={side for one in mine for side in (one.person, one.other_person)})
    for one in mine:
        tiers = {sides[side].tier for side in (one.person, one.other_person) if side in sides}
        yield Due(due_at=None, need=_review(one, tiers, at))


def _review(one: OpenReview, tiers: set[str], at: datetime) -> Need:
    closed = "restricted" in tiers
    who = (
        "two descriptions, one held closely"
        if closed
        else f"{one.description.name} and {one.other_description.name}"
    )
    words = " ".join(piece.words for piece in one.evidence if piece.comparison != "prior")
    return Need(
        when=f"Since {lately(one.opened_at, now=at).words}",
        what=f"Are these the same child? {who}",
        why="You decide, and it can be undone." if closed else f"{words} You decide, and it can be undone.",
        act="Look",
        href=f"/same-child/{one.id}/",
    )


DRAFTS = {
    "concern": ("A concern that you began and have not sent", "/concern/{draft}/"),
    "visit_note": ("A visit that you began to write and have not sent", "/children/{child}/visit/"),
    "from_the_night": (
        "A note from the night that you have not finished",
        "/children/{child}/note-from-the-night/",
    ),
}
"""What each sort of draft is, and where it is carried on."""


def _drafts(by: Actor, at: datetime) -> Iterator[Due]:
    for one in drafts.drafts_of(by=by):
        what, href = DRAFTS[one.task]
        yield Due(
            due_at=None,
            need=Need(
                when=f"Saved {lately(one.saved_at, now=at).words}",
                what=what,
                why="Nobody else has it yet. Your words are kept for two weeks.",
                act="Carry on",
                href=href.format(draft=one.id, child=one.child),
            ),
        )
