"""What is done for many at once leaves what doing it one by one leaves."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from kith.access import operations as access
from kith.access.types import Whom
from kith.identity.types import NewDescription
from kith.journeys.raise_prompts import keep_what_fired, raise_prompts
from kith.journeys.raise_prompts_for import fired_over_time, raise_prompts_for
from kith.journeys.receive_many import Arrival, Load, receive_many
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.errors import BadInput, Refused
from kith.patterns import queries as prompts
from kith.people import operations as people
from kith.people import queries as people_known
from kith.people.types import NewAddress
from tests.support.world import Area, Child, day

ACCESS = """
    SELECT child_id, practitioner_id, team_id, agency_id, basis, from_at, to_at, granted_at, granted_by, ended_at, ended_by
      FROM access_involvement ORDER BY 1, 2, 3, 4, 5, 6
"""
ALLOCATIONS = """
    SELECT child_id, practitioner_id, role, from_at, to_at, allocated_at, allocated_by, ended_at, ended_by
      FROM access_allocation ORDER BY 1, 3, 4
"""
ACCESS_TRAIL = (
    "SELECT child_id, what, sentence, done_at, done_by FROM access_accesschange ORDER BY 1, 4, 2, 3"
)
HOMES = """
    SELECT r.person_id, h.name, r.from_on, r.to_on, r.known_at, r.known_by FROM people_residency r
      JOIN people_household h ON h.id = r.household_id ORDER BY 1, 2
"""
KIN = "SELECT person_id, kind, other_id, known_at, known_by FROM people_relationship ORDER BY 1, 2, 3"
ADDRESSES = "SELECT h.name, a.lines, a.postcode, a.from_on FROM people_address a JOIN people_household h ON h.id = a.household_id ORDER BY 1"
PEOPLE_TRAIL = "SELECT what, sentence, person_id, done_at, done_by FROM people_peoplechange ORDER BY 4, 1, 3"
PROMPTS = """
    SELECT p.household, p.children, p.step, p.strength, p.opened_at, p.owner_id, p.owner_role, p.due_at, p.evidence,
           p.stages, p.last_said_at FROM patterns_prompt p ORDER BY 1, 3, 5
"""
FIRINGS = """
    SELECT p.household, p.step, f.pattern, f.child_id, f.stage, f.fired_at, f.evidence FROM patterns_prompt_firing f
      JOIN patterns_prompt p ON p.id = f.prompt_id ORDER BY 1, 2, 3, 4, 6
"""
SAYINGS = """
    SELECT p.household, p.step, s.said_at, s.why, s.owner_id, s.due_at FROM patterns_prompt_saying s
      JOIN patterns_prompt p ON p.id = s.prompt_id ORDER BY 1, 2, 3
