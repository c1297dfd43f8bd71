"""Frozen values that leave the people room."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NoReturn, Self
from uuid import UUID

WITHHELD = "Address withheld"


@dataclass(frozen=True, kw_only=True)
class Birth:
    """What is known of a birth: a day (both ends equal), an interval of days, an expected day, or nothing.

    ``ended_on`` is the day by which a pregnancy had ended without a birth.
    """

    born_from: date | None = None
    born_to: date | None = None
    expected_on: date | None = None
    ended_on: date | None = None

    @classmethod
    def on(cls, day: date) -> Self:
        """A birth whose day is known."""
        return cls(born_from=day, born_to=day)


@dataclass(frozen=True, kw_only=True)
class AgeInterval:
    """The youngest and oldest that somebody can be, in completed months; unknown is no interval at all."""

    youngest_months: int
    oldest_months: int

    @property
    def youngest_years(self) -> int:
        return self.youngest_months // 12

    @property
    def oldest_years(self) -> int:
        return self.oldest_months // 12


@dataclass(frozen=True, kw_only=True)
class NewPerson:
    """What ``register_person`` takes. ``kind``: child, adult, unborn. ``sex``: female, male, not_known."""

    kind: str
    display_name: str
    known_as: str = ""
    sex: str = "not_known"
    pronouns: str = ""
    language: str = ""
    birth: Birth = field(default_factory=Birth)
    died_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Baby:
    """What ``record_birth`` takes: the day, and the name and sex (female, male, not_known) where they are known."""

    born_on: date
    display_name: str = ""
    sex: str = "not_known"


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person, as Kith holds them now."""

    id: UUID
    area: str
    kind: str
    display_name: str
    known_as: str
    sex: str
    pronouns: str
    language: str
    birth: Birth
    died_on: date | None
    tier: str

    @property
    def name(self) -> str:
        """What they are called: the name they are known by, else the display name."""
        return self.known_as or self.display_name


@dataclass(frozen=True, kw_only=True)
class Member:
    """One person living in a household. ``residency`` is the id that ends or withdraws it."""

    id: UUID
    residency: UUID
    kind: str
    name: str
    age: str
    tier: str
    from_on: date | None


@dataclass(frozen=True, kw_only=True)
class Household:
    """A household and who lived in it at the moment asked about, in the order of their names."""

    id: UUID
    area: str
    name: str
    members: tuple[Member, ...]


@dataclass(frozen=True, kw_only=True)
class Told:
    """Since when Kith holds something, and who wrote it down."""

    at: datetime
    by: UUID


@dataclass(frozen=True, kw_only=True)
class Spell:
    """A period of which something was said: who told of it, who told of its end, and who withdrew it."""

    from_on: date | None
    to_on: date | None
    told: Told
    ended: Told | None = None
    withdrawn: Told | None = None

    def holds(self, day: date) -> bool:
        """Whether it is believed, and was so on that day. Half-open: the day somebody left is not in it."""
        began = self.from_on is None or self.from_on <= day
        return self.withdrawn is None and began and (self.to_on is None or self.to_on > day)


@dataclass(frozen=True, kw_only=True)
class Stay:
    """One person in a household, or around it without living there, for a period. ``id`` is what ends it."""

    id: UUID
    person: UUID
    household: UUID
    lives_there: bool
    spell: Spell


@dataclass(frozen=True, kw_only=True)
class Housed:
    """Where a household was for a period; a confidential address says no more than that it is one."""

    address: "Address | ConfidentialAddress"
    household: UUID
    spell: Spell


@dataclass(frozen=True, kw_only=True)
class HomeOverTime:
    """Every household that a child has lived in: who else lived there or was around, and where it was."""

    households: tuple[UUID, ...]
    """The one joined last first."""
    stays: tuple[Stay, ...]
    addresses: tuple[Housed, ...]
    """The newest first, withdrawn ones too."""


@dataclass(frozen=True, kw_only=True)
class Kinship:
    """That an adult is the parent, or in a parent's place, of a child."""

    adult: UUID
    child: UUID
    words: str
    """``daughter``, ``stepson``: what the child is to the adult."""


@dataclass(frozen=True, kw_only=True)
class Relative:
    """Another person in a child's life. ``relation`` is words, such as "half-sister" or "in the same household"."""

    id: UUID
    kind: str
    name: str
    age: str
    relation: str
    lives_there: bool
    tier: str


@dataclass(frozen=True, kw_only=True)
class Address:
    """An ordinary address of a household."""

    id: UUID
    household: UUID
    lines: tuple[str, ...]
    postcode: str
    uprn: str
    from_on: date | None
    to_on: date | None


@dataclass(frozen=True, kw_only=True)
class NewAddress:
    """What ``give_address`` takes: the lines of an address, its postcode and UPRN where known."""

    lines: tuple[str, ...] = ()
    postcode: str = ""
    uprn: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Change:
    """One row of the trail: what was done, by whom, when, in a sentence that holds no address."""

    id: UUID
    person: UUID | None
    household: UUID | None
    what: str
    sentence: str
    details: dict[str, Any]
    done_at: datetime
    done_by: UUID
    done_by_name: str


@dataclass(frozen=True, kw_only=True)
class HiddenHome:
    """A household with a confidential address: who was ever said to live there, and who lives there now."""

    household: UUID
    lived_there: frozenset[UUID]
    live_there: frozenset[UUID]
    since: datetime
    """When Kith first held an address of it as confidential."""


@dataclass(frozen=True, kw_only=True)
class Named:
    """Somebody who bears a name that was asked about."""

    id: UUID
    kind: str
    tier: str
    names: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class HiddenFound:
    """That a confidential address stands in a text: which address, which of the texts, in which forms. Never its words."""

    address: UUID
    household: UUID
    text: int
    """The number of the text, from 0."""
    forms: tuple[str, ...]
    """``postcode``, ``number and street in base64``"""


class ConfidentialAddress(str):
    """Stands for a confidential address wherever one would be: its only text is "Address withheld".

    It *is* that text, so any template, encoder, formatter or concatenation that takes a string takes the
    harmless one. The address itself is not inside: ``id`` is what ``operations.reveal`` needs, and nothing more.
    """

    __slots__ = ("household", "id")

    id: UUID
    household: UUID

    def __new__(cls, *, id: UUID, household: UUID) -> Self:
        held = super().__new__(cls, WITHHELD)
        object.__setattr__(held, "id", id)
        object.__setattr__(held, "household", household)
        return held

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("A confidential address does not change.")

    def __str__(self) -> str:
        return WITHHELD

    __repr__ = __html__ = __json__ = __str__

    def __format__(self, spec: str) -> str:
        return format(WITHHELD, spec)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, ConfidentialAddress):
            return self.id == other.id
        return other == WITHHELD

    def __ne__(self, other: object) -> bool:
        return not self == other

    # Every withheld address has the hash of its text, as equality with that text demands.
    __hash__ = str.__hash__

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict) -> Self:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A confidential address is not pickled.")
