"""What one load of a made-up area remembers from step to step."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from uuid import UUID

from kith.identity.types import NewDescription
from kith.journeys.receive_many import Load
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.simulation.area_types import SimulatedArea, SimulatedFamily, SimulatedPerson
from kith.simulation.loading.cast import Cast


@dataclass
class Loading:
    """``begins`` is the day on which the area began with Kith; ``by`` is Kith itself, for what feeds bring unasked."""

    area: SimulatedArea
    begins: date
    cast: Cast
    by: Actor
    memory: Load
    persons: dict[str, UUID] = field(default_factory=dict)
    """Each made-up person's key with who they are here, once anybody has described them."""
    households: dict[str, UUID] = field(default_factory=dict)
    """Each family's key with the household of its children."""
    met_on: dict[str, date] = field(default_factory=dict)
    """Each person's key with the day on which somebody first described them."""
    described: dict[tuple[str, str], NewDescription] = field(default_factory=dict)
    """What each agency last said of each person, by agency and key."""
    household_of: dict[str, UUID] = field(default_factory=dict)
    """Each person's key with the household in which they live, or will."""
    settled: set[str] = field(default_factory=set)
    residencies: dict[UUID, UUID] = field(default_factory=dict)
    """Each person with the residency that ends when they leave."""
    addresses: dict[UUID, UUID] = field(default_factory=dict)
    """Each household with the address that ends when it moves."""

    def __post_init__(self) -> None:
        self.families: Mapping[str, SimulatedFamily] = {one.key: one for one in self.area.families}
        self.people: Mapping[str, SimulatedPerson] = {
            person.key: person for family in self.area.families for person in family.people
        }

    def family_of(self, person: str) -> SimulatedFamily:
        """The family of a person's key."""
        return self.families[self.people[person].family]

    def children_of(self, family: str) -> list[UUID]:
        """The children of a family whom somebody has described, unborn ones too."""
        return [self.persons[one.key] for one in self.families[family].children if one.key in self.persons]

    def key_of(self, household: UUID) -> str:
        """The key of the family whose household it is, or whose child where no household is known."""
        return self._key_of[household]

    def is_a_storyline(self, household: UUID) -> bool:
        """Whether the household is a storyline's."""
        return bool(self.families[self.key_of(household)].storyline)

    @cached_property
    def _key_of(self) -> Mapping[UUID, str]:
        own = {self.persons[key]: person.family for key, person in self.people.items() if key in self.persons}
        return own | {household: key for key, household in self.households.items()}

    def person_if_one(self, value: object) -> object:
        """A made-up person's key becomes their id here; anything else stays as it is."""
        if isinstance(value, list | tuple):
            return [self.person_if_one(one) for one in value]
        return str(self.persons[value]) if isinstance(value, str) and value in self.persons else value


def moment(day: date, *, hour: int = 0, minutes: int = 0) -> datetime:
    """A moment of a day by the clock on the wall in England."""
    return datetime.combine(day, time(hour), LONDON) + timedelta(minutes=minutes)
