"""The world of the matrix, made by the journeys that people use: a child for every relationship and tier."""

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth import get_user_model
from django.test import Client

from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.caseload import operations as caseload
from kith.caseload.types import ListingSaid, Owner, TaskAsked
from kith.decisions import queries as decided
from kith.decisions.types import Ending
from kith.giving import operations as giving
from kith.giving.types import NewReceiver
from kith.identity import operations as identity
from kith.identity.types import NewDescription
from kith.journeys.decide_together import decide, give_position, open_without_prompt
from kith.journeys.feeding.found import feeds
from kith.journeys.feeding.receiving import receive_message
from kith.journeys.receive_concern import receive_concern
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.pathway import queries as contacts
from kith.pathway.types import ContactView
from kith.patterns import queries as patterns
from kith.people import operations as people
from kith.web import drafts
from kith.web.proof import PROVED_AT
from tests.guard.matrix.disagreed import disagreed
from tests.guard.matrix.people import ANONYMOUS, NOBODY, Person, other_area_file, who_asks
from tests.guard.standing_still import NOW
from tests.support.world import AREA_FILE, Area, Child, Worker

RELATIONSHIPS = (
    "personal", "team", "agency", "ended", "duty over", "none", "invited", "recorded", "named", "written up",
    "writing up", "request over", "treating over", "shut out later", "emergency over",
)  # fmt: skip
TIERS = ("normal", "restricted", "sealed")
WHO_OPENED = "tunde-alabi"
"""Who opened a child in an emergency."""
EMERGENCY = "danger_now"


@dataclass(kw_only=True)
class Held:
    """One child of the matrix with what hangs on them."""

    child: Child
    relationship: str
    tier: str
    canary: str
    entry: UUID
    step: UUID
    task: UUID | None = None
    prompt: UUID | None = None
    prompt_owner: UUID | None = None
    decision: UUID | None = None
    closed_decision: UUID | None = None
    challenge: UUID | None = None
    """What the hospital disagrees with, of social care."""
    conference: UUID | None = None
    override: UUID | None = None
    answers: dict[str, UUID | None] = field(default_factory=dict)
    """Who answers the challenge and the request for a conference, and who reviews the override."""

    @property
    def id(self) -> UUID:
        return self.child.id


@dataclass(kw_only=True)
class World:
    """Whoever asks, with their browser, and everything that they may ask for."""

    area: Area
    ids: dict[str, UUID]
    clients: dict[str, Client]
    people: tuple[Person, ...]
    held: list[Held] = field(default_factory=list)
    let_in: set[tuple[UUID, UUID]] = field(default_factory=set)
    """(practitioner, child): let in by a journey, because a question or a decision named them."""
    asked: dict[UUID, frozenset[str]] = field(default_factory=dict)
    """Decision to the agencies that were asked."""
    contact_owner: UUID | None = None
    """Who has the contact about a child who is held closely."""
    others: dict[str, UUID] = field(default_factory=dict)
    """Things of which there is one: a draft, a question of identity, an opening, a call, a letter of an agency."""
    letters: dict[str, Person] = field(default_factory=dict)
    """Name of a letter in ``others`` to the person in whose name it was sent."""

    def of(self, relationship: str, tier: str = "normal") -> Held:
        """The child of a relationship and tier."""
        return next(one for one in self.held if (one.relationship, one.tier) == (relationship, tier))


def build(folder: Path, relationships: tuple[str, ...] = RELATIONSHIPS) -> World:
    """Tolland Bay this morning, and another area in which nobody knows anything of it.

    Fewer relationships are a smaller world; ``personal`` and ``none`` are always among them.
    """
    long_ago = NOW - timedelta(days=400)
    area = Area(load_area(AREA_FILE, at=long_ago), NOW)
    load_area(other_area_file(folder), at=long_ago)
    everybody = who_asks()
    ids = {one.key: _id(one) for one in everybody if one.works_here}
    clients = {one.key: _client(one, ids) for one in everybody}
    world = World(area=area, ids=ids, clients=clients, people=everybody)
    for relationship in relationships:
        for tier in TIERS:
            world.held.append(_child(world, relationship, tier))
    _let_in(world)
    for one in world.held:
        _relate(world, one)
        if one.tier != "normal":
            _close(world, one.id, one.tier)
    _others(world)
    return world


