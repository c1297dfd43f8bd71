"""A family that must not be found, and people who are written to: the world of the outgoing gate's tests."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from kith.outgoing.types import Document, Recipient
from kith.people import operations as people
from kith.people.types import Birth, NewAddress, NewPerson

AREA_FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
AT = datetime(2026, 3, 2, 10, tzinfo=LONDON)
NOW = AT + timedelta(hours=2)
WHERE = "Larkspur House, 14 Quarry Rise, Nettlecombe, ZX9 0AA"
OLD_HOME = NewAddress(lines=("3 Bay Road", "Tolland Bay"), postcode="ZX1 1AA", from_on=date(2024, 1, 1))


@dataclass
class Hidden:
    """Leanne and Amira Okafor left Dean Okafor, who still lives in the old home. Where they are, nobody may tell him."""

    amira: UUID
    leanne: UUID
    dean: UUID
    home: UUID
    old_home: UUID
    workers: dict[str, Actor] = field(default_factory=dict)

    def worker(self, code: str) -> Actor:
        found = agencies.practitioner_by_code(area="tolland-bay", code=code)
        assert found is not None
        return agencies.actor(practitioner=found.id, at=NOW)

    @property
    def dean_at_the_old_home(self) -> Recipient:
        return Recipient(
            name="Dean Okafor",
            relation="father",
            person=self.dean,
            goes_to="3 Bay Road, Tolland Bay, ZX1 1AA",
        )


def hidden_family(*, where: str = WHERE) -> Hidden:
    """Made as at ``AT``; documents are compiled at ``NOW``. Tomasz Wilk is allocated to Amira; Ruth Abara is nobody to her."""
    load_area(AREA_FILE, at=datetime(2025, 1, 1, tzinfo=UTC))
    found = agencies.practitioner_by_code(area="tolland-bay", code="tomasz-wilk")
    assert found is not None
    by = agencies.actor(practitioner=found.id, at=AT)
    doing = {"by": by, "at": AT}
    amira = child("Amira Okafor", **doing)
    leanne, dean = (adult(name, **doing) for name in ("Leanne Okafor", "Dean Okafor"))
    old_home = people.register_household(name="Okafor household", **doing)
    people.give_address(household=old_home, address=OLD_HOME, **doing)
    for one in (amira, leanne):
        stay = people.start_residency(person=one, household=old_home, from_on=date(2024, 1, 1), **doing)
        people.end_residency(residency=stay, to_on=date(2026, 2, 1), **doing)
        people.relate(person=dean, kind="father", other=amira, **doing) if one == amira else None
    people.start_residency(person=dean, household=old_home, from_on=date(2024, 1, 1), **doing)
    people.relate(person=leanne, kind="mother", other=amira, **doing)
    home = people.register_household(name="Okafor new home", **doing)
    for one in (amira, leanne):
        people.start_residency(person=one, household=home, from_on=date(2026, 2, 1), **doing)
    people.hold_confidential_address(household=home, whereabouts=where, from_on=date(2026, 2, 1), **doing)
    access.involve(child=amira, whom=Whom(practitioner=by.id), basis="allocated", **doing)
    return Hidden(amira=amira, leanne=leanne, dean=dean, home=home, old_home=old_home)


def child(name: str, *, by: Actor, at: datetime) -> UUID:
    new = NewPerson(kind="child", display_name=name, birth=Birth.on(date(2019, 5, 5)))
    return people.register_person(person=new, by=by, at=at)


def adult(name: str, *, by: Actor, at: datetime) -> UUID:
    return people.register_person(person=NewPerson(kind="adult", display_name=name), by=by, at=at)


def letter(
    text: str, *, name: str = "letter.txt", media_type: str = "text/plain", what: str = "letter"
) -> Document:
    return Document(what=what, media_type=media_type, body=text.encode(), name=name)
