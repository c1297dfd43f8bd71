"""A child is opened, or refused, and either is kept."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from kith.access import models, policies
from kith.access.operations import trail
from kith.access.operations.desk import looked_for
from kith.access.types import Basis, NotInvolved, Opened
from kith.kernel.errors import Refused
from kith.kernel.page_wall import opened_for
from kith.kernel.types import Actor
from kith.people import operations as people_operations
from kith.people import queries as people
from kith.people.types import ConfidentialAddress


def look(*, child: UUID, by: Actor, basis: Basis, purpose: str, at: datetime) -> UUID:
    """Keep one read of a child, on the basis that ``check_can_see`` gave; answers the look's id."""
    opened_for(reader=by.id, children=[child], at=at)
    row = models.Look.objects.create(
        area=by.area,
        child_id=child,
        practitioner_id=by.id,
        basis=basis.code,
        purpose=trail.check_said(purpose, field="purpose"),
        looked_at=at,
    )
    return row.pk


def look_to_answer(*, child: UUID, purpose: str, by: Actor, at: datetime) -> UUID:
    """Keep one read of as much of a child as a question needs, by somebody whose role it is to answer; answers the look's id.

    On the basis on which they see the child, or else as named to answer. Whether the role lets them is asked before.
    """
    row = policies.sight(by=by, at=at).filter(child=child).order_by("practitioner", "from_at", "pk").first()
    kept = models.Look.objects.create(
        area=by.area,
        child_id=child,
        practitioner_id=by.id,
        basis=row.basis if row else "owns_a_question",
        purpose=trail.check_said(purpose, field="purpose"),
        looked_at=at,
    )
    opened_for(reader=by.id, children=[child], at=at)
    return kept.pk


def refuse(*, refused: NotInvolved, purpose: str = "", by: Actor, at: datetime) -> UUID:
    """Keep one refusal with the reason that was given; answers its id. Call it where a rollback cannot reach it.

    Whoever asked for a sealed child is rung back, as after a search; so may be whoever asked for nobody.
    """
    if refused.what in policies.NO_REASON_OPENS:
        looked_for(sealed=() if refused.what == "unknown" else [refused.child], by=by, at=at)
    is_held = people.person(id=refused.child) is not None
    row = models.Refusal.objects.create(
        area=by.area,
        asked_for=refused.child,
        child_id=refused.child if is_held else None,
        practitioner_id=by.id,
        what=refused.what,
        reason=refused.reason,
        purpose=purpose.strip()[:300],
        refused_at=at,
    )
    return row.pk


def open_child(*, child: UUID, purpose: str, by: Actor, at: datetime) -> Opened:
    """A child for a page: the check, the look and the child in one. A refusal is kept, and NotInvolved raised.

    Call it outside a transaction which the raise would roll back: the refusal would be lost with it.
    """
    trail.check_said(purpose, field="purpose")
    try:
        basis = policies.check_can_see(child=child, by=by, at=at)
    except NotInvolved as refused:
        refuse(refused=refused, purpose=purpose, by=by, at=at)
        raise
    look(child=child, by=by, basis=basis, purpose=purpose, at=at)
    return Opened(child=people.persons(ids=[child])[child], basis=basis)


@transaction.atomic
def reveal_address(
    *, child: UUID, address: ConfidentialAddress, purpose: str, by: Actor, at: datetime
) -> str:
    """Where a child's confidential address is, for somebody personally involved; the look and the trail come first.

    Raises NotInvolved, and Refused where the address is not the child's at that moment.
    """
    basis = policies.check_can_learn_address(child=child, by=by, at=at)
    if child not in people.whose_address(address=address, as_at=at):
        raise Refused("That address is not this child's now.")
    look(child=child, by=by, basis=basis, purpose=purpose, at=at)
    return people_operations.reveal(address=address, purpose=purpose, by=by, at=at)
