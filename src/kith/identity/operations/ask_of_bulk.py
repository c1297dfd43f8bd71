"""Opens the questions to a person that linking in bulk has found."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

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
    waiting_for_nobody = list(_without_an_open_question(fresh, area=by.area))
    rows = [_row(one, by=by, at=at) for one in _not_joined_by_a_person(waiting_for_nobody)]
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


def _not_joined_by_a_person(asked: Sequence[Asked]) -> Iterator[Asked]:
    """Without two whom a merge put together and who still are: only a person merges."""
    ids = {id for one in asked for id in one[:2]}
    links = models.Link.objects.filter(description__in=ids, to_at__isnull=True)
    since = {
        id: (person, at) for id, person, at in links.values_list("description_id", "person_id", "from_at")
    }
    merges = models.LinkStep.objects.filter(description__in=ids, step__kind="merge")
    merged = set(merges.values_list("description_id", "step__taken_at"))
    for one in asked:
        (person, at), (other, other_at) = (since[id] for id in one[:2])
        came_later = one[0] if at > other_at else one[1]
        by_a_merge = at != other_at and (came_later, max(at, other_at)) in merged
        if person != other or not by_a_merge:
            yield one


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
