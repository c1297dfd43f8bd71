"""Fills the list for the night, as one reader may see it, and the page on which a child is put on it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kith.access.types import Basis
from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.caseload import queries as lists
from kith.caseload.hours import end_of_weekend, is_out_of_hours
from kith.caseload.policies import DUTY, check_can_list
from kith.caseload.types import ListingView
from kith.kernel.clock import LONDON
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.people import queries as people
from kith.people.types import Person
from kith.web.child.guard import GUARDING, in_force
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.reading import read
from kith.web.dates import clock_time, lately, weekday_day
from kith.web.from_the_night.receipts import KEPT_IN_SIGHT, receipts_of
from kith.web.parts.form import Form
from kith.web.visit_note.filling import called
from kith.web.weekend.page import Listed, PutOnPage, WeekendPage

KINDS = (*GUARDING, "plan", "conference")
OPENS = "The list is open by night, on days off, and from 16:00 before them."


def weekend_page(*, children: Iterable[Person], seen: Iterable[UUID], by: Actor, at: datetime) -> WeekendPage:
    """The listed children, whom the page has opened; and the receipts of what this person left to the morning."""
    listed = [
        (child, held) for child in children if (held := lists.listing_of(child=child.id, at=at)) is not None
    ]
    left = lists.tasks_left_by(practitioner=by.id, since=at - KEPT_IN_SIGHT)
    return WeekendPage(
        lead=_lead(by, at),
        listed=tuple(_listed(child, held, at) for child, held in listed),
        silence="Nobody has put a child whom you see on the list. That is not the same as a quiet night.",
        receipts=receipts_of(left, seen=set(seen), by=by, at=at),
        desk=agencies.duty_desk(area=by.area),
    )


def _lead(by: Actor, at: datetime) -> str:
    try:
        on_duty = agencies.holder_of(role=DUTY, area=by.area, at=at).name
    except NobodyHolds:
        on_duty = ""
    if not is_out_of_hours(at):
        return f"Offices are open, and whoever works with a child answers for them. {OPENS} Until then you read here only children whom you see."
    who = f"{on_duty} is on duty." if on_duty else "Nobody is on duty by the rota: ring the desk."
    return f"{who} What the day knows of tonight, in two sentences a child."


def _listed(child: Person, held: ListingView, at: datetime) -> Listed:
    found = agencies.practitioner(id=held.listed_by)
    who = ", ".join(part for part in (found.name, found.title, found.phone) if part) if found else "Somebody"
    until = held.to_at.astimezone(LONDON)
    return Listed(
        name=child.display_name,
        age=people.age_words(born=child.birth, as_at=at),
        href=f"/children/{child.id}/tonight/",
        may_happen=held.said.may_happen,
        may_happen_because=held.said.may_happen_because,
        then_do=held.said.then_do,
        then_do_because=held.said.then_do_because,
        by_whom=f"{who}; {lately(held.listed_at, now=at).words}",
        until=f"until {weekday_day(until.date())}, {clock_time(until)}",
    )


def put_on_page(
    *, child: Person, by: Actor, at: datetime, basis: Basis, form: Form | None = None
) -> PutOnPage:
    """The two sentences with their reasons; or what stands on the list now."""
    reading = read(child=child, by=by, at=at, basis=basis, kinds=KINDS)
    held = lists.listing_of(child=child.id, at=at)
    return PutOnPage(
        who=identity_of(
            reading, guards=in_force(reading), responsible=responsible_now(reading), current="tonight"
        ),
        called=called(child),
        form=form or Form(answers=_until(end_of_weekend(at))),
        action=f"/children/{child.id}/weekend/",
        refused=_refused(child, by, at),
        listed=_listed(child, held, at) if held else None,
        shown_to=f"Whoever is on duty reads it, and sees {called(child)} until it ends. {OPENS}",
        list_href="/weekend/",
    )


def _until(at: datetime) -> dict[str, str]:
    there = at.astimezone(LONDON)
    return {"until": str(there.day), "until_month": str(there.month), "until_year": str(there.year)}


def _refused(child: Person, by: Actor, at: datetime) -> str:
    try:
        check_can_list(child=child.id, by=by, at=at)
    except Refused as why:
        return why.reason
    return ""
