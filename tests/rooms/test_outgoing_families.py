"""For random families and recipients: whatever goes out holds nothing that its recipient must not learn, and no more is held."""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.kernel.types import Actor
from kith.outgoing import operations
from kith.outgoing.types import Document, Recipient, Released
from kith.people import operations as people
from kith.people.types import NewAddress
from tests.rooms.outgoing_world import AREA_FILE, AT, NOW, adult, child

pytestmark = pytest.mark.django_db
SYLLABLES = "bra cro del fen gor hul jem kip lor mun nar ost pel quin ral sev tor ulm vey wex yar zel".split()


@dataclass
class Home:
    household: UUID
    words: str
    hidden: bool
    now: set[UUID]


@dataclass
class Family:
    children: list[UUID]
    adults: list[UUID]
    homes: list[Home]
    lived: dict[UUID, set[UUID]] = field(default_factory=dict)
    """Person to every household that they ever lived in."""
    parent: dict[UUID, UUID] = field(default_factory=dict)

    def around(self, one: UUID) -> set[UUID]:
        """A child, whoever shared a home with them at any time, their parent, and other children of that parent."""
        shared = {other for other, homes in self.lived.items() if homes & self.lived[one]}
        kin = {other for other, parent in self.parent.items() if parent == self.parent[one]}
        return {one, self.parent[one], *shared, *kin}


def word(draw: random.Random) -> str:
    return "".join(draw.choice(SYLLABLES) for _ in range(3)).title()


def a_family(draw: random.Random, by: Actor) -> Family:
    """One to three homes, hidden or not, one to three children and adults, each of whom may have moved once."""
    doing = {"by": by, "at": AT}
    children = [child(f"{word(draw)} {word(draw)}", **doing) for _ in range(draw.randint(1, 3))]
    adults = [adult(f"{word(draw)} {word(draw)}", **doing) for _ in range(draw.randint(1, 3))]
    homes = [a_home(draw, by) for _ in range(draw.randint(1, 3))]
    family = Family(children, adults, homes)
    for one in (*children, *adults):
        before, now = draw.choice(homes), draw.choice(homes)
        if before is not now:
            stay = people.start_residency(
                person=one, household=before.household, from_on=date(2025, 1, 1), **doing
            )
            people.end_residency(residency=stay, to_on=date(2026, 1, 1), **doing)
        people.start_residency(person=one, household=now.household, from_on=date(2026, 1, 1), **doing)
        now.now.add(one)
        family.lived[one] = {before.household, now.household}
    for one in children:
        family.parent[one] = draw.choice(adults)
        people.relate(person=family.parent[one], kind=draw.choice(("mother", "father")), other=one, **doing)
    return family


def a_home(draw: random.Random, by: Actor) -> Home:
    street, postcode = (
        f"{draw.randint(1, 99)} {word(draw)} Rise",
        f"ZX{draw.randint(1, 9)} {draw.randint(1, 9)}AA",
    )
    household = people.register_household(name="A household", by=by, at=AT)
    hidden = draw.random() < 0.6
    if hidden:
        people.hold_confidential_address(
            household=household, whereabouts=f"{street}, {postcode}", by=by, at=AT
        )
    else:
        people.give_address(
            household=household, address=NewAddress(lines=(street,), postcode=postcode), by=by, at=AT
        )
    return Home(household, street, hidden, set())


def a_recipient(draw: random.Random, family: Family, workers: list[Actor]) -> tuple[Recipient, list[Home]]:
    """Somebody, and the homes that they may learn, by rules that are said here once more and in other words."""
    kind = draw.choice(("worker", "cleared", "family", "family at home", "outside"))
    if kind in ("worker", "cleared"):
        who = draw.choice(workers)
        theirs: set[UUID] = set()
        if kind == "cleared":
            theirs = set(draw.sample(family.children, draw.randint(1, len(family.children))))
            for one in theirs:
                access.involve(
                    child=one, whom=Whom(practitioner=who.id), basis="demonstration", by=who, at=AT
                )
        known = [home for home in family.homes if (home.now or ever_in(home, family)) & theirs]
        return Recipient(name=who.name, relation="worker", practitioner=who.id), known
    if kind == "outside":
        return Recipient(name="Moira Stark", relation="neighbour", goes_to="1 Elsewhere Road"), []
    person = draw.choice(family.adults)
    home = next(one for one in family.homes if person in one.now)
    goes_to = home.words if kind == "family at home" else ""
    return Recipient(name="An adult", relation="family", person=person, goes_to=goes_to), [
        home
    ] if goes_to else []


def ever_in(home: Home, family: Family) -> set[UUID]:
    return {one for one, homes in family.lived.items() if home.household in homes}


def rounds(number: int, seed: int) -> dict[str, int]:
    draw = random.Random(seed)
    load_area(AREA_FILE, at=datetime(2025, 1, 1, tzinfo=UTC))
    workers = [
        agencies.actor(practitioner=one.id, at=NOW)
        for one in agencies.practitioners_in(area="tolland-bay", agency="childrens_social_care")
    ]
    counts = {"released": 0, "held": 0}
    for _ in range(number):
        family = a_family(draw, workers[0])
        recipient, known = a_recipient(draw, family, workers)
        named = draw.sample(family.homes, draw.randint(0, len(family.homes)))
        text = " ".join(f"They were at {home.words.upper()}." for home in named) or "All was well."
        about = draw.choice(family.children)
        must_not = [
            home
            for home in named
            if home.hidden and home not in known and ever_in(home, family) & family.around(about)
        ]
        made = operations.compile_for(
            recipient=recipient,
            about=[about],
            document=Document(what="letter", media_type="text/plain", body=text.encode()),
            by=workers[0],
            at=NOW,
        )
        if isinstance(made, Released):
            counts["released"] += 1
            assert not [home for home in must_not if home.words.upper() in made.body.decode()]
        else:
            counts["held"] += 1
            assert must_not or any(one.kind == "address_label" for one in made.findings), made.findings
    return counts


@pytest.fixture(autouse=True)
def files_of_their_own(settings, tmp_path):
    settings.KITH_FILES = str(tmp_path)


def test_what_goes_out_and_what_must_not_be_learnt_have_nothing_in_common():
    counts = rounds(100, seed=1)
    assert min(counts.values()) > 10


@pytest.mark.slow(whole=True)
def test_the_same_for_two_thousand_families():
    counts = rounds(2000, seed=2)
    assert min(counts.values()) > 200
