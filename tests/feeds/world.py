"""Tolland Bay with its feeds switched on, and systems of its agencies that send."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import connection

from kith.agencies import queries as agencies
from kith.journeys.feeding.found import feed as feed_called
from kith.journeys.feeding.found import feeds
from kith.journeys.feeding.receiving import receive_message
from kith.journeys.feeding.types import CameOf, Feed
from kith.kernel.types import Actor
from tests.support.world import Area

FEEDS = Path(__file__).resolve().parents[2] / "src" / "kith" / "feeds"
POSTS = {"police": "hamish-orde", "hospital": "tunde-alabi", "school": "anneka-bright", "gp": "piers-vane"}
"""In whose name each agency's system sends, by their code in the area's file."""
TYPES = {".csv": "text/csv", ".hl7": "x-application/hl7-v2+er7"}


@dataclass(frozen=True)
class Sample:
    """One message of a feed's ``samples/``: its folder, and what its name promises."""

    path: Path

    @property
    def feed(self) -> Feed:
        found = feed_called(self.path.parents[1].name)
        assert found, self.path
        return found

    @property
    def promise(self) -> str:
        return self.path.name.partition("-")[0]

    @property
    def says_nothing(self) -> bool:
        return "nothing-to-report" in self.path.name

    @property
    def media_type(self) -> str:
        return TYPES.get(self.path.suffix, self.feed.formats[0])

    @property
    def body(self) -> bytes:
        return self.path.read_bytes()

    def __str__(self) -> str:
        return f"{self.path.parents[1].name}/{self.path.name}"


def samples() -> list[Sample]:
    """Every sample of every feed, as they are found."""
    return [Sample(path) for path in sorted(FEEDS.glob("*/samples/*")) if path.is_file()]


def post(area: Area, agency: str, code: str = "") -> Actor:
    """The practitioner in whose name an agency's system sends."""
    held = agencies.practitioner_by_code(area=area.code, code=code or POSTS[agency])
    assert held and held.agency == agency, (agency, code)
    return agencies.actor(practitioner=held.id, at=area.now)


def send(area: Area, feed: str, body: bytes | str, *, media_type: str = "", code: str = "") -> CameOf:
    """A system sends a message at the area's present moment."""
    found = feeds()[feed]
    return receive_message(
        feed=found, media_type=media_type or found.formats[0], by=post(area, found.agency, code), at=area.now,
        body=body.encode() if isinstance(body, str) else body,
    )  # fmt: skip


def entries_from(message: UUID) -> list[UUID]:
    """The entries that rest on a message's envelope."""
    return _ids("SELECT entry_id FROM chronology_entry_content WHERE envelope_id = %s ORDER BY 1", message)


def parts_of(message: UUID) -> int:
    """How many parts of a message were dealt with."""
    return len(_ids("SELECT id FROM kernel_message_part WHERE message_id = %s", message))


def told() -> int:
    """How many entries senders told: those by which the front door takes them up are Kith's own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM chronology_entry_content WHERE kind <> 'contact_opened'")
        return int(cursor.fetchone()[0])


def rows(table: str) -> int:
    """How many rows a table has."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608  names of tables, in tests
        return int(cursor.fetchone()[0])


def _ids(query: str, *given: object) -> list[UUID]:
    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return [id for (id,) in cursor.fetchall()]