def _close(world: World, child: UUID, tier: str) -> None:
    people.set_tier(
        person=child, tier=tier, because="The matrix.", by=world.area.system, at=NOW - timedelta(minutes=1)
    )


def _id(person: Person) -> UUID:
    found = agencies.practitioner_by_code(area=person.area, code=person.code)
    assert found, person
    return found.id


def _client(person: Person, ids: dict[str, UUID]) -> Client:
    client = Client(raise_request_exception=False)
    users = get_user_model()
    if person is NOBODY:
        client.force_login(users.objects.create(email="nobody@tolland-bay.example"))
    elif person is not ANONYMOUS:
        client.force_login(users.objects.get(practitioner=ids[person.key]))
    if person is not ANONYMOUS:
        session = client.session
        session[PROVED_AT] = NOW.isoformat()
        session.save()
    return client


def _child(world: World, relationship: str, tier: str) -> Held:
    """A child of whom three agencies each hold a piece, with a question, two decisions, and a joining."""
    area = world.area
    area.now = NOW - timedelta(days=40)
    canary = f"Zq{relationship.replace(' ', '')}{tier}word"
    child = area.child(f"Robin {relationship.title().replace(' ', '')} {tier.title()}", aged=7)
    area.now = NOW - timedelta(days=20)
    entry = area.police.report(
        child, "domestic_abuse_incident", child_present=True, text=f"{canary} shouted."
    )
    with_a_question = relationship in ("personal", "team", "none")
    if with_a_question:
        area.now = NOW - timedelta(days=12)
        area.agency("hospital").report(child, "injury_seen", appearance="bruise", site=["arm"], text=canary)
        area.now = NOW - timedelta(days=1)
        area.school.report(child, "behaviour_concern", aspect="distress", words=f"{canary} she said.")
    area.now = NOW
    held = Held(
        child=child, relationship=relationship, tier=tier, canary=canary, entry=entry, step=_joining(world, child)
    )  # fmt: skip
    held.task = _left_to_the_morning(world, held)
    if with_a_question:
        (asked,) = patterns.prompts_about(child=child.id)
        held.prompt, held.prompt_owner = asked.id, asked.owner
        held.decision = _decision(world, child)
        held.closed_decision = _decision(world, child, closed=True)
        disagreed(world, held)
    return held


def _left_to_the_morning(world: World, held: Held) -> UUID:
    """What a night left to the morning; and the child is on the list. Nobody is let in by either: it is day."""
    by = world.area.system
    owner = Owner(practitioner=by.id, role="area_on_call_manager")
    asked = TaskAsked(child=held.id, entry=held.entry, owner=owner, due_at=NOW + timedelta(hours=1))
    said = ListingSaid(
        may_happen=f"{held.canary} may ring.", may_happen_because=f"{held.canary} rang.",
        then_do="Ring police.", then_do_because="As agreed.",
    )  # fmt: skip
    caseload.list_child(child=held.id, said=said, to_at=NOW + timedelta(days=2), by=by, at=NOW)
    return caseload.leave_to_the_morning(task=asked, by=by, at=NOW)


def _joining(world: World, child: Child) -> UUID:
    """A record that was taken for another child's and joined to this one."""
    by = world.area.mash_manager.actor
    said = NewDescription(
        said_by="gp", said_by_area=world.area.code, full_name=f"{child.name} Joined", sex="female",
        postcode="TQ12 3AB", address_lines=(f"{child.name} Street",),
    )  # fmt: skip
    other = identity.resolve(description=said, by=by, at=NOW - timedelta(days=5)).person
    if other == child.id:
        return uuid4()
    return identity.merge(
        keep=child.id, other=other, because="Her aunt said so.", by=by, at=NOW - timedelta(days=2)
    )


