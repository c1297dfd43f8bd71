"""Who can be rung now, by rota and by place, with the number of this hour."""

from collections.abc import Iterator

from kith.access import queries as access
from kith.access.types import Involved
from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.caseload.hours import is_out_of_hours
from kith.caseload.policies import DUTY
from kith.grammar.words import initial
from kith.web.child.reading import Reading
from kith.web.tonight.page import Ring

ON_CALL = "area_on_call_manager"
PLACES = ("police", "hospital")
OWN_SCHOOL = ("school_of_the_child", "nursery_of_the_child")
NO_NUMBER = "No number out of hours is held."


def who_can_be_rung(reading: Reading) -> tuple[Ring, ...]:
    """On duty by the rota, the on-call manager, police and hospital, then who works with the child, then their school."""
    return (
        *_by_rota(DUTY, "Emergency duty worker now", reading),
        *_by_rota(ON_CALL, "On-call manager now", reading),
        *_places(reading),
        *_worker(reading),
        *_schools(reading),
    )


def _by_rota(role: str, who: str, reading: Reading) -> Iterator[Ring]:
    try:
        found = agencies.holder_of(role=role, area=reading.by.area, at=reading.at)
    except NobodyHolds:
        return
    yield Ring(who=who, name=found.name, phone=found.phone or reading.desk)


def _places(reading: Reading) -> Iterator[Ring]:
    for code in PLACES:
        held = agencies.agency(area=reading.by.area, code=code)
        if held is None:
            continue
        phone = held.out_of_hours_phone if is_out_of_hours(reading.at) else held.phone
        if code == "hospital" and (emergency := _emergency_department(reading)):
            yield emergency
        else:
            yield Ring(who=held.name, name="", phone=phone, words="" if phone else NO_NUMBER)


def _emergency_department(reading: Reading) -> Ring | None:
    """The hospital's own door by night: the team that has a number for every hour."""
    teams = agencies.teams_in(area=reading.by.area, agency="hospital")
    found = next((one for one in teams if one.out_of_hours_phone), None)
    return (
        Ring(who=f"Hospital, {found.name.lower()}", name="", phone=found.out_of_hours_phone)
        if found
        else None
    )


def _worker(reading: Reading) -> Iterator[Ring]:
    held = access.responsible_for(child=reading.child.id, at=reading.at)
    who = held.worker or held.held_by
    if who is None:
        yield Ring(
            who="Lead worker", name="", phone="", words="Nobody is allocated, and no manager holds the child."
        )
        return
    role = reading.book.roles.get((held.worker_role if held.worker else held.held_role) or "")
    by_day = "By day." if is_out_of_hours(reading.at) else ""
    yield Ring(
        who=initial(role.label) if role else "Responsible", name=who.name, phone=who.phone, words=by_day
    )


def _schools(reading: Reading) -> Iterator[Ring]:
    for one in reading.involved:
        if set(one.bases) & set(OWN_SCHOOL) and one.whom.practitioner is None:
            yield _school(one, reading)


def _school(one: Involved, reading: Reading) -> Ring:
    """The child's own school: by night only where it holds a number for the night."""
    if one.out_of_hours_phone:
        return Ring(who="The child’s school", name=one.name, phone=one.out_of_hours_phone)
    night = is_out_of_hours(reading.at)
    words = f"By day: {one.phone}. {NO_NUMBER}" if night and one.phone else ""
    return Ring(who="The child’s school", name=one.name, phone="" if night else one.phone, words=words)
