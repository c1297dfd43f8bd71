"""Brings what an area file says into the tables; doing it twice changes nothing."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from kith.agencies import models
from kith.agencies.area_file import AreaFile, Reachable, read_area
from kith.kernel.errors import BadInput

Row = Any
"""A row of one of this room's models."""


@dataclass(frozen=True)
class Loading:
    """One load: the area, the file that says it, when, and since when new rows hold."""

    area: str
    file: str
    at: datetime
    since: datetime
    trail: list[models.AgencyChange] = field(default_factory=list)

    def keep(self, what: str, sentence: str, practitioner: models.Practitioner | None = None) -> None:
        """One row of the trail, done by the file; written at the end, all together."""
        self.trail.append(
            models.AgencyChange(
                area=self.area,
                practitioner=practitioner,
                what=what,
                sentence=sentence,
                done_at=self.at,
                done_by_name=f"Area file {self.file}",
            )
        )


@transaction.atomic
def load_area(path: Path | str, *, at: datetime) -> str:
    """Load one area file; answers the area's code. BadInput names the field and line of a fault, and nothing is saved.

    Idempotent. At the first load everybody holds since the file's ``staffed_from``; what is added later holds since
    ``at``, and what left the file ends at ``at``. Appointments that a person made are left alone.
    """
    said = read_area(Path(path))
    is_new = not models.Area.objects.filter(code=said.code).exists()
    loading = Loading(said.code, Path(path).name, at, said.staffed_from if is_new else at)
    _area(said, loading)
    agencies = _rows(
        models.Agency, {one.code: _telephones(one) for one in said.agencies}, "agency_set", loading
    )
    teams = {one.code: {"agency": agencies[code], **_telephones(one)} for code, one in said.teams}
    teams = _rows(models.Team, teams, "team_set", loading)
    people = _people(said, agencies, loading)
    _members(said, people, teams, loading)
    _roles(said, people, teams, loading)
    _expertise(said, people, loading)
    _rota(said, people, loading)
    models.AgencyChange.objects.bulk_create(loading.trail)
    return said.code


def _area(said: AreaFile, loading: Loading) -> None:
    row = models.Area.objects.select_for_update().filter(code=said.code).first() or models.Area(
        code=said.code
    )
    values = {
        "name": said.name,
        "desk_phone": said.desk_phone,
        "local_limits": said.limits,
        "local_thresholds": said.thresholds,
        "threshold_document": list(said.threshold_document),
        "challenge_stages": said.challenge_stages,
        "feeds": list(said.feeds),
        "front_door": [list(one) for one in said.front_door],
    }
    if _set(row, values):
        row.save()
        loading.keep("area_set", f"{said.name} set.")


def _telephones(one: Reachable) -> dict[str, str]:
    return {"name": one.name, "phone": one.phone, "out_of_hours_phone": one.out_of_hours_phone}


def _people(said: AreaFile, agencies: dict[str, Row], loading: Loading) -> dict[str, Row]:
    """The practitioners by code; whoever has an e-mail address and no sign-in yet is given one."""
    values = {
        one.code: {"agency": agencies[one.agency], "name": one.name, "title": one.title, "phone": one.phone}
        for one in said.people
    }
    people = _rows(models.Practitioner, values, "practitioner_set", loading)
    for one in said.people:
        row = people[one.code]
        if one.email and row.sign_in_id is None:
            row.sign_in = models.SignIn(email=one.email, area=loading.area)
            row.sign_in.set_unusable_password()
            loading.keep("sign_in_given", f"{row} was given a sign-in.", row)
    new = [row for row in people.values() if row.sign_in_id and row.sign_in._state.adding]
    models.SignIn.objects.bulk_create([row.sign_in for row in new])
    models.Practitioner.objects.bulk_update(new, ["sign_in"])
    return people


