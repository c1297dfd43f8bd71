"""One entry as a rule sees it: what was known about a child at a moment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Literal, get_args
from uuid import UUID

Scope = Literal["own", "household"]


@dataclass(frozen=True, kw_only=True)
class Known:
    """An entry about the child (``own``) or about another child of the household, known in [known_from, until)."""

    entry: UUID
    kind: str
    said_by: str
    """The agency's code."""
    said_by_area: str
    happened_from: datetime
    happened_to: datetime
    known_from: datetime
    until: datetime | None = None
    actor_role: str = ""
    voice: str = "professional"
    claim: str = "reported"
    precision: str = "day"
    details: Mapping[str, Any] = field(default_factory=dict)
    references: tuple[tuple[str, UUID], ...] = ()
    """Pairs of relation and the entry referred to."""
    occurrence: UUID | None = None
    """Shared by entries that tell of one occurrence; None means that the entry stands alone."""
    scope: Scope = "own"

    @property
    def order(self) -> tuple[datetime, UUID]:
        """When it happened; entries of one instant follow in the order in which they were written down."""
        return self.happened_to, self.entry

    @property
    def agency(self) -> tuple[str, str]:
        return self.said_by, self.said_by_area

    def known_at(self, as_at: datetime) -> bool:
        return self.known_from <= as_at and (self.until is None or as_at < self.until)


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One child at one instant, and all that a rule may look at then."""

    child: UUID
    as_at: datetime
    born_from: date | None = None
    born_to: date | None = None
    """Both None where the birth is unknown; equal where it is known to the day."""
    rows: tuple[Known, ...] = ()

    @cached_property
    def known(self) -> Mapping[Scope, tuple[Known, ...]]:
        """The rows known at the instant, by scope."""
        known = [row for row in self.rows if row.known_at(self.as_at)]
        return {scope: tuple(row for row in known if row.scope == scope) for scope in get_args(Scope)}
