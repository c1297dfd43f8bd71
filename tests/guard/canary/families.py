"""Families with something to hide, each secret unlike any other word in Kith."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from hypothesis import strategies as st

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.people import operations as people
from kith.people import queries as homes
from kith.people.types import ConfidentialAddress, NewAddress, NewPerson
from tests.guard.standing_still import NOW
from tests.support.world import Area, Child

ALLOCATED, TEACHER = "joel-prewett", "anneka-bright"


@dataclass(frozen=True, kw_only=True)
class Secrets:
    """What nobody may learn who is not cleared for it."""

    house: str
    street: str
    postcode: str
    telephone: str
    uprn: str
    coordinates: str
    refuge: str
    school: str
    clinic: str
    visited: str
    sealed_name: str
    restricted_name: str

    @property
    def of_the_vault(self) -> tuple[str, ...]:
        """What stands in the confidential address: nobody reads it but by revealing."""
        return (
            self.house, self.street, self.postcode, self.telephone, self.uprn, self.coordinates, self.refuge,
        )  # fmt: skip

    @property
    def of_places(self) -> tuple[str, ...]:
        """What entries say that gives the place away: whoever goes there reads it."""
        return (self.school, self.clinic, self.visited)

    @property
    def of_kin(self) -> tuple[str, ...]:
        """Names of those who are held closely."""
        return (self.sealed_name, self.restricted_name)

    @property
    def every(self) -> tuple[str, ...]:
        return (*self.of_the_vault, *self.of_places, *self.of_kin)


_word = st.text(alphabet="bcdfghjklmnpqrstvwxz", min_size=7, max_size=10).map(str.title)
_number = st.integers(100, 999)


@st.composite
def secrets(draw: st.DrawFn) -> Secrets:
    """One family's secrets; what is drawn differs, how one recognises it does not."""
    words = draw(st.lists(_word, min_size=9, max_size=9, unique_by=str.lower))
    number, more = draw(_number), draw(_number)
    return Secrets(
        house=f"{words[0]} House",
        street=f"{number} {words[1]} Rise",
        postcode=f"ZX{number % 10}{more % 10} {more % 7}{words[2][:2].upper()}",
        telephone=f"07700 900{number}",
        uprn=f"9{number}{more}00{number % 97:03}",
        coordinates=f"50.{number}{more}, -3.{more}{number}",
        refuge=f"{words[3]} Refuge",
        school=f"{words[4]} Primary",
        clinic=f"{words[5]} Clinic",
        visited=f"{words[6]} Court",
        sealed_name=f"{words[7]} Zqsealed",
        restricted_name=f"{words[8]} Zqrestricted",
    )


@dataclass(frozen=True, kw_only=True)
class Family:
    """A child whose home is hidden, with a brother or sister who is sealed and one who is restricted."""

    child: Child
    sealed: Child
    restricted: Child
    household: UUID
    address: ConfidentialAddress
    secrets: Secrets


def family(area: Area, said: Secrets, *, moved_into_the_vault: bool = False) -> Family:
    """The family in the area: allocated to one worker, known to the child's school."""
    area.now, by = NOW - timedelta(days=30), area.system
    child = area.child("Wren Ashby", aged=8)
    sealed = area.child(said.sealed_name, aged=5, with_=child)
    restricted = area.child(said.restricted_name, aged=3, with_=child)
    home = homes.household_of(person=child.id, as_at=area.now)
    assert home
    mother = people.register_person(
        person=NewPerson(kind="adult", display_name="Jo Ashby"), by=by, at=area.now
    )
    for one in (child, sealed, restricted):
        people.relate(person=mother, other=one.id, kind="mother", by=by, at=area.now)
    for one, tier in ((sealed, "sealed"), (restricted, "restricted")):
        people.set_tier(person=one.id, tier=tier, because="A danger.", by=by, at=area.now)
    address = hold(home.id, said, area, ordinary_first=moved_into_the_vault)
    _told(area, child, said)
    _involved(area, child)
    area.now = NOW - timedelta(minutes=1)
    return Family(
        child=child, sealed=sealed, restricted=restricted, household=home.id, address=address, secrets=said
    )  # fmt: skip


def hold(household: UUID, said: Secrets, area: Area, *, ordinary_first: bool = False) -> ConfidentialAddress:
    """The family's address becomes confidential; perhaps it was an ordinary one before."""
    by, at = area.system, area.now
    if ordinary_first:
        lines = (said.house, said.street, said.coordinates, said.refuge, said.telephone)
        people.give_address(
            household=household,
            address=NewAddress(lines=lines, postcode=said.postcode, uprn=said.uprn),
            by=by,
            at=at,
        )
    return people.hold_confidential_address(
        household=household, whereabouts="\n".join(said.of_the_vault), by=by, at=at
    )


def _told(area: Area, child: Child, said: Secrets) -> None:
    """Entries of the kinds that give a place away, and one that does not."""
    area.now = NOW - timedelta(days=5)
    area.social_care.report(child, "moved_school", text=f"She goes to {said.school} now.", reason="move")
    area.agency("hospital").report(child, "appointment", text=f"At {said.clinic}.", service=said.clinic)
    area.social_care.report(child, "visit", text=f"Seen at {said.visited}.", rooms_seen=said.visited)


def _involved(area: Area, child: Child) -> None:
    def id_of(code: str) -> UUID:
        found = agencies.practitioner_by_code(area=area.code, code=code)
        assert found
        return found.id

    area.now, by = NOW - timedelta(days=3), area.system
    access.allocate(
        child=child.id, practitioner=id_of(ALLOCATED), role="allocated_social_worker", by=by, at=area.now
    )
    school = agencies.agency_of(practitioner=id_of(TEACHER))
    access.involve(child=child.id, whom=Whom(agency=school), basis="school_of_the_child", by=by, at=area.now)