def _rows(model: Any, wanted: dict[str, dict[str, Any]], what: str, loading: Loading) -> dict[str, Row]:
    """The rows of those codes, made or changed to what the file says, by code. ``model`` has an area and a code."""
    held = {
        row.code: row for row in model.objects.filter(area=loading.area, code__in=wanted).select_related()
    }
    rows = {code: held.get(code) or model(area=loading.area, code=code) for code in wanted}
    changed = [row for code, row in rows.items() if _set(row, wanted[code])]
    model.objects.bulk_create([row for row in changed if row.code not in held])
    for row in changed:
        if row.code in held:
            row.save()
        loading.keep(what, f"{row} set.", row if isinstance(row, models.Practitioner) else None)
    return rows


def _set(row: Row, values: dict[str, Any]) -> bool:
    """Give a row its values; answers whether it is new or anything changed."""
    changed = row._state.adding or any(getattr(row, name) != value for name, value in values.items())
    for name, value in values.items():
        setattr(row, name, value)
    return changed


def _members(said: AreaFile, people: dict[str, Row], teams: dict[str, Row], loading: Loading) -> None:
    wanted = [(people[one.code], teams[one.team]) for one in said.people if one.team]
    rows = models.Membership.objects.filter(area=loading.area, joined_by__isnull=True)
    ended, begun = _keep_dated(rows, ("practitioner", "team"), wanted, loading)
    for what, changed in (("team_left", ended), ("team_joined", begun)):
        for row in changed:
            loading.keep(what, f"{row.practitioner}: {row.team}.", row.practitioner)


def _roles(said: AreaFile, people: dict[str, Row], teams: dict[str, Row], loading: Loading) -> None:
    wanted = [(people[one.code], role, teams.get(team)) for one in said.people for role, team in one.roles]
    rows = models.RoleHeld.objects.filter(area=loading.area, appointed_by__isnull=True)
    ended, begun = _keep_dated(rows, ("practitioner", "role", "team"), wanted, loading)
    for what, changed in (("role_ended", ended), ("appointed", begun)):
        for row in changed:
            loading.keep(what, f"{row.practitioner}: {row.role.replace('_', ' ')}.", row.practitioner)


def _expertise(said: AreaFile, people: dict[str, Row], loading: Loading) -> None:
    wanted = [(people[one.code], what, until) for one in said.people for what, until in one.expertise]
    rows = models.Expertise.objects.filter(area=loading.area)
    ended, begun = _keep_dated(rows, ("practitioner", "what", "until"), wanted, loading)
    for row in (*ended, *begun):
        loading.keep("expertise_changed", f"{row}.", row.practitioner)


def _rota(said: AreaFile, people: dict[str, Row], loading: Loading) -> None:
    wanted = [(people[one.practitioner], one.role, one.weekday, one.starts, one.ends) for one in said.rota]
    rows = models.WeeklyDuty.objects.filter(area=loading.area)
    ended, begun = _keep_dated(rows, ("practitioner", "role", "weekday", "starts", "ends"), wanted, loading)
    if ended or begun:
        loading.keep("rota_changed", f"Rota: {len(begun)} lines begun, {len(ended)} ended.")


def _keep_dated(
    rows: QuerySet[Row], names: tuple[str, ...], wanted: list[tuple], loading: Loading
) -> tuple[list[Row], list[Row]]:
    """End the open rows that are not wanted any more, begin those that are new; answers (ended, begun).

    ``wanted`` are the values of ``names``, in the order of the file, which is the order in which people are asked.
    """
    related = [name for name in names if name in ("practitioner", "team")]
    open_rows = rows.filter(to_at__isnull=True).select_related(*related)
    held = {tuple(getattr(row, name) for name in names): row for row in open_rows}
    ended = [row for key, row in held.items() if key not in wanted]
    for row in ended:
        if loading.at <= row.from_at:
            raise BadInput("at", f"{row} had not begun at that moment.")
        row.to_at = loading.at
        row.save(update_fields=["to_at"])
    new = [dict(zip(names, key, strict=True)) for key in dict.fromkeys(wanted) if key not in held]
    begun = [rows.model(area=loading.area, from_at=loading.since, **values) for values in new]
    rows.model.objects.bulk_create(begun)
    return ended, begun
