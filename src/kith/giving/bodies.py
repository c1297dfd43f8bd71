"""Whose a system is, and by which keys its agency itself refers to children."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.chronology.types import EntryView
from kith.giving.types import Body
from kith.identity.types import Described
from kith.journeys.describing import PICKED
from kith.journeys.feeding.senders import team_of
from kith.kernel.types import Actor


def body_of(*, by: Actor, at: datetime) -> Body | None:
    """The body that a post sends for: its agency, or its own school or practice. None where it is in none."""
    agency = agencies.agency(area=by.area, code=by.agency)
    if agency is None:
        return None
    return Body(agency=agency.id, code=by.agency, area=by.area, team=team_of(by=by, at=at))


class Own:
    """What is a body's own: entries that it said and descriptions that it gave. Asks once of whom it asks."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._teams: dict[tuple[UUID, datetime], bool] = {}

    def said(self, entry: EntryView) -> bool:
        """Whether the body said the entry; of a school, whether somebody of that school did."""
        return self._is(entry.said_by, entry.said_by_area, entry.recorded_by, entry.recorded_at)

    def held(self, entry: EntryView) -> bool:
        """Whether the agency was told of the entry, or it was put where the agency reads."""
        whose = (self._body.code, self._body.area)
        return any(
            (one.agency, one.agency_area) == whose and one.how in ("told", "delivered")
            for one in entry.known_to
        )

    def key_of(self, described: Described | None) -> str:
        """The body's own key for a child; empty for an adult, for another's, and for what Kith gave itself."""
        if described is None or described.kind == "adult":
            return ""
        key = described.sender_key
        own = self._is(
            described.said_by, described.said_by_area, described.received_by, described.received_at
        )
        return key if own and not key.startswith(PICKED) else ""

    def first_key(self, descriptions: Iterable[Described]) -> str:
        """The key that the body has held longest for somebody; empty where it has none.

        One alone: whoever describes a child again under a new key learns nothing by it.
        """
        return next((key for one in descriptions if (key := self.key_of(one))), "")

    def _is(self, agency: str, area: str, practitioner: UUID | None, at: datetime) -> bool:
        if (agency, area) != (self._body.code, self._body.area):
            return False
        if self._body.team is None:
            return True
        if practitioner is None:
            return False
        if (practitioner, at) not in self._teams:
            self._teams[practitioner, at] = self._body.team in agencies.teams_of(
                practitioner=practitioner, at=at
            )
        return self._teams[practitioner, at]
