"""Who works with whom: allocations for as long as social care's work with a family was open, as its entries say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kith.access import operations as access
from kith.simulation.area_types import SimulatedEntry
from kith.simulation.chance import chance_for, happens
from kith.simulation.loading.cast import SOCIAL_CARE
from kith.simulation.loading.loading import Loading, moment

BEGINS_AT, ENDS_AT = 18, 19
"""Hours: after the day's entries."""
STEPS_DOWN = timedelta(days=14)
"""Work that begins again within this time has not ended."""
FORGOTTEN = timedelta(days=120)
"""Work of which nobody has said anything for so long is over, though nobody says so."""
NOBODY_ALLOCATED = 0.15
"""Share of families in work whose worker has left, so that the manager holds them."""
LEFT = timedelta(days=11)
HELD_BY_THE_MANAGER = "family_that_moved"


@dataclass(frozen=True)
class Work:
    """Social care's open work with some children of a family; ``until`` None: it goes on."""

    family: str
    children: tuple[str, ...]
    since: date
    until: date | None
    on_a_plan: bool
    """Whether a child protection plan is part of it."""


def work_of(loading: Loading) -> list[Work]:
    """All of social care's work, family by family, oldest first."""
    by_family: dict[str, list[tuple[date, SimulatedEntry]]] = {}
    for day, entries in loading.area.days:
        for entry in entries:
            if entry.said_by == SOCIAL_CARE:
                by_family.setdefault(entry.family, []).append((day, entry))
    return [work for family in by_family for work in _spans(by_family[family], loading)]


def _spans(told: list[tuple[date, SimulatedEntry]], loading: Loading) -> Iterator[Work]:
    work: Work | None = None
    last = told[0][0]
    for day, entry in told:
        if work and work.until is None and day - last > FORGOTTEN:
            work = replace(work, until=last + FORGOTTEN)
        last = day
        if work and work.until and day > work.until + STEPS_DOWN:
            yield work
            work = None
        if _begins(entry):
            work = _joined(work, day, entry, loading)
        elif work and work.until is None and _ends(entry):
            work = replace(work, until=day)
    if work:
        forgotten = work.until is None and loading.area.ending_on - last > FORGOTTEN
        yield replace(work, until=last + FORGOTTEN) if forgotten else work


def _joined(work: Work | None, day: date, entry: SimulatedEntry, loading: Loading) -> Work:
    new = [key for key in entry.about if loading.people[key].kind != "adult"]
    on_a_plan = entry.kind == "plan" and entry.details.get("plan_type") == "child_protection"
    if work is None:
        return Work(entry.family, tuple(new), day, None, on_a_plan)
    children = tuple(dict.fromkeys((*work.children, *new)))
    return replace(work, children=children, until=None, on_a_plan=work.on_a_plan or on_a_plan)


def _begins(entry: SimulatedEntry) -> bool:
    said = entry.details
    return (
        (entry.kind == "referral_decision" and said.get("outcome") in ("assessment", "strategy_discussion"))
        or (entry.kind == "assessment" and said.get("stage") == "started")
        or (entry.kind == "section_47_enquiry" and said.get("stage") == "started")
        or (entry.kind == "plan" and said.get("stage") == "started" and said.get("plan_type") != "early_help")
    )


def _ends(entry: SimulatedEntry) -> bool:
    said = entry.details
    return (
        entry.kind == "closed"
        or (entry.kind == "assessment" and said.get("outcome") == "no_further_action")
        or (entry.kind == "section_47_enquiry" and said.get("outcome") == "not_substantiated")
        or (entry.kind == "plan" and said.get("stage") == "ended")
    )


Allocation = tuple[UUID, UUID, str, datetime | None]


def allocate_work(loading: Loading) -> list[Work]:
    """Write who had each child while work was open; answers the work."""
    begun: list[tuple[datetime, Allocation]] = []
    work = work_of(loading)
    for one in work:
        begun += _allocations(one, loading)
    begun.sort(key=lambda pair: pair[0])
    access.allocate_many(
        allocations=[allocation for _, allocation in begun],
        because="Work with the family ended, or the worker left the team.",
        by=loading.cast.holder("service_manager", family="allocations"),
        at=[at for at, _ in begun],
    )
    return work


def _allocations(work: Work, loading: Loading) -> Iterator[tuple[datetime, Allocation]]:
    """The worker, the manager of the worker's team, and on a protection plan a lead practitioner beside them."""
    family = loading.families[work.family]
    worker = loading.cast.worker_of(family)
    at = moment(work.since, hour=BEGINS_AT)
    ended = moment(work.until, hour=ENDS_AT) if work.until else None
    left = ended or _worker_left(work, loading)
    for key in work.children:
        child = loading.persons[key]
        yield at, (child, worker.id, "allocated_social_worker", left)
        yield at, (child, loading.cast.manager_of(worker).id, "team_manager", ended)
        if work.on_a_plan and not work.until:
            lead = loading.cast.holder("lead_child_protection_practitioner", family=work.family)
            yield at, (child, lead.id, "lead_child_protection_practitioner", left)


def _worker_left(work: Work, loading: Loading) -> datetime | None:
    """Some families are held by the manager with nobody allocated, and everybody can see that it is so."""
    day = loading.area.ending_on - LEFT
    chance = chance_for(loading.area.seed, "worker left", work.family)
    is_held = loading.families[work.family].storyline == HELD_BY_THE_MANAGER or (
        not loading.families[work.family].storyline and happens(chance, NOBODY_ALLOCATED)
    )
    return moment(day, hour=ENDS_AT) if is_held and work.since < day else None
