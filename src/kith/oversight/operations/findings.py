"""A finding is written down with its owner, its due time and the looks that it quotes."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

import structlog
from django.db.models import Q

from kith.access.bases import latest_end
from kith.agencies.types import NobodyHolds
from kith.grammar.durations import working_days
from kith.oversight import models, policies
from kith.oversight.looking.rows import LookSeen
from kith.oversight.looking.rule import SAME_CHILD, SAME_PERSON, Rule

REVIEWED_IN = working_days(5)
"""From the asking to the answer [P]."""
QUIET_FOR = timedelta(days=90)
"""After an answer that it was in order, a rule does not ask the same again for so long [P]."""
MOST_QUOTED = 200
logger = structlog.get_logger(__name__)


def keep(
    *,
    area: str,
    rule: str,
    practitioner: UUID,
    words: str,
    looks: Iterable[LookSeen],
    day: date,
    at: datetime,
) -> bool:
    """Write one finding down; answers whether that was done. Once for a rule, a person and a day."""
    if models.Finding.objects.filter(rule=rule, practitioner=practitioner, day=day).exists():
        return False
    try:
        owner, role = policies.owner_of(found=practitioner, area=area, at=at)
    except NobodyHolds:
        logger.error("nobody_reviews_looks", area=area, rule=rule)
        raise
    finding = models.Finding.objects.create(
        area=area,
        rule=rule,
        day=day,
        practitioner_id=practitioner,
        words=words,
        owner_id=owner.id,
        owner_role=role,
        opened_at=at,
        due_at=latest_end(REVIEWED_IN, at),
    )
    models.QuotedLook.objects.bulk_create(
        models.QuotedLook(area=area, finding=finding, look_id=one.id, child_id=one.child)
        for one in list(looks)[:MOST_QUOTED]
    )
    return True


def not_asked_yet(
    rule: Rule, *, practitioner: UUID, looks: Iterable[LookSeen], at: datetime
) -> tuple[LookSeen, ...]:
    """The looks that a rule has still to ask about: not those whose like is open, or was lately found to be in order."""
    looks = tuple(looks)
    if rule.quiet not in (SAME_CHILD, SAME_PERSON):
        return looks
    lately = models.Answer.objects.filter(answer="acceptable", reviewed_at__gt=at - QUIET_FOR)
    still_open = ~Q(answers__answer__in=models.CLOSING)
    rows = models.Finding.objects.filter(rule=rule.code, practitioner=practitioner)
    rows = rows.filter(still_open | Q(pk__in=lately.values("finding")))
    if rule.quiet == SAME_PERSON:
        return () if rows.exists() else looks
    quoted = models.QuotedLook.objects.filter(finding__in=rows.values("pk"))
    known = set(quoted.values_list("child", flat=True))
    return tuple(one for one in looks if one.child not in known)
