"""Made-up days of looks, for the tests of rules about them; and Tolland Bay's looks in a database."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from kith.access import models as access_models
from kith.kernel.clock import LONDON
from kith.oversight.looking.names import commonness
from kith.oversight.looking.rows import ChildSeen, Day, LookSeen, Worker
from kith.oversight.looking.rules import RULES, thresholds_of
from kith.people import operations as people
from kith.people.types import NewPerson
from tests.rooms.access_world import AREA, AT, actor

TEN = datetime(2026, 11, 16, 10, 0, tzinfo=LONDON)
"""A Monday."""
IS_COMMON = commonness({"smith": 0.01, "penhallow": 0.00001}, at_most=0.0005)


def id_of(name: str) -> UUID:
    return uuid5(UUID(int=0), name)


def worker(name: str = "sam", **more) -> Worker:
    return Worker(**{"id": id_of(name), "peers": "social_worker", "agency": "childrens_social_care"} | more)


def child(name: str = "tam", **more) -> ChildSeen:
    return ChildSeen(**{"id": id_of(name), "homes": frozenset({id_of(f"home of {name}")})} | more)


def look(
    by: str = "sam", at: datetime = TEN, *, of: str = "tam", purpose: str = "read the chronology", **more
) -> LookSeen:
    told = {"basis": "team_duty", "held": True} | more
    return LookSeen(
        id=id_of(f"{by}{of}{at}{purpose}"),
        child=id_of(of),
        practitioner=id_of(by),
        purpose=purpose,
        looked_at=at,
        **told,
    )


def day(looks=(), *, workers=(), children=(), **more) -> Day:
    """A day whose people and children are there even where nothing more is said of them."""
    looks = tuple(sorted(looks, key=lambda one: one.looked_at))
    people = {one.id: one for one in workers}
    held = {one.id: one for one in children}
    for one in looks:
        people.setdefault(one.practitioner, replace(worker(), id=one.practitioner))
        held.setdefault(one.child, replace(child(), id=one.child, homes=frozenset({one.child})))
    told = {"is_common": IS_COMMON} | more
    return Day(day=TEN.date(), looks=looks, workers=people, children=held, **told)


def found(code: str, of: Day, **local):
    """What one rule finds of a day."""
    rule = RULES[code]
    return list(rule.asks(of, thresholds_of(rule, {code: local} if local else {})))


def looked(
    who: str, of: UUID, at: datetime, *, basis: str = "team_duty", purpose: str = "read the chronology"
) -> UUID:
    """A look as it stands in the database, on whichever basis it says."""
    row = access_models.Look.objects.create(
        area=AREA,
        child_id=of,
        practitioner_id=actor(who).id,
        basis=basis,
        purpose=purpose,
        looked_at=at,
    )
    return row.pk


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


def household(of, *adults):
    """The child's home, with adults of these names in it; answers the household and the adults."""
    by = actor("dana-ferris")
    home = people.register_household(name="A home", by=by, at=AT)
    made = [
        people.register_person(person=NewPerson(kind="adult", display_name=name), by=by, at=AT)
        for name in adults
    ]
    for one in (of, *made):
        people.start_residency(person=one, household=home, from_on=date(2026, 1, 1), by=by, at=AT)
    return home, made