def _decision(world: World, child: Child, *, closed: bool = False) -> UUID:
    by, us = world.area.holder("team_manager").actor, "childrens_social_care"
    made = open_without_prompt(
        children=[child.id], step="strategy_discussion", question="What keeps this child safe today?", by=by, at=NOW,
    )  # fmt: skip
    view = decided.decision(id=made, by=by)
    assert view
    world.asked[made] = frozenset(one.agency for one in view.invitations)
    if closed:
        if us in world.asked[made]:
            give_position(
                decision=made, position="agree", reasons="We saw her.", most_protective="An order.", by=by, at=NOW
            )  # fmt: skip
        ending = Ending(
            outcome="yes", reasons="All agree.", parents_told="yes", without_quorum_because="It cannot wait."
        )
        decide(decision=made, ending=ending, by=by, at=NOW)
    return made


def _let_in(world: World) -> None:
    """What the journeys gave so far, before the matrix gives anything: owners of questions and those who were asked."""
    for one in world.held:
        for involved in looks.involved_with(child=one.id, at=NOW):
            if involved.whom.practitioner and {"owns_a_question", "invited_to_decision"} & set(
                involved.bases
            ):
                world.let_in.add((involved.whom.practitioner, one.id))


def _relate(world: World, held: Held) -> None:
    """Everybody who works here stands in the same relationship to this child."""
    everybody = [one for one in world.people if one.area == world.area.code]
    if held.relationship in ("team", "agency"):
        for id in _wholes(world, held.relationship):
            whom = Whom(team=id) if held.relationship == "team" else Whom(agency=id)
            _involve(world, held, whom, "demonstration")
        return
    if held.relationship in ("writing up", "written up"):
        _handed_over(world, held)
        return
    for person in everybody:
        _involve_one(world, held, Whom(practitioner=world.ids[person.key]))


def _involve_one(world: World, held: Held, whom: Whom) -> None:
    basis, ago = {
        "personal": ("allocated", timedelta(days=3)),
        "invited": ("invited_to_decision", timedelta(days=3)),
        "recorded": ("recorded_a_concern", timedelta(days=3)),
        "named": ("owns_a_question", timedelta(days=29)),
        "duty over": ("team_duty", timedelta(hours=12)),
        "request over": ("open_request", timedelta(days=8)),
        "treating over": ("treating_encounter", timedelta(hours=24)),
        "ended": ("demonstration", timedelta(days=3)),
        "shut out later": ("owns_a_question", timedelta(days=30)),
        "emergency over": ("break_glass", timedelta(hours=4)),
    }.get(held.relationship, ("", timedelta()))
    if not basis:
        return
    made = _involve(world, held, whom, basis, ago)
    if held.relationship == "ended":
        access.end_involvement(involvement=made, because="The matrix.", by=world.area.system, at=NOW)


def _involve(world: World, held: Held, whom: Whom, basis: str, ago: timedelta = timedelta(days=3)) -> UUID:
    return access.involve(child=held.id, whom=whom, basis=basis, by=world.area.system, at=NOW - ago)


def _handed_over(world: World, held: Held) -> None:
    """A social worker who was allocated and is no longer: for two days, or for eleven working days."""
    began = NOW - timedelta(days=60)
    ended = NOW - timedelta(days=2 if held.relationship == "writing up" else 16)
    made = access.allocate(
        child=held.id, practitioner=world.ids["folasade-adeyemi"], role="allocated_social_worker",
        by=world.area.system, at=began,
    )  # fmt: skip
    access.end_allocation(allocation=made, because="Handed over.", by=world.area.system, at=ended)


def _wholes(world: World, kind: str) -> list[UUID]:
    """Every team, or every agency, of which somebody here asks."""
    found: set[UUID] = set()
    for person in (one for one in world.people if one.area == world.area.code):
        id = world.ids[person.key]
        held = agencies.teams_of(practitioner=id, at=NOW)
        found |= set(held) if kind == "team" else {agencies.agency_of(practitioner=id)}
    return sorted(found)


