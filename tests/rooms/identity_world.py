"""People to describe: a small world for the tests of the identity room."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from kith.identity import operations, queries
from kith.identity.types import NewDescription, Resolution
from kith.kernel.types import Actor

AREA = "brackley"
SAM = Actor(
    id=UUID(int=1), area=AREA, agency="childrens_social_care", name="Sam Reed", roles=("mash_manager",)
)
NADIA = Actor(id=UUID(int=2), area="elsewhere", agency="childrens_social_care", name="Nadia Cole")
MORNING = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)

AMIRA = NewDescription(
    said_by="school",
    said_by_area=AREA,
    full_name="Amira Rahman",
    born_from=date(2019, 5, 3),
    born_to=date(2019, 5, 3),
    sex="female",
    postcode="LS1 4PJ",
    guardian_names=("Leila Rahman",),
)


def minutes(count: int) -> datetime:
    """So many minutes after the morning began."""
    return MORNING + timedelta(minutes=count)


def describe(
    said: NewDescription = AMIRA, *, at: datetime = MORNING, by: Actor = SAM, **changed: object
) -> Resolution:
    """Resolve a description, with some of it changed."""
    if "born" in changed:
        changed["born_from"] = changed["born_to"] = changed.pop("born")
    return operations.resolve(description=replace(said, **changed), by=by, at=at)  # type: ignore[arg-type]


def the_table_is_the_fold() -> bool:
    """Whether the table of links is what the link steps amount to."""
    return not queries.links_that_differ(area=AREA)


def person_of(description: UUID, *, at: datetime) -> UUID | None:
    """Whose a description is at a moment."""
    link = queries.link_as_at(description=description, as_at=at)
    return link.person if link else None
