"""Keeping what was raised: the prompt as it stands now, what fired it, and that it was said."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.kernel.types import Actor
from kith.patterns.models import Prompt, PromptFiring, PromptSaying
from kith.patterns.types import Firing, Owner, Said, Standing


def keep(
    *,
    prompt: UUID | None,
    standing: Standing,
    firings: Iterable[Firing],
    said: Said | None,
    owner: Owner | None,
    strength: str,
    by: Actor,
    at: datetime,
) -> UUID:
    """Write a prompt as it now stands; ``prompt`` is the open one that it joins, or None for a new one.

    ``owner`` is needed where it is said. ``by`` is whoever's entry led to it; its area is the prompt's.
    """
    firings = list(firings)
    with transaction.atomic():
        row = _joined(prompt) if prompt else _opened(standing, firings, strength, by)
        row.children = list(dict.fromkeys([*row.children, *(firing.child for firing in firings)]))
        row.evidence = sorted(standing.evidence)
        row.agencies = sorted(standing.agencies)
        row.stages = standing.stages
        row.due_at, row.last_said_at = standing.due_at, standing.last_said_at
        if owner:
            row.owner_id, row.owner_role = owner.practitioner, owner.role
        row.save(force_insert=prompt is None)
        PromptFiring.objects.bulk_create([_firing(row, firing) for firing in firings])
        if said and owner:
            PromptSaying.objects.create(
                area=row.area,
                prompt=row,
                said_at=at,
                why=said.why,
                owner_id=owner.practitioner,
                owner_role=owner.role,
                due_at=said.due_at,
                evidence=[e.entry for e in said.evidence],
            )
    return row.pk


def _joined(prompt: UUID) -> Prompt:
    return Prompt.objects.select_for_update().get(id=prompt)


def _opened(standing: Standing, firings: list[Firing], strength: str, by: Actor) -> Prompt:
    return Prompt(
        area=by.area,
        household=standing.household,
        children=[],
        step=standing.step,
        strength=strength,
        opened_at=standing.opened_at,
        calendar_version=firings[0].calendar_version,
    )


def _firing(row: Prompt, firing: Firing) -> PromptFiring:
    return PromptFiring(
        area=row.area,
        prompt=row,
        pattern=firing.pattern,
        version=firing.version,
        child_id=firing.child,
        stage=firing.stage,
        fired_at=firing.as_at,
        evidence=[e.entry for e in firing.evidence],
    )
