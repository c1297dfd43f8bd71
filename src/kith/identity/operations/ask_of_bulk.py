"""Opens the questions to a person that linking in bulk has found."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef

from kith.identity import bands, locks, models
from kith.identity.apart import said_apart
from kith.identity.operations import trail
from kith.identity.operations.resolve import REVIEWED_BY
from kith.identity.types import Evidence
from kith.kernel.rows import add_rows
from kith.kernel.types import Actor

Asked = tuple[UUID, UUID, float, tuple[Evidence, ...], str]
"""(description, other description, weight in bits, evidence, why it is asked)."""


@transaction.atomic
def ask_of_bulk(*, asked: Sequence[Asked], by: Actor, at: datetime) -> int:
    """Open a review of each pair, unless it was asked before or somebody said "not the same"; answers how many are new.

    No link changes. What a person has answered or joined is not asked again, and while a question between two people is
    open there is no second one by other descriptions of theirs.
    """
    locks.hold_area(area=by.area)
    pairs = {frozenset(one[:2]) for one in asked}
    known = models.Review.objects.filter(description__in={id for pair in pairs for id in pair})
    before = {frozenset(pair) for pair in known.values_list("description_id", "other_description_id")}
    fresh = [one for one in asked if frozenset(one[:2]) not in before and not _apart(one)]
    unsettled = _not_joined_by_a_person(_without_an_open_question(fresh, area=by.area))
    rows = [_row(one, by=by, at=at) for one in unsettled]
    add_rows(rows)
    return len(rows)


def _without_an_open_question(asked: Sequence[Asked], *, area: str) -> Iterator[Asked]:
    """Those about whose two people (or whose one person) nobody is being asked now."""
    open_now = models.Review.objects.filter(area=area, decided_at__isnull=True)
    pairs = list(open_now.values_list("description_id", "other_description_id"))
    wanted = {id for pair in (*pairs, *(one[:2] for one in asked)) for id in pair}
    links = models.Link.objects.filter(description__in=wanted, to_at__isnull=True)
    whose = dict(links.values_list("description_id", "person_id"))
    waiting = {frozenset(whose[id] for id in pair) for pair in pairs}
    for one in asked:
        people = frozenset(whose[id] for id in one[:2])
        if people not in waiting:
            waiting.add(people)
            yield one


def _not_joined_by_a_person(asked: Iterable[Asked]) -> Iterator[Asked]:
    """Without the two descriptions of one person whom somebody has put together: only a person merges."""
    return (one for one in asked if not (_joined(one[0], one[1]) or _joined(one[1], one[0])))


def _joined(moved: UUID, beside: UUID) -> bool:
    """Whether a merge moved the one to where the other was already, and both are there now."""
    there = models.Link.objects.filter(
        description=beside, to_at=None, person=OuterRef("person"), from_at__lte=OuterRef("from_at")
    )
    merged = models.LinkStep.objects.filter(
        description=moved, step__kind="merge", step__taken_at=OuterRef("from_at")
    )
    return models.Link.objects.filter(Exists(there), Exists(merged), description=moved, to_at=None).exists()


def _apart(asked: Asked) -> bool:
    link = models.Link.objects.filter(description=asked[1], to_at__isnull=True).first()
    return link is not None and said_apart(descriptions=[asked[0]], person=link.person_id) is not None


def _row(asked: Asked, *, by: Actor, at: datetime) -> models.Review:
    description, other, weight, evidence, why = asked
    return models.Review(
        area=by.area,
        description_id=description,
        other_description_id=other,
        reasons=[why],
        evidence=trail.evidence_as_kept(evidence),
        weight=weight,
        band=bands.band(weight),
        owner_role=REVIEWED_BY,
        opened_at=at,
    )
