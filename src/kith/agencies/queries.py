"""Who works where, who holds a role, and who is the person now."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from kith.agencies import models, types
from kith.agencies.rulebook_lists import check_role, rulebook
from kith.grammar.durations import Duration
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.kernel.once_a_page import once_a_page
from kith.kernel.types import Actor


def duty_desk(*, area: str) -> str:
    """The area's telephone that is answered day and night. BadInput where the area is not held."""
    found = _area(area)
    if found is None:
        raise BadInput("area", f"There is no area {area}.")
    return found.desk_phone


def area_name(*, area: str) -> str:
    """What the area is called, or its code where it is not held here (another area's agencies are named too)."""
    found = _area(area)
    return found.name if found else area


def areas() -> tuple[str, ...]:
    """The codes of the areas that are held."""
    return tuple(models.Area.objects.order_by("code").values_list("code", flat=True))


def feeds_of(*, area: str) -> tuple[str, ...]:
    """The feeds that an area has switched on."""
    found = _area(area)
    return tuple(found.feeds) if found else ()


def local_limits(*, area: str) -> dict[str, Duration]:
    """The area's own time limits by the clock's name; never longer than the statutory ones."""
    found = _area(area)
    limits = found.local_limits if found else {}
    return {name: Duration(limit["number"], limit["unit"]) for name, limit in limits.items()}


def local_thresholds(*, area: str) -> dict[str, int]:
    """The area's own numbers by the pattern's name; never higher than the rulebook's."""
    found = _area(area)
    thresholds = found.local_thresholds if found else {}
    return {name: threshold["at_least"] for name, threshold in thresholds.items()}


def published_threshold(*, area: str) -> tuple[str, ...]:
    """What the area published about when social care acts: its title, then its lines; empty where none is held."""
    found = _area(area)
    return tuple(found.threshold_document) if found else ()


@once_a_page
def _area(code: str) -> models.Area | None:
    return models.Area.objects.filter(code=code).first()


def agency(*, area: str, code: str) -> types.Agency | None:
    """One agency of an area, or ``None``."""
    row = models.Agency.objects.filter(area=area, code=code).first()
    return _agency(row) if row else None


def agencies(*, ids: Iterable[UUID]) -> dict[UUID, types.Agency]:
    """Several agencies in one read, by id."""
    return {row.pk: _agency(row) for row in models.Agency.objects.filter(pk__in=list(ids))}


def teams(*, ids: Iterable[UUID]) -> dict[UUID, types.Team]:
    """Several teams in one read, by id."""
    return {
        row.pk: _team(row) for row in models.Team.objects.select_related("agency").filter(pk__in=list(ids))
    }


def reachable(*, ids: Iterable[UUID]) -> dict[UUID, types.Reachable]:
    """How to reach each practitioner, team or agency of those ids, in three reads; who is not held is absent."""
    wanted = list(ids)
    found = {row.pk: _reachable(row, row) for row in models.Agency.objects.filter(pk__in=wanted)}
    for model in (models.Team, models.Practitioner):
        for row in model.objects.select_related("agency").filter(pk__in=wanted):
            found[row.pk] = _reachable(row, row.agency)
    return found


@once_a_page
def agencies_in(*, area: str) -> tuple[types.Agency, ...]:
    """The agencies of an area, by name."""
    return tuple(_agency(row) for row in models.Agency.objects.filter(area=area).order_by("name"))


def team(*, area: str, code: str) -> types.Team | None:
    """One team of an area by its code, or ``None``."""
    row = models.Team.objects.select_related("agency").filter(area=area, code=code).first()
    return _team(row) if row else None


def teams_in(*, area: str, agency: str | None = None) -> tuple[types.Team, ...]:
    """The teams of an area, or of one of its agencies, by name."""
    rows = models.Team.objects.select_related("agency").filter(area=area)
    if agency is not None:
        rows = rows.filter(agency__code=agency)
    return tuple(_team(row) for row in rows.order_by("name"))


def practitioner(*, id: UUID) -> types.Practitioner | None:
    """One practitioner, or ``None``."""
    return practitioners(ids=[id]).get(id)


def practitioners(*, ids: Iterable[UUID]) -> dict[UUID, types.Practitioner]:
    """Several practitioners in one read, by id; those who are not held are absent."""
    rows = models.Practitioner.objects.select_related("agency").filter(pk__in=list(ids))
    return {row.pk: _practitioner(row) for row in rows}


def practitioner_by_code(*, area: str, code: str) -> types.Practitioner | None:
    """The practitioner of that key in the area file, or ``None``."""
    row = models.Practitioner.objects.select_related("agency").filter(area=area, code=code).first()
    return _practitioner(row) if row else None


def practitioners_in(*, area: str, agency: str | None = None) -> tuple[types.Practitioner, ...]:
    """Everyone who works in an area, or in one of its agencies, by name."""
    rows = models.Practitioner.objects.select_related("agency").filter(area=area)
    if agency is not None:
        rows = rows.filter(agency__code=agency)
    return tuple(_practitioner(row) for row in rows.order_by("name"))


