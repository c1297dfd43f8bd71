"""A child's own school is told of what a feed brought, by the next school day: its safeguarding lead, and no other school's.

Information sharing duty, Operation Encompass: the child's education establishment is notified before the start of the next
school day [GK]. School days stand for working days: Kith holds no term dates.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

import structlog
from django.db import transaction

from kith.access import operations as access
from kith.access import policies
from kith.access.queries import involved_with
from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.chronology import operations as chronology
from kith.chronology import queries as ledger
from kith.kernel import outbox
from kith.kernel.clock import LONDON
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.reference.working_days import add_working_days, is_working_day

TO_BE_TOLD = "school_to_be_told"
"""The outbox's topic: payload ``{"entry": id, "by": the post that sent it, "since": when it came}``."""
SCHOOL, BASIS = "school", "school_of_the_child"
LEADS = ("designated_safeguarding_lead", "head_teacher")
"""Who answers for it in a school, in order."""
SCHOOL_BEGINS = time(9)
"""[P]: by then whoever looks after the child that day should know."""
ASK_AGAIN, ASK_FOR = timedelta(hours=1), timedelta(days=5)
"""A child whose school is not known is asked about again for so long: a match may still be found."""
logger = structlog.get_logger(__name__)


@dataclass(frozen=True, kw_only=True)
class ToRead:
    """An entry that was delivered to a school, whose safeguarding lead has not read it. No word of it is here."""

    entry: UUID
    child: UUID
    delivered_at: datetime
    due_at: datetime


def to_be_told(*, entry: UUID, by: Actor, at: datetime) -> None:
    """Put down that the child's school must be told, in the transaction that keeps the entry."""
    _put(entry, str(by.id), by.area, since=at, at=at, due_at=at)


@acts_for_the_partnership
def tell_schools(*, at: datetime, limit: int = 100) -> int:
    """Deliver what waits to the schools of its children. Returns how many entries were dealt with."""
    with transaction.atomic():
        items = outbox.take(topic=TO_BE_TOLD, at=at, limit=limit)
        for item in items:
            try:
                with transaction.atomic():
                    _tell(item, at)
                    outbox.done(item, at=at)
            except Exception as error:  # one that fails is tried again, and holds no other back
                logger.error("telling_a_school_failed", error=type(error).__name__)
                outbox.put_back(item, error=type(error).__name__, at=at)
    return len(items)


@acts_for_the_partnership
def to_read(*, by: Actor, at: datetime) -> tuple[ToRead, ...]:
    """What this safeguarding lead has still to read, of children of their own school whom they may see; the earliest due first."""
    if by.agency != SCHOOL:
        return ()
    own = agencies.teams_of(practitioner=by.id, at=at)
    teams = frozenset(team for team in own if _leads(team, by, at))
    if not teams:
        return ()
    seen = policies.sight(by=by, at=at).filter(basis=BASIS)
    children = {row.child_id for row in seen if row.team_id in teams or row.practitioner_id == by.id}
    found = []
    for one in ledger.delivered(children=children, agency=SCHOOL, agency_area=by.area, as_at=at):
        if not any(teams & agencies.teams_of(practitioner=who, at=at) for who in one.read_by):
            due_at = _next_school_day(one.delivered_at)
            found.append(
                ToRead(entry=one.entry, child=one.child, delivered_at=one.delivered_at, due_at=due_at)
            )
    return tuple(sorted(found, key=lambda one: (one.due_at, one.entry)))


def _tell(item: outbox.Item, at: datetime) -> None:
    entry, since = UUID(item.payload["entry"]), datetime.fromisoformat(item.payload["since"])
    by = agencies.actor(practitioner=UUID(item.payload["by"]), at=at)
    schools = 0
    for child in ledger.children_of(entry=entry):
        if _schools_of(child, at):
            schools += 1
            if _is_held_closely(child):
                access.looked_for(sealed=[child], by=by, at=at)
            else:
                chronology.deliver(entry, agency=SCHOOL, agency_area=item.area, by=by, at=at)
    if not schools and at - since < ASK_FOR:
        _put(entry, item.payload["by"], item.area, since=since, at=at, due_at=at + ASK_AGAIN)


def _put(entry: UUID, by: str, area: str, *, since: datetime, at: datetime, due_at: datetime) -> None:
    payload = {"entry": str(entry), "by": by, "since": since.isoformat()}
    outbox.put(topic=TO_BE_TOLD, payload=payload, area=area, at=at, due_at=due_at)


def _schools_of(child: UUID, at: datetime) -> list[UUID]:
    """The teams that are this child's own school now."""
    return [
        one.whom.team
        for one in involved_with(child=child, at=at)
        if one.whom.team and one.agency == SCHOOL and BASIS in one.bases
    ]


def _is_held_closely(child: UUID) -> bool:
    """A school as a whole does not see such a child: the guardian desk speaks with whoever sent it instead."""
    found = people.person(id=child)
    return found is not None and found.tier != "normal"


def _leads(team: UUID, by: Actor, at: datetime) -> bool:
    """Whether somebody is a safeguarding lead of this school, or stands in where it has none."""
    held = {(one.role, one.team) for one in agencies.roles_of(practitioner=by.id, at=at)}
    if (LEADS[0], team) in held:
        return True
    return (LEADS[1], team) in held and not _has_a_lead(team, by.area, at)


def _has_a_lead(team: UUID, area: str, at: datetime) -> bool:
    try:
        lead = agencies.holder_of(role=LEADS[0], area=area, at=at, teams=frozenset({team}))
    except NobodyHolds:
        return False
    return any(
        (one.role, one.team) == (LEADS[0], team) for one in agencies.roles_of(practitioner=lead.id, at=at)
    )


def _next_school_day(told_at: datetime) -> datetime:
    """Nine in the morning of the next school day; the same day's, where it came before school on one."""
    there = told_at.astimezone(LONDON)
    same = is_working_day(there.date()) and there.time() < SCHOOL_BEGINS
    day = there.date() if same else add_working_days(there.date(), 1)
    return datetime.combine(day, SCHOOL_BEGINS, tzinfo=LONDON)
