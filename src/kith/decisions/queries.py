"""Reads of the decisions room."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.decisions.discussed import action_view, explanations, for_children, presences
from kith.decisions.models import AgreedAction, Decision
from kith.decisions.types import ActionView, DecisionView, InvitationView, PositionView
from kith.kernel.types import Actor


def decision(*, id: UUID, by: Actor) -> DecisionView | None:
    """A decision as this reader may see it: other agencies' positions are sealed until their own agency has written."""
    return next(iter(_views(Decision.objects.filter(id=id), by)), None)


def open_decisions_for(*, by: Actor) -> tuple[DecisionView, ...]:
    """Open decisions that this person owns, or on which their agency was asked, the earliest due first."""
    rows = Decision.objects.filter(decided_at=None)
    asked = rows.filter(invitations__agency=by.agency, invitations__agency_area=by.area)
    return _views((rows.filter(owner_id=by.id) | asked).distinct().order_by("due_at"), by)


def decisions_about(*, child: UUID, by: Actor) -> tuple[DecisionView, ...]:
    return _views(Decision.objects.filter(children__contains=[child]).order_by("-opened_at"), by)


def open_actions_of(*, owner: UUID) -> tuple[ActionView, ...]:
    """Agreed actions that somebody is to do, the earliest due first."""
    rows = AgreedAction.objects.filter(owner=owner, ended_at=None).exclude(answer="declined")
    return tuple(action_view(row) for row in rows.order_by("due_at", "id"))


def actions_returned_to(*, owner: UUID, at: datetime) -> tuple[ActionView, ...]:
    """Actions of decisions that somebody owns which come back to them: declined, or past their time and not done."""
    rows = AgreedAction.objects.filter(
        Q(answer="declined") | Q(due_at__lt=at), decision__owner=owner, ended_at=None
    )
    return tuple(action_view(row) for row in rows.order_by("due_at", "id"))


def action(*, id: UUID) -> ActionView | None:
    """One agreed action, or ``None``."""
    row = AgreedAction.objects.filter(id=id).first()
    return action_view(row) if row else None


_PARTS = ("invitations", "positions", "presences", "explanations", "actions", "children_decided")


def decisions_in(*, area: str, since: datetime, by: Actor) -> tuple[DecisionView, ...]:
    """The joint decisions of an area that were opened since a moment, the newest first: for whoever scrutinises."""
    return _views(Decision.objects.filter(area=area, opened_at__gte=since).order_by("-opened_at"), by)


def _views(rows: QuerySet[Decision], by: Actor) -> tuple[DecisionView, ...]:
    return tuple(_view(row, by) for row in rows.prefetch_related(*_PARTS))


def _view(row: Decision, by: Actor) -> DecisionView:
    own = {(p.agency, p.agency_area) for p in row.positions.all()}
    asked = {(i.agency, i.agency_area) for i in row.invitations.all()}
    mine = (by.agency, by.area)
    decides_alone = row.owner_id == by.id and mine not in asked
    sealed = row.decided_at is None and mine not in own and not decides_alone
    return DecisionView(
        id=row.pk,
        area=row.area,
        household=row.household,
        children=tuple(row.children),
        step=row.step,
        question=row.question,
        prompt=row.prompt,
        owner=row.owner_id,
        owner_role=row.owner_role,
        due_at=row.due_at,
        opened_at=row.opened_at,
        opened_by=row.opened_by,
        reasons_at=row.reasons_at,
        prompts_shown_at=row.prompts_shown_at,
        outcome=row.outcome,
        reasons=row.reasons,
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        parents_told=row.parents_told,
        invitations=tuple(
            InvitationView(
                agency=i.agency,
                agency_area=i.agency_area,
                practitioner=i.practitioner_id,
                invited_at=i.invited_at,
            )
            for i in row.invitations.all()
        ),
        positions=tuple(
            PositionView(
                agency=p.agency,
                agency_area=p.agency_area,
                position="" if sealed else p.position,
                reasons="" if sealed else p.reasons,
                most_protective="" if sealed else p.most_protective,
                given_at=p.given_at,
                given_by=p.given_by,
                sealed=sealed,
            )
            for p in sorted(row.positions.all(), key=lambda p: p.given_at)
        ),
        presences=presences(row),
        explanations=explanations(row),
        actions=tuple(action_view(one) for one in sorted(row.actions.all(), key=lambda one: one.asked_at)),
        for_children=for_children(row),
        most_protective=row.most_protective,
        without_quorum_because=row.without_quorum_because,
        enquiry=row.enquiry,
        led_by=row.led_by_id,
    )