def colleagues(*, practitioner: UUID, at: datetime) -> tuple[types.Practitioner, ...]:
    """Others of the same agency, those who share a team first: who might cover or stand in."""
    own = models.Practitioner.objects.filter(pk=practitioner).values_list("agency", flat=True)
    rows = (
        models.Practitioner.objects.select_related("agency").filter(agency__in=own).exclude(pk=practitioner)
    )
    shared = teams_of(practitioner=practitioner, at=at)
    near = set(
        models.Membership.objects.filter(_in_force(at), team__in=shared).values_list(
            "practitioner", flat=True
        )
    )
    return tuple(_practitioner(row) for row in sorted(rows, key=lambda row: (row.pk not in near, row.name)))


@once_a_page
def teams_of(*, practitioner: UUID, at: datetime) -> frozenset[UUID]:
    """The teams that somebody belongs to at that moment, by membership or by a role held in the team."""
    joined = models.Membership.objects.filter(_in_force(at), practitioner=practitioner)
    held = models.RoleHeld.objects.filter(_in_force(at), practitioner=practitioner, team__isnull=False)
    return frozenset(joined.values_list("team", flat=True)) | frozenset(held.values_list("team", flat=True))


@once_a_page
def agency_of(*, practitioner: UUID) -> UUID | None:
    """The id of the agency that somebody works in, or ``None``."""
    return models.Practitioner.objects.filter(pk=practitioner).values_list("agency", flat=True).first()


def roles_of(*, practitioner: UUID, at: datetime) -> tuple[types.Held, ...]:
    """The roles that somebody holds at that moment, by name."""
    rows = models.RoleHeld.objects.filter(_in_force(at), practitioner=practitioner).order_by(
        "role", "from_at"
    )
    return tuple(
        types.Held(id=row.pk, practitioner=practitioner, role=row.role, team=row.team_id, from_at=row.from_at)
        for row in rows
    )


def expertise_of(*, ids: Iterable[UUID], at: datetime) -> dict[UUID, tuple[types.Expert, ...]]:
    """What each of these people is authorised for or brings at that moment; what ran out is left out, and who has none."""
    day = at.astimezone(LONDON).date()
    rows = models.Expertise.objects.filter(_in_force(at), practitioner__in=list(ids))
    current = rows.filter(Q(until__isnull=True) | Q(until__gte=day)).order_by("what")
    found: dict[UUID, tuple[types.Expert, ...]] = {}
    for row in current:
        expert = types.Expert(what=row.what, until=row.until)
        found[row.practitioner_id] = (*found.get(row.practitioner_id, ()), expert)
    return found


def actor_for(*, sign_in: models.SignIn, at: datetime) -> Actor:
    """The practitioner behind a sign-in, as the ``by`` of what they do now. Refused where there is none."""
    row = models.Practitioner.objects.filter(sign_in=sign_in.pk).values_list("pk", flat=True).first()
    if row is None or not sign_in.is_active:
        raise Refused("This sign-in belongs to nobody who works here now. Ring your duty desk.")
    return actor(practitioner=row, at=at)


def actor(*, practitioner: UUID, at: datetime) -> Actor:
    """A practitioner as the ``by`` of an operation, with the roles that they hold at that moment."""
    found = practitioners(ids=[practitioner]).get(practitioner)
    if found is None:
        raise BadInput("practitioner", "No such practitioner is held.")
    held = {one.role for one in roles_of(practitioner=practitioner, at=at)}
    return Actor(
        id=found.id, area=found.area, agency=found.agency, name=found.name, roles=tuple(sorted(held))
    )


def holder_of(
    *,
    role: str,
    area: str,
    at: datetime,
    never: frozenset[UUID] = frozenset(),
    teams: frozenset[UUID] = frozenset(),
) -> types.Practitioner:
    """The person who answers for a role at that moment, never one of ``never`` (whom the rule questions).

    On duty, then on the weekly rota, then holding the role (those of ``teams`` first); else the same of whoever
    stands in, to the end of the chain. A role that somebody has for one child (the allocated social worker) is not
    answered for by whoever has it for others: ``kith.access.queries.owner_for`` knows the child. Raises NobodyHolds, which says whom to ring, where all of them are passed over.
    """
    for link in chain_of(role=role):
        for row in _who_answers(link, area, at, teams):
            if row.pk not in never:
                return _practitioner(row)
    raise types.NobodyHolds(role=role, area=area, desk=duty_desk(area=area))


def answers_as(*, role: str, by: Actor, at: datetime) -> bool:
    """Whether somebody holds a role in their area, or answers for it now: on duty, on the rota, or standing in."""
    if role in by.roles:
        return True
    try:
        return holder_of(role=role, area=by.area, at=at).id == by.id
    except types.NobodyHolds:
        return False


