"""Prompts as pages and journeys need them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kith.patterns.models import Prompt, PromptFiring, PromptSaying
from kith.patterns.types import FiringView, PromptView, SayingView, Standing


def prompt(*, id: UUID) -> PromptView | None:
    return next(iter(_views(Prompt.objects.filter(id=id))), None)


def open_prompts_of(*, owner: UUID) -> tuple[PromptView, ...]:
    """What waits on one person, the earliest due first."""
    return _views(Prompt.objects.filter(owner=owner, answered_at=None).order_by("due_at"))


def prompts_about(*, child: UUID, open_only: bool = True) -> tuple[PromptView, ...]:
    """Prompts that name a child, the earliest due first."""
    rows = Prompt.objects.filter(children__contains=[child]).order_by("due_at")
    return _views(rows.filter(answered_at=None) if open_only else rows)


def prompts(*, ids: Iterable[UUID]) -> dict[UUID, PromptView]:
    """Several prompts in two reads, by id; those that are not there are absent."""
    return {found.id: found for found in _views(Prompt.objects.filter(id__in=list(ids)))}


def sayings_of(*, prompt: UUID) -> tuple[SayingView, ...]:
    """To whom a prompt was put, why, and by whom, oldest first."""
    return _sayings(PromptSaying.objects.filter(prompt=prompt))


def open_challenges_for(*, owner: UUID) -> tuple[SayingView, ...]:
    """Challenges that were put to one person and that nobody has answered since, oldest first."""
    answered = PromptSaying.objects.filter(
        prompt=OuterRef("prompt"), why="challenge_answered", said_at__gte=OuterRef("said_at")
    )
    return _sayings(PromptSaying.objects.filter(~Exists(answered), owner=owner, why="challenged"))


def prompts_that_rest_on(
    *, entries: Collection[UUID], children: Collection[UUID], since: datetime
) -> tuple[PromptView, ...]:
    """Prompts, open or answered since a moment, whose evidence has one of these entries or that name one of these children."""
    named = Q(evidence__overlap=list(entries)) | Q(children__overlap=list(children))
    lately = Q(answered_at__isnull=True) | Q(answered_at__gte=since)
    return _views(Prompt.objects.filter(named, lately).order_by("opened_at", "id"))


def matches_undone_for(*, owner: UUID) -> tuple[SayingView, ...]:
    """What one person was told of matches that were undone, and has not said that they know, oldest first."""
    heard = PromptSaying.objects.filter(
        prompt=OuterRef("prompt"), why="match_heard", put_by=owner, said_at__gte=OuterRef("said_at")
    )
    return _sayings(PromptSaying.objects.filter(~Exists(heard), owner=owner, why="match_undone"))


def told_that_undone(*, said_at: datetime, put_by: UUID) -> tuple[SayingView, ...]:
    """Who was told of a match that somebody undid at that moment."""
    return _sayings(PromptSaying.objects.filter(why="match_undone", said_at=said_at, put_by=put_by))


def _sayings(rows: QuerySet[PromptSaying]) -> tuple[SayingView, ...]:
    return tuple(
        SayingView(
            prompt=row.prompt_id,
            said_at=row.said_at,
            why=row.why,
            owner=row.owner_id,
            owner_role=row.owner_role,
            put_by=row.put_by,
            because=row.because,
        )
        for row in rows.order_by("said_at", "id")
    )


def standing_in(*, household: UUID) -> dict[str, tuple[UUID, Standing]]:
    """The latest prompt for each step of a household, open or answered, with its id."""
    rows = Prompt.objects.filter(household=household).order_by("opened_at", "id")
    return {row.step: (row.pk, _standing(row)) for row in rows}


def _standing(row: Prompt) -> Standing:
    return Standing(
        household=row.household,
        step=row.step,
        opened_at=row.opened_at,
        owner_role=row.owner_role,
        due_at=row.due_at,
        evidence=frozenset(row.evidence),
        agencies=frozenset((code, area) for code, area in row.agencies),
        stages=dict(row.stages),
        last_said_at=row.last_said_at,
        answered_at=row.answered_at,
    )


def _views(rows: QuerySet[Prompt]) -> tuple[PromptView, ...]:
    return tuple(_view(row) for row in rows.prefetch_related("firings"))


def _view(row: Prompt) -> PromptView:
    return PromptView(
        id=row.pk,
        area=row.area,
        household=row.household,
        children=tuple(row.children),
        step=row.step,
        strength=row.strength,
        opened_at=row.opened_at,
        owner=row.owner_id,
        owner_role=row.owner_role,
        due_at=row.due_at,
        last_said_at=row.last_said_at,
        acknowledged_at=row.acknowledged_at,
        acknowledged_by=row.acknowledged_by,
        answer=row.answer,
        because=row.because,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        decision=row.decision,
        evidence=tuple(row.evidence),
        firings=_firings(row.firings.all()),
    )


def _firings(rows: Iterable[PromptFiring]) -> tuple[FiringView, ...]:
    return tuple(
        FiringView(
            pattern=row.pattern,
            version=row.version,
            child=row.child_id,
            stage=row.stage,
            fired_at=row.fired_at,
            evidence=tuple(row.evidence),
        )
        for row in rows
    )
