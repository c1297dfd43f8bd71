"""What stands ready for a caller's system, and how giving back stands for whoever may know."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Max, Q

from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.giving import models
from kith.giving.bodies import Own, body_of
from kith.giving.finding import going
from kith.giving.policies import reaches
from kith.giving.types import Body, Change, GoesTo, Page, ReceiverView
from kith.identity import queries as identity
from kith.journeys.feeding.senders import reach_of
from kith.kernel.types import Actor
from kith.outgoing import queries as gates

ON_A_PAGE = 100


def changes_after(number: int, *, by: Actor, at: datetime) -> Page | None:
    """What stands ready for the system of ``by``'s body after a cursor; None where it has no system here.

    What may not go any more (its child is held closely now, its match was undone, nobody sees the child) is left out;
    the cursor passes it all the same.
    """
    to = body_of(by=by, at=at)
    receiver = _receiver_of(to) if to else None
    if to is None or receiver is None:
        return None
    rows = models.Ready.objects.select_related("child").filter(receiver=receiver, number__gt=number)
    page = list(rows.order_by("number")[: ON_A_PAGE + 1])
    shown, more = page[:ON_A_PAGE], len(page) > ON_A_PAGE
    return Page(
        changes=_changes(shown, to, receiver, at), next=shown[-1].number if shown else number, more=more
    )


def _changes(
    rows: Sequence[models.Ready], to: Body, receiver: models.Receiver, at: datetime
) -> tuple[Change, ...]:
    entries = chronology.entries(ids=list(dict.fromkeys(row.entry_id for row in rows)), as_at=at)
    post = agencies.actor(practitioner=receiver.practitioner_id, at=at)
    may = {(one.entry, one.reference) for one in going(entries, to=to, by=post, at=at)}
    kinds = {entry.id: entry.kind for entry in entries}
    return tuple(
        Change(
            number=row.number,
            child=row.child_id,
            reference=row.child.reference,
            entry=row.entry_id,
            what=row.what,
            kind=kinds.get(row.entry_id, ""),
            put_at=row.put_at,
        )
        for row in rows
        if row.what == "replaced" or (row.entry_id, row.child.reference) in may
    )


def receivers_for(*, by: Actor, at: datetime) -> tuple[ReceiverView, ...]:
    """The systems that somebody may read about: of their own agency or school, or of the area; by name."""
    reach = reach_of(by=by, at=at)
    rows = models.Receiver.objects.select_related("agency", "team").filter(
        area=reach.area, ended_at__isnull=True
    )
    return tuple(_view(row, at) for row in rows.order_by("name", "pk") if reaches(row, reach))


def given_up_in(*, area: str) -> bool:
    """Whether anything in an area was given up: most pages need ask no more."""
    return models.Knock.objects.filter(
        area=area, given_up_at__isnull=False, receiver__ended_at__isnull=True
    ).exists()


def receivers_in(*, area: str, at: datetime) -> tuple[ReceiverView, ...]:
    """Every system of an area, for whoever runs Kith."""
    rows = models.Receiver.objects.select_related("agency", "team").filter(area=area, ended_at__isnull=True)
    return tuple(_view(row, at) for row in rows.order_by("name", "pk"))


def goes_to(*, child: UUID, by: Actor, at: datetime) -> GoesTo | None:
    """To which system of the reader's own agency a child's entries go back, or None. The page has opened the child before."""
    theirs = models.Receiver.objects.filter(area=by.area, agency__code=by.agency, ended_at__isnull=True)
    receivers = {one.team_id: one for one in theirs}
    to = body_of(by=by, at=at) if receivers else None  # most agencies have none: one statement says so
    receiver = receivers.get(to.team) if to else None
    if to is None or receiver is None:
        return None
    own = Own(to)
    keys = {key for one in identity.descriptions_of(person=child, as_at=at) if (key := own.key_of(one))}
    rows = models.GivenChild.objects.filter(receiver=receiver, reference__in=keys)
    counted = rows.aggregate(
        entries=Count("readies__entry", filter=~Q(readies__what="replaced"), distinct=True),
        fetched=Max("fetched__fetched_at"),
    )
    return GoesTo(system=receiver.name, entries=counted["entries"], fetched_at=counted["fetched"])


def _receiver_of(to: Body) -> models.Receiver | None:
    return models.Receiver.objects.filter(agency=to.agency, team=to.team, ended_at__isnull=True).first()


def _whose(post: UUID, at: datetime) -> tuple[UUID, UUID | None] | None:
    """The body that a post sends for now."""
    body = body_of(by=agencies.actor(practitioner=post, at=at), at=at)
    return (body.agency, body.team) if body else None


def _view(row: models.Receiver, at: datetime) -> ReceiverView:
    waiting = models.Knock.objects.filter(receiver=row, done_at__isnull=True).first()
    heard = models.Knock.objects.filter(receiver=row, done_at__isnull=False).aggregate(last=Max("done_at"))
    fetched = models.Fetched.objects.filter(child__receiver=row).aggregate(last=Max("fetched_at"))
    ready = models.Ready.objects.filter(receiver=row).aggregate(last=Max("put_at"))
    return ReceiverView(
        id=row.pk,
        area=row.area,
        body=Body(agency=row.agency_id, code=row.agency.code, area=row.area, team=row.team_id),
        body_name=row.team.name if row.team else row.agency.name,
        practitioner=row.practitioner_id,
        name=row.name,
        has_address=bool(row.address),
        ready=row.number,
        ready_at=ready["last"],
        said_to=row.said_to,
        heard_at=heard["last"],
        fetched_at=fetched["last"],
        waits_since=waiting.put_at if waiting else None,
        attempts=waiting.attempts if waiting else 0,
        problem=waiting.problem if waiting else "",
        given_up_at=waiting.given_up_at if waiting else None,
        held=gates.count_waiting(recipient=row.practitioner_id, what="export"),
        has_left=_whose(row.practitioner_id, at) != (row.agency_id, row.team_id),
    )
