"""What was said in a discussion, as values: who is there, what might be happening, who does what, what is decided for each child."""

from datetime import datetime
from uuid import UUID

from kith.decisions.models import AgreedAction, Decision, Explanation
from kith.decisions.types import ActionView, ExplanationView, ForChildView, PresenceView


def presences(row: Decision) -> tuple[PresenceView, ...]:
    """The latest about each person, in the order in which they were first noted."""
    latest: dict[object, PresenceView] = {}
    for one in sorted(row.presences.all(), key=lambda one: (one.noted_at, one.pk)):
        who = one.practitioner_id or (one.agency, one.agency_area, one.name)
        latest[who] = PresenceView(
            agency=one.agency,
            agency_area=one.agency_area,
            practitioner=one.practitioner_id,
            name=one.name,
            how=one.how,
            words=one.words,
            noted_at=one.noted_at,
            noted_by=one.noted_by,
        )
    return tuple(latest.values())


def explanations(row: Decision) -> tuple[ExplanationView, ...]:
    """Those that nothing has replaced, each in the place of the first that it was made from."""
    every = {one.pk: one for one in row.explanations.all()}
    replaced = {one.replaces_id for one in every.values()}

    def first(one: Explanation) -> tuple[datetime, UUID]:
        while one.replaces_id:
            one = every[one.replaces_id]
        return one.written_at, one.pk

    standing = [one for one in every.values() if one.pk not in replaced]
    return tuple(
        ExplanationView(
            id=one.pk,
            words=one.words,
            supports=one.supports,
            against=one.against,
            would_tell=one.would_tell,
            written_at=one.written_at,
            written_by=one.written_by,
        )
        for one in sorted(standing, key=first)
    )


def for_children(row: Decision) -> tuple[ForChildView, ...]:
    """The latest about each child, in the order of the writing."""
    latest: dict[object, ForChildView] = {}
    for one in sorted(row.children_decided.all(), key=lambda one: (one.written_at, one.pk)):
        latest[one.child] = ForChildView(
            child=one.child,
            outcome=one.outcome,
            reasons=one.reasons,
            medical=one.medical,
            medical_because=one.medical_because,
            written_at=one.written_at,
            written_by=one.written_by,
        )
    return tuple(latest.values())


def action_view(row: AgreedAction) -> ActionView:
    """One agreed action as a value."""
    return ActionView(
        id=row.pk,
        decision=row.decision_id,
        sort=row.sort,
        what=row.what,
        owner=row.owner_id,
        due_at=row.due_at,
        asked_at=row.asked_at,
        asked_by=row.asked_by,
        answer=row.answer,
        answer_words=row.answer_words,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        ended=row.ended,
        ended_words=row.ended_words,
        ended_at=row.ended_at,
        ended_by=row.ended_by,
    )