"""
WAITS = "SELECT DISTINCT payload ->> 'child', due_at FROM kernel_outbox_item WHERE topic = 'ask_again' ORDER BY 1, 2"


def left_by(work: Callable[[], object], *tables: str) -> list[list[tuple[Any, ...]]]:
    """The rows that the work leaves, and then it is undone."""
    with transaction.atomic():
        work()
        with connection.cursor() as cursor:
            found = []
            for table in tables:
                cursor.execute(table)
                found.append(cursor.fetchall())
        transaction.set_rollback(True)
    return found


# ── who may see, who is responsible ──────────────────────────────────────────────────────────────────────────────────


def test_involving_many_leaves_what_involving_each_leaves(area: Area):
    one, two = area.child("Amira"), area.child("Tam")
    whom = Whom(practitioner=area.mash_manager.id)
    wanted = [
        (one.id, whom, "health_caseload", day("2 Feb")),
        (two.id, whom, "recorded_a_concern", day("3 Feb")),
        (two.id, whom, "recorded_a_concern", day("4 Feb")),
        (one.id, whom, "health_caseload", day("5 Feb")),
    ]

    def each() -> None:
        for child, by_whom, basis, at in wanted:
            access.involve(child=child, whom=by_whom, basis=basis, by=area.system, at=at)

    def many() -> None:
        new = [row[:3] for row in wanted]
        access.involve_many(involvements=new, by=area.system, at=[row[3] for row in wanted])

    assert left_by(many, ACCESS, ACCESS_TRAIL) == left_by(each, ACCESS, ACCESS_TRAIL)


def test_an_involvement_that_lasts_is_made_once_and_answers_the_same_id(area: Area):
    child, whom = area.child("Amira"), Whom(practitioner=area.mash_manager.id)
    new = (child.id, whom, "school_of_the_child")
    (before,) = access.involve_many(involvements=[new], by=area.system, at=area.now)
    assert access.involve_many(involvements=[new, new], by=area.system, at=area.now) == [before, before]


@pytest.mark.parametrize(
    ("basis", "field"), [("because_i_want", "basis"), ("allocated", "child")], ids=["no basis", "no child"]
)
def test_one_wrong_involvement_refuses_all_of_them(area: Area, basis: str, field: str):
    child, whom = area.child("Amira"), Whom(practitioner=area.mash_manager.id)
    wrong = (child.id if field == "basis" else area.mash_manager.id, whom, basis)
    with pytest.raises(BadInput) as refused:
        access.involve_many(
            involvements=[(child.id, whom, "health_caseload"), wrong], by=area.system, at=area.now
        )
    assert refused.value.field == field


def test_allocating_many_leaves_what_allocating_and_ending_each_leaves(area: Area):
    child, other = area.child("Amira"), area.child("Tam")
    worker, manager = area.holder("team_manager").id, area.holder("service_manager").id
    begun, ended = day("2 Feb"), day("20 Feb")
    why = "Work with the family ended."

    def each() -> None:
        first = access.allocate(
            child=child.id, practitioner=worker, role="allocated_social_worker", by=area.system, at=begun
        )
        access.allocate(child=other.id, practitioner=manager, role="team_manager", by=area.system, at=begun)
        access.end_allocation(allocation=first, because=why, by=area.system, at=ended)

    def many() -> None:
        access.allocate_many(
            allocations=[
                (child.id, worker, "allocated_social_worker", ended),
                (other.id, manager, "team_manager", None),
            ],
            because=why,
            by=area.system,
            at=begun,
        )

    tables = (ACCESS, ALLOCATIONS, ACCESS_TRAIL)
    assert left_by(many, *tables) == left_by(each, *tables)


def test_two_people_never_hold_one_role_for_a_child_at_once(area: Area):
    child = area.child("Amira")
    people_of = (area.holder("team_manager").id, area.holder("service_manager").id)
    with pytest.raises(Refused, match="holds that role"), transaction.atomic():
        access.allocate_many(
            allocations=[(child.id, one, "team_manager", None) for one in people_of],
            because="Ended.",
            by=area.system,
            at=area.now,
        )


# ── homes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_settling_many_leaves_what_settling_each_leaves(area: Area):
    one, two = area.child("Amira"), area.child("Tam")
    address = NewAddress(lines=("1 Made Up Street",), postcode="zz1 1zz", from_on=date(2024, 5, 1))
    since, by, at = date(2025, 3, 1), area.system, area.now

    def each() -> None:
        for name in ("First", "Second"):
            home = people.register_household(name=name, by=by, at=at)
            people.give_address(household=home, address=address, by=by, at=at)
            people.start_residency(person=one.id, household=home, from_on=since, by=by, at=at)
        people.relate(person=one.id, kind="sibling", other=two.id, by=by, at=at)

    def many() -> None:
        homes = people.register_households(names=["First", "Second"], by=by, at=at)
        people.give_addresses(addresses=[(home, address) for home in homes], by=by, at=at)
        people.start_residencies(residencies=[(one.id, home, since) for home in homes], by=by, at=at)
        people.relate_many(relationships=[(one.id, "sibling", two.id)], by=by, at=at)

    tables = (HOMES, KIN, ADDRESSES, PEOPLE_TRAIL)
    assert left_by(many, *tables) == left_by(each, *tables)


def test_nobody_moves_twice_into_a_home_and_a_confidential_home_is_given_no_address(area: Area):
    child = area.child("Amira")
    home = people_known.household_of(person=child.id, as_at=area.now)
    assert home is not None
    with pytest.raises(BadInput, match="already live"):
        people.start_residencies(residencies=[(child.id, home.id, None)], by=area.system, at=area.now)
    people.hold_confidential_address(
        household=home.id, whereabouts="2 Hidden Row", by=area.system, at=area.now
    )
    with pytest.raises(Refused, match="confidential"):
        address = NewAddress(lines=("1 Made Up Street",))
        people.give_addresses(addresses=[(home.id, address)], by=area.system, at=area.now)


def test_many_homes_are_the_homes_that_asking_for_each_finds(area: Area):
    amira = area.child("Amira")
    tam = area.child("Tam", with_=amira)
    nobody = area.mash_manager.id
    later = area.now + timedelta(days=40)
    home = people_known.household_of(person=tam.id, as_at=area.now)
    assert home is not None
    member = next(one for one in home.members if one.id == tam.id)
    people.end_residency(
        residency=member.residency, to_on=(area.now + timedelta(days=20)).date(), by=area.system, at=area.now
    )
    found = people_known.homes_at(
        moments=[(amira.id, area.now), (amira.id, later), (tam.id, later), (nobody, area.now)]
    )
    assert found == [
        (home.id, tuple(sorted((amira.id, tam.id)))),
        (home.id, (amira.id,)),
        None,
        None,
    ]


# ── prompts ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def told(area: Area, child: Child, kind: str, on: str, *, agency: str = "police", **details: Any) -> Arrival:
    """One concern about a child on a day, as a bulk load has it: the rulebook is not asked."""
    happened = day(on)
    described = NewDescription(
        said_by=agency, said_by_area=area.code, sender_key=f"known-{child.id}", full_name=child.name,
        born_from=child.born, born_to=child.born,
    )  # fmt: skip
    said = EntrySaid(
        key=f"{kind} {child.id} {on}", kind=kind, happened_from=happened, happened_to=happened, about=("child",),
        details=details,
    )  # fmt: skip
    concern = Concern(
        said_by=agency, said_by_area=area.code, entries=(said,),
        people=(PersonSaid(key="child", description=described, person=child.id),),
    )  # fmt: skip
    return Arrival(concern=concern, by=area.on(on).agency(agency).actor, at=happened + timedelta(hours=1))


@pytest.fixture
def families(area: Area) -> list[Child]:
    """A brother and sister with four incidents, a child with two injuries told differently, and one of whom little is known."""
    area.on("1 Apr")
    amira = area.child("Amira", aged=4)
    brother = area.child("Sami", aged=7, with_=amira)
    kit, other = area.child("Kit", aged=3), area.child("Lottie", aged=8)
    arrivals = [
        told(area, amira, "domestic_abuse_incident", "3 Apr", severity="standard"),
        told(
            area, kit, "injury_seen", "9 Apr", agency="hospital", site=["arm"], carer_account="inconsistent"
        ),
        told(area, amira, "domestic_abuse_incident", "20 Apr", severity="medium", child_present=True),
        told(area, brother, "contact_received", "28 Apr", agency="school", nature="physical"),
        told(area, amira, "domestic_abuse_incident", "11 May", severity="high", child_present=True),
        told(area, kit, "injury_seen", "12 May", agency="school", site=["cheek"], carer_account="changed"),
        told(area, other, "school_absence", "13 May", agency="school", days=1),
        told(area, amira, "domestic_abuse_incident", "14 May", severity="high", child_present=True),
    ]
    receive_many(arrivals=arrivals, load=Load(let_recorders_follow=False))
    area.on("20 May")
    return [amira, brother, kit, other]


def test_raising_prompts_for_many_leaves_what_raising_them_one_by_one_leaves(
    area: Area, families: list[Child]
):
    def each() -> None:
        for child in families:
            raise_prompts(child=child.id, area=area.code, at=area.now)

    def many() -> None:
        raise_prompts_for(children=[child.id for child in families], area=area.code, at=area.now)

    tables = (PROMPTS, FIRINGS, SAYINGS, WAITS, ACCESS)
    one_by_one = left_by(each, *tables)
    assert one_by_one[0], "something must be asked, or nothing is shown"
    assert left_by(many, *tables) == one_by_one


def test_asking_many_moments_afterwards_leaves_what_asking_at_the_time_leaves(
    area: Area, families: list[Child]
):
    moments = [
        (child.id, day(on, hour=14)) for on in ("3 Apr", "28 Apr", "11 May", "14 May") for child in families
    ]

    def each() -> None:
        for child, at in moments:
            raise_prompts(child=child, area=area.code, at=at)

    def many() -> None:
        for fired in fired_over_time(moments=moments):
            keep_what_fired(list(fired.firings), fired.household, area=area.code, at=fired.at)

    tables = (PROMPTS, FIRINGS, SAYINGS, ACCESS)
    one_by_one = left_by(each, *tables)
    assert len(one_by_one[0]) >= 2
    assert left_by(many, *tables) == one_by_one


def test_the_next_waits_of_many_are_the_waits_of_each(area: Area, families: list[Child]):
    each = {child.id: prompts.next_ask(child=child.id, as_at=area.now) for child in families}
    many = prompts.next_ask_each(children=[child.id for child in families], as_at=area.now)
    assert many == {child: due for child, due in each.items() if due}
    assert many
