"""The world of a story test: one area with its people, speaking practice; time moves only by ``area.on(...)``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.chronology import queries as chronology
from kith.identity.types import NewDescription
from kith.journeys.receive_concern import receive_concern
from kith.journeys.types import Concern, EntrySaid, PersonSaid, Received
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.patterns import queries as prompts
from kith.patterns.types import PromptView
from kith.people import operations as people
from kith.people.types import Birth, NewPerson

AREA_FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
YEAR = 2026


def day(text: str, *, hour: int = 12) -> datetime:
    """``17 Mar`` or ``17 Mar 2025`` at noon in London."""
    words = text.split()
    year = int(words[2]) if len(words) == 3 else YEAR
    return datetime.strptime(f"{words[0]} {words[1]} {year} {hour}", "%d %b %Y %H").replace(tzinfo=LONDON)


@dataclass
class Worker:
    """One practitioner, who acts at the area's present moment."""

    area: Area
    id: UUID

    @property
    def actor(self) -> Actor:
        return agencies.actor(practitioner=self.id, at=self.area.now)

    @property
    def prompts(self) -> tuple[PromptView, ...]:
        return prompts.open_prompts_of(owner=self.id)

    def only_prompt_for(self, child: Child) -> PromptView:
        found = [prompt for prompt in self.prompts if child.id in prompt.children]
        assert len(found) == 1, [prompt.step for prompt in found]
        return found[0]


@dataclass
class Child:
    id: UUID
    name: str
    born: date


@dataclass
class AgencyInTheWorld:
    """An agency whose practitioner reports what happened."""

    area: Area
    code: str

    @property
    def actor(self) -> Actor:
        role = prompts.rulebook().agencies[self.code].manager
        holder = agencies.holder_of(role=role, area=self.area.code, at=self.area.now)
        return Actor(id=holder.id, area=self.area.code, agency=self.code, name=holder.name, roles=(role,))

    def report(
        self,
        child: Child,
        kind: str,
        *,
        on: str | None = None,
        text: str = "",
        words: str = "",
        voice: str = "professional",
        told: tuple[str, ...] = (),
        references: tuple[tuple[str, UUID], ...] = (),
        **details: Any,
    ) -> UUID:
        """One entry about a known child; returns its id. ``on`` is the day it happened, the present day by default."""
        happened = day(on) if on else self.area.now.astimezone(LONDON).replace(hour=12, minute=0)
        said = EntrySaid(
            key="it", kind=kind, happened_from=happened, happened_to=happened, about=("child",), text=text,
            childs_words=words, voice=voice, details=details, references=references,
            told=tuple((code, self.area.code) for code in told),
        )  # fmt: skip
        return self.tell(child, (said,)).entries["it"]

    def tell(self, child: Child, entries: tuple[EntrySaid, ...]) -> Received:
        described = NewDescription(
            said_by=self.code, said_by_area=self.area.code, sender_key=f"known-{child.id}", full_name=child.name,
            born_from=child.born, born_to=child.born,
        )  # fmt: skip
        concern = Concern(
            said_by=self.code,
            said_by_area=self.area.code,
            people=(PersonSaid(key="child", description=described, person=child.id),),
            entries=entries,
        )
        return receive_concern(concern=concern, by=self.actor, at=self.area.now)


@dataclass
class Area:
    """Tolland Bay at its present moment."""

    code: str
    now: datetime = field(default_factory=lambda: day("1 Feb"))

    def on(self, text: str, *, hour: int = 12) -> Area:
        """Time moves to that day, at noon unless said otherwise, and waits that are over are asked again."""
        self.now = day(text, hour=hour)
        return self

    def agency(self, code: str) -> AgencyInTheWorld:
        return AgencyInTheWorld(self, code)

    @property
    def police(self) -> AgencyInTheWorld:
        return self.agency("police")

    @property
    def school(self) -> AgencyInTheWorld:
        return self.agency("school")

    @property
    def social_care(self) -> AgencyInTheWorld:
        return self.agency("childrens_social_care")

    def holder(self, role: str) -> Worker:
        return Worker(self, agencies.holder_of(role=role, area=self.code, at=self.now).id)

    @property
    def mash_manager(self) -> Worker:
        return self.holder("mash_manager")

    @property
    def system(self) -> Actor:
        return self.holder("area_on_call_manager").actor

    def child(
        self, name: str, *, aged: int | None = None, born: date | None = None, with_: Child | None = None
    ) -> Child:
        """A known child; ``with_`` lives in that child's household."""
        born = born or (self.now - timedelta(days=round((aged or 6) * 365.25 + 40))).date()
        new = NewPerson(kind="child", display_name=name, birth=Birth.on(born))
        child = people.register_person(person=new, by=self.system, at=self.now)
        home = _home_of(with_, self) or people.register_household(
            name=f"{name}'s home", by=self.system, at=self.now
        )
        people.start_residency(person=child, household=home, from_on=born, by=self.system, at=self.now)
        return Child(child, name, born)

    def involve(self, worker: Worker, child: Child, basis: str = "demonstration") -> None:
        access.involve(
            child=child.id, whom=Whom(practitioner=worker.id), basis=basis, by=self.system, at=self.now
        )

    def entries_about(self, child: Child) -> list:
        return chronology.entries_for_page(child=child.id, as_at=self.now)


def _home_of(child: Child | None, area: Area) -> UUID | None:
    from kith.people import queries

    found = child and queries.household_of(person=child.id, as_at=area.now)
    return found.id if found else None


def tolland_bay(now: datetime | None = None) -> Area:
    code = load_area(AREA_FILE, at=datetime(2025, 1, 1, tzinfo=UTC))
    return Area(code, now or day("1 Feb"))
