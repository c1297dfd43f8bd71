"""Fills the page on which a change of a home is told: who may come or go, and which address may be put right."""

from datetime import datetime

from kith.access import queries as access
from kith.access.types import Basis, HomeSeen, StaySeen
from kith.kernel.types import Actor
from kith.people.types import Address, Person
from kith.web.child.guard import GUARDING, in_force
from kith.web.child.header import identity_of, responsible_now
from kith.web.child.reading import Reading, read
from kith.web.home.homes import address_words
from kith.web.home_change.page import HomeChangePage
from kith.web.home_change.questions import SOMEBODY_ELSE
from kith.web.parts.form import Choice, Form

KINDS = (*GUARDING, "plan", "conference")


def home_change_page(
    *, child: Person, by: Actor, at: datetime, basis: Basis, form: Form | None = None, opened: str = ""
) -> HomeChangePage:
    """The page; ``form`` and ``opened`` are what was sent and needs mending."""
    reading = read(child=child, by=by, at=at, basis=basis, kinds=KINDS)
    seen = access.home_over_time(child=child.id, by=by, at=at, as_at=at)
    hidden = is_hidden(reading, seen)
    return HomeChangePage(
        who=identity_of(
            reading, guards=in_force(reading), responsible=responsible_now(reading), current="home"
        ),
        name=reading.name,
        action=f"/children/{child.id}/home/change/",
        back=f"/children/{child.id}/home/",
        form=form or Form(),
        open=opened,
        may_join=may_join(seen),
        may_leave=tuple(_leaving(one) for one in may_leave(reading, seen)),
        addresses=() if hidden else right_or_wrong(reading, seen),
        is_hidden=hidden,
        desk=reading.desk,
    )


def may_join(seen: HomeSeen) -> tuple[Choice, ...]:
    """Adults of the child's life who do not live there. Nobody who is held closely is offered."""
    known = (
        Choice(
            value=str(one.person), words=", ".join(part for part in (one.who.name, one.who.relation) if part)
        )
        for one in seen.adults
        if not one.who.lives_there and one.who.relation
    )
    return (*known, Choice(value=SOMEBODY_ELSE, words="Somebody else"))


def may_leave(reading: Reading, seen: HomeSeen) -> tuple[StaySeen, ...]:
    """Everybody else who lives in the child's homes now, or is around them."""
    today = reading.today
    own = {
        one.stay.household
        for one in seen.stays
        if one.person == reading.child.id and one.stay.lives_there and one.stay.spell.holds(today)
    }
    return tuple(
        one
        for one in seen.stays
        if one.person != reading.child.id
        and one.stay.household in own
        and one.stay.spell.holds(today)
        and one.stay.spell.to_on is None
    )


def _leaving(one: StaySeen) -> Choice:
    how = "" if one.stay.lives_there else "around the home"
    words = ", ".join(part for part in (one.who.name, one.who.relation, how) if part)
    return Choice(value=str(one.stay.id), words=words)


def is_hidden(reading: Reading, seen: HomeSeen) -> bool:
    """Whether an address of any home that holds now is withheld."""
    now = [one for one in seen.addresses if one.spell.holds(reading.today)]
    return reading.may.home_is_hidden or any(not isinstance(one.address, Address) for one in now)


def right_or_wrong(reading: Reading, seen: HomeSeen) -> tuple[Choice, ...]:
    """The addresses that hold now."""
    now = [one for one in seen.addresses if one.spell.holds(reading.today)]
    return tuple(Choice(value=str(one.address.id), words=address_words(one.address, reading)) for one in now)