def holders_of(*, role: str, area: str, at: datetime) -> tuple[types.Practitioner, ...]:
    """Everyone who answers for a role themselves at that moment, in the order in which they are asked; nobody who stands in."""
    found = {row.pk: row for row in _who_answers(role, area, at, frozenset())}
    return tuple(_practitioner(row) for row in found.values())


def is_on_the_rota(*, role: str, area: str, at: datetime) -> bool:
    """Whether a line of the weekly rota names somebody for a role at that moment, as it does for those who work by night."""
    return role in _on_the_rota(area, at)


def chain_of(*, role: str) -> tuple[str, ...]:
    """The role and who stands in for it, in order. BadInput where the rulebook has no such role."""
    check_role(role)
    return rulebook().chain(role)


def _who_answers(role: str, area: str, at: datetime, teams: frozenset[UUID]) -> Iterator[models.Practitioner]:
    """Everyone who answers for one role at that moment, in the order in which they are asked."""
    yield from _on_duty(area, at).get(role, ())
    yield from _on_the_rota(area, at).get(role, ())
    if role in types.HELD_FOR_A_CHILD:
        return
    held = _who_holds(role, area, at)
    yield from (row.practitioner for row in sorted(held, key=lambda row: row.team_id not in teams))


@once_a_page
def _who_holds(role: str, area: str, at: datetime) -> tuple[models.RoleHeld, ...]:
    held = models.RoleHeld.objects.filter(_in_force(at), area=area, role=role)
    return tuple(held.select_related("practitioner__agency").order_by("from_at", "pk"))


@once_a_page
def _on_duty(area: str, at: datetime) -> dict[str, list[models.Practitioner]]:
    """Who is on duty in an area, by role."""
    rows = models.Duty.objects.filter(_in_force(at), area=area)
    found: dict[str, list[models.Practitioner]] = {}
    for row in rows.select_related("practitioner__agency").order_by("-from_at", "pk"):
        found.setdefault(row.role, []).append(row.practitioner)
    return found


@once_a_page
def _on_the_rota(area: str, at: datetime) -> dict[str, list[models.Practitioner]]:
    """By role, who is on the weekly rota, by the clock on the wall in England; a night belongs to the day on which it starts."""
    here = at.astimezone(LONDON)
    today, yesterday = here.weekday(), (here - timedelta(days=1)).weekday()
    rows = models.WeeklyDuty.objects.filter(_in_force(at), area=area, weekday__in=[today, yesterday])
    found: dict[str, list[models.Practitioner]] = {}
    for row in rows.select_related("practitioner__agency").order_by("starts", "pk"):
        over_midnight = row.ends <= row.starts
        before_end = here.time() < row.ends
        started_today = row.weekday == today and here.time() >= row.starts and (over_midnight or before_end)
        if started_today or (row.weekday == yesterday and over_midnight and before_end):
            found.setdefault(row.role, []).append(row.practitioner)
    return found


def _in_force(at: datetime) -> Q:
    """Rows whose period, half-open, holds that moment."""
    return Q(from_at__lte=at) & (Q(to_at__isnull=True) | Q(to_at__gt=at))


def changes_in(*, area: str) -> tuple[types.Change, ...]:
    """The room's trail in an area, oldest first."""
    rows = models.AgencyChange.objects.filter(area=area).order_by("done_at", "id")
    return tuple(
        types.Change(
            id=row.pk,
            practitioner=row.practitioner_id,
            what=row.what,
            sentence=row.sentence,
            done_at=row.done_at,
            done_by=row.done_by,
            done_by_name=row.done_by_name,
        )
        for row in rows
    )


def _reachable(
    row: models.Agency | models.Team | models.Practitioner, agency: models.Agency
) -> types.Reachable:
    return types.Reachable(
        id=row.pk,
        name=row.name,
        title=getattr(row, "title", ""),
        agency=agency.code,
        agency_name=agency.name,
        phone=row.phone or agency.phone,
        out_of_hours_phone=getattr(row, "out_of_hours_phone", "") or agency.out_of_hours_phone,
    )


def _agency(row: models.Agency) -> types.Agency:
    return types.Agency(
        id=row.pk,
        area=row.area,
        code=row.code,
        name=row.name,
        phone=row.phone,
        out_of_hours_phone=row.out_of_hours_phone,
    )


def _team(row: models.Team) -> types.Team:
    return types.Team(
        id=row.pk,
        area=row.area,
        agency=row.agency.code,
        code=row.code,
        name=row.name,
        phone=row.phone,
        out_of_hours_phone=row.out_of_hours_phone,
    )


def _practitioner(row: models.Practitioner) -> types.Practitioner:
    return types.Practitioner(
        id=row.pk,
        area=row.area,
        agency=row.agency.code,
        agency_name=row.agency.name,
        code=row.code,
        name=row.name,
        title=row.title,
        phone=row.phone,
    )
