"""What the tests of the caseload share: Tolland Bay on a Friday, a child with a worker, and words for the list."""

from datetime import datetime

from kith.access import operations as access
from kith.agencies import queries as agencies
from kith.caseload.types import ListingSaid
from kith.journeys.describing import as_named_by
from kith.journeys.from_the_night import MORNING, HandedOver, hand_over
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import LONDON
from kith.kernel.types import Actor
from tests.support.world import Area, Child, tolland_bay

SAID = ListingSaid(
    may_happen="Lewis may come to the house on Saturday night.",
    may_happen_because="He came on the last two.",
    then_do="Ring police, then see Tam at her Nan’s.",
    then_do_because="Nan agreed on Thursday, and the order stands.",
)
WORKER, MANAGER, FRONT_DOOR = "joel-prewett", "ruth-abara", "dana-ferris"
WEEK_NIGHT, WEEKEND_NIGHT = "ravi-chandran", "lorna-tyndall"
"""Whoever the rota names on duty from Monday to Thursday; and from Friday evening to Monday morning."""


def moment(words: str) -> datetime:
    """``4 Dec 16:00`` of 2026 in London."""
    return datetime.strptime(f"{words} 2026", "%d %b %H:%M %Y").replace(tzinfo=LONDON)


def friday() -> Area:
    """Tolland Bay on Friday 4 December at three."""
    return tolland_bay(moment("4 Dec 15:00"))


def actor(area: Area, code: str, at: datetime | None = None) -> Actor:
    found = agencies.practitioner_by_code(area=area.code, code=code)
    assert found, code
    return agencies.actor(practitioner=found.id, at=at or area.now)


def a_child(area: Area, *, worker: str = WORKER, manager: str = MANAGER) -> Child:
    """A child whom Joel Prewett works with and Ruth Abara holds, unless others or nobody are given."""
    child = area.child("Tam Orrey", aged=7)
    roles = (("allocated_social_worker", worker), ("team_manager", manager))
    for role, code in roles:
        if code:
            access.allocate(
                child=child.id,
                practitioner=actor(area, code).id,
                role=role,
                by=area.system,
                at=area.now,
            )
    return child


def a_night(
    area: Area, child: Child, at: datetime, *, morning: str = "Ring Nan at nine.", code: str = WEEKEND_NIGHT
) -> HandedOver:
    """What somebody on duty hands over of a night."""
    by = actor(area, code, at)
    said = {"happened_from": at, "happened_to": at, "precision": "time", "about": ("child",), "kind": "other"}
    entries = [EntrySaid(key="night", text="Keren rang: he is outside. Police went.", **said)]
    if morning:
        entries.append(EntrySaid(key=MORNING, text=morning, references=(("about", "night"),), **said))
    concern = Concern(
        said_by=by.agency,
        said_by_area=by.area,
        people=(PersonSaid(key="child", description=as_named_by(person=child.id, by=by), person=child.id),),
        entries=tuple(entries),
    )
    return hand_over(concern=concern, child=child.id, by=by, at=at)
