"""A small made-up place for the tests of the chronology: people, agencies' descriptions of them, entries."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from django.apps import apps

from kith.chronology.operations import append
from kith.chronology.types import NewEntry
from kith.kernel.clock import LONDON
from kith.kernel.ids import new_id
from kith.kernel.types import Actor

AREA = "northfield"
SAM = Actor(id=new_id(), area=AREA, agency="police", name="Sam Okoro")
ADA = Actor(id=new_id(), area=AREA, agency="school", name="Ada Lee")
RUTH = Actor(id=new_id(), area=AREA, agency="childrens_social_care", name="Ruth Bell")
LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)
POLICE, SCHOOL, SOCIAL_CARE = (("police", AREA), ("school", AREA), ("childrens_social_care", AREA))


def on(words: str, hour: int = 12, minute: int = 0) -> datetime:
    """``3 Feb 2026``, at midday in London unless said otherwise."""
    day = datetime.strptime(words, "%d %b %Y").date()  # noqa: DTZ007  a day has no time zone
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON)


def person(name: str = "Amira", *, kind: str = "child", born: date | None = date(2019, 6, 1)) -> UUID:
    """Somebody, as the people room holds them."""
    row = apps.get_model("people", "Person")(
        area=AREA,
        kind=kind,
        display_name=name,
        born_from=born if kind != "unborn" else None,
        born_to=born if kind != "unborn" else None,
        registered_at=LONG_AGO,
        registered_by=SAM.id,
    )
    row.save(force_insert=True)
    return row.pk


def described(
    whom: UUID | None,
    *,
    by: Actor = SAM,
    from_at: datetime = LONG_AGO,
    to_at: datetime | None = None,
    kind: str = "child",
    born: date | None = None,
) -> UUID:
    """One agency's description, linked to somebody for a period, or to nobody; ``born`` is what the agency says."""
    row = apps.get_model("identity", "Description")(
        area=AREA,
        said_by=by.agency,
        said_by_area=by.area,
        kind=kind,
        born_from=born,
        born_to=born,
        valid_from=from_at,
        received_at=from_at,
        received_by=by.id,
    )
    row.save(force_insert=True)
    if whom is not None:
        link(row.pk, whom, from_at=from_at, to_at=to_at)
    return row.pk


def link(description: UUID, whom: UUID, *, from_at: datetime, to_at: datetime | None = None) -> UUID:
    row = apps.get_model("identity", "Link")(
        id=new_id(), area=AREA, description_id=description, person_id=whom, from_at=from_at, to_at=to_at
    )
    row.save(force_insert=True)
    return row.pk


def unlink(description: UUID, *, at: datetime) -> None:
    apps.get_model("identity", "Link").objects.filter(description_id=description, to_at=None).update(to_at=at)


def live_together(*people: UUID, known_at: datetime = LONG_AGO, **period: date) -> None:
    home = apps.get_model("people", "Household")(
        area=AREA, name="Their home", registered_at=LONG_AGO, registered_by=SAM.id
    )
    home.save(force_insert=True)
    for whom in people:
        apps.get_model("people", "Residency")(
            area=AREA, household=home, person_id=whom, known_at=known_at, known_by=SAM.id, **period
        ).save(force_insert=True)


def new(about: UUID | tuple[UUID, ...], *, happened: datetime, **given: Any) -> NewEntry:
    """A police domestic abuse incident, unless said otherwise."""
    return NewEntry(
        **{
            "area": AREA,
            "kind": "domestic_abuse_incident",
            "said_by": "police",
            "happened_from": happened,
            "happened_to": happened,
            "about": about if isinstance(about, tuple) else (about,),
            **given,
        }
    )


def say(
    about: UUID | tuple[UUID, ...],
    happened: datetime,
    *,
    at: datetime | None = None,
    by: Actor = SAM,
    **given: Any,
) -> UUID:
    """An entry that is recorded when it happened, or at ``at``."""
    given = {"said_by": by.agency, **given}
    return append(new(about, happened=happened, **given), by=by, at=at or happened)