def _others(world: World) -> None:
    """What there is one of: a half-written concern, questions of identity, an opening, a call of the desk."""
    area, martha = world.area, Worker(world.area, world.ids["martha-hale"]).actor
    draft = drafts.begin(
        task="concern", child=world.of("personal").id, answers={"text": "Zqdraftword"}, by=martha, at=NOW
    )  # fmt: skip
    world.others["draft"] = draft.id
    for tier in TIERS:
        world.others[f"review {tier}"] = _doubt(world, tier)
    opened = access.open_in_emergency(
        child=world.of("none").id, category=EMERGENCY, because="Her grandmother is at the desk and has her.",
        by=Worker(area, world.ids[WHO_OPENED]).actor, at=NOW,
    )  # fmt: skip
    assert opened
    (opening,) = looks.openings_of(children=[world.of("none").id])
    world.others["opening"] = opening.id
    access.looked_for(sealed=[world.of("none", "sealed").id], by=martha, at=NOW)
    access.task_the_desk(at=NOW)
    (call,) = looks.calls_waiting(area=area.code, but_not_of=UUID(int=0))
    world.others["call"] = call.id
    for tier, name in (("normal", "contact"), ("sealed", "contact held closely")):
        contact = _contact(world, tier)
        world.others[name] = contact.id
        world.contact_owner = contact.owner
    for code, feed in (("hamish-orde", "police_notice"), ("anneka-bright", "school_absence")):
        _letter(world, code, feed)
        _receiver(world, code)


def _contact(world: World, tier: str) -> ContactView:
    """Something that a school told the front door, about a child of whom nobody else is asked here."""
    area = world.area
    child = area.child(f"Contact {tier.title()}", aged=8)
    if tier != "normal":
        _close(world, child.id, tier)
    said = EntrySaid(
        key="it", kind="contact_received", happened_from=NOW, happened_to=NOW, about=("child",), text="Zqcontactword"
    )  # fmt: skip
    described = NewDescription(
        said_by="school", said_by_area=area.code, full_name=child.name, sender_key=f"known-{child.id}"
    )  # fmt: skip
    concern = Concern(
        said_by="school", said_by_area=area.code, entries=(said,), for_the_desk="working_day",
        people=(PersonSaid(key="child", description=described, person=child.id),),
    )  # fmt: skip
    received = receive_concern(concern=concern, by=area.school.actor, at=NOW)
    assert received.contact
    found = contacts.contact(id=received.contact)
    assert found
    return found


def _receiver(world: World, code: str) -> None:
    """A system of that post's agency to which Kith gives back."""
    agency = Worker(world.area, world.ids[code]).actor.agency
    new = NewReceiver(agency=agency, practitioner=code, name="Zqsystemword")
    name = f"receiver {agency}"
    world.others[name] = giving.register(receiver=new, by=world.area.system, at=NOW).id
    world.letters[name] = next(one for one in world.people if one.key == code)


def _letter(world: World, code: str, feed: str) -> None:
    """What a system sent in somebody's name, and nobody could read."""
    by = Worker(world.area, world.ids[code]).actor
    came = receive_message(feed=feeds()[feed], media_type="text/plain", body=b"Zqletterword", by=by, at=NOW)
    name = f"letter {by.agency}"
    world.others[name] = came.letters[0].id
    world.letters[name] = next(one for one in world.people if one.key == code)


def _doubt(world: World, tier: str) -> UUID:
    """Two who may be one: a question for whoever says who is who."""
    found: Any = None
    name = {"normal": "Rahman", "restricted": "Sherwood", "sealed": "Pellow"}[tier]
    born = NOW.date().replace(year=NOW.year - 6, day=1)
    for code, agency, first in (
        ("anneka-bright", "school", "Hassan"),
        ("sunita-grewal", "police", "Hussain"),
    ):
        by = agencies.practitioner_by_code(area=world.area.code, code=code)
        assert by
        said = NewDescription(
            said_by=agency, said_by_area=world.area.code, full_name=f"{first} {name}", sex="male", born_from=born,
            born_to=born, postcode="TQ12 3AB", address_lines=(f"7 {name} Street",), guardian_names=(f"Amal {name}",),
        )  # fmt: skip
        found = identity.resolve(description=said, by=Worker(world.area, by.id).actor, at=NOW)
    if tier != "normal":
        _close(world, found.person, tier)
    return found.reviews[0]
