"""Somebody tells of a change of a child's home: it is so in the household, and it stands in the chronology, told once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from kith.chronology.when import midday
from kith.identity import operations as identity
from kith.identity.types import NewDescription
from kith.journeys.catch_up import catch_up
from kith.journeys.describing import as_named_by
from kith.journeys.receive_concern import keep_concern
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people import queries as held
from kith.people.types import ConfidentialAddress, NewAddress, Stay


@dataclass(frozen=True, kw_only=True)
class Joined:
    """An adult who moved in or is around: ``person`` where Kith holds them, else ``name``. ``since`` None: not known."""

    person: UUID | None = None
    name: str = ""
    lives_there: bool = True
    since: date | None = None
    checks_done: bool | None = None


@acts_for_the_partnership
def tell_joined(*, child: UUID, joined: Joined, by: Actor, at: datetime) -> UUID:
    """An adult lives with the child from now on, or is around. Answers who it is. Raises BadInput for what cannot be."""
    _check_has_come(joined.since, at, field="since")
    if joined.person is None and not joined.name.strip():
        raise BadInput("name", "Say who it is, or what people call them.")

    def change() -> UUID:
        person = joined.person or _somebody(joined.name.strip(), by, at)
        begin = people.start_residency if joined.lives_there else people.start_presence
        begin(person=person, household=_home(child, by, at), from_on=joined.since, by=by, at=at)
        details = {"who": str(person), "lives_there": joined.lives_there, "checks_done": joined.checks_done}
        _tell(child, "adult_joined_household", details, joined.since, by, at)
        return person

    return _together(change, by=by, at=at)


@acts_for_the_partnership
def tell_left(*, child: UUID, stay: Stay, to_on: date, by: Actor, at: datetime) -> None:
    """Somebody left the child's home, or is no longer around. Of a child who left there is no kind of entry."""
    _check_has_come(to_on, at, field="until")

    def change() -> None:
        if stay.lives_there:
            people.end_residency(residency=stay.id, to_on=to_on, by=by, at=at)
        else:
            people.end_presence(presence=stay.id, to_on=to_on, by=by, at=at)
        found = held.person(id=stay.person)
        if found is not None and found.kind == "adult":
            details = {"who": str(stay.person), "lives_there": stay.lives_there}
            _tell(child, "adult_left_household", details, to_on, by, at)

    _together(change, by=by, at=at)


@acts_for_the_partnership
@sensitive_variables()
def tell_moved(*, child: UUID, to: NewAddress, is_secret: bool, by: Actor, at: datetime) -> None:
    """The whole household moved, on ``to.from_on``. What is secret goes to the vault, as does every address after one.

    The entry says that they moved, and never where to.
    """
    moved_on = to.from_on
    if moved_on is None:
        raise BadInput("moved", "Say on which day they moved.")
    _check_has_come(moved_on, at, field="moved")

    @sensitive_variables()
    def change() -> None:
        home = _home(child, by, at)
        was_secret = _leave(home, moved_on, by, at)
        if is_secret or was_secret:
            words = "\n".join(part for part in (*to.lines, to.postcode) if part)
            people.hold_confidential_address(
                household=home, whereabouts=words, from_on=moved_on, by=by, at=at
            )
        else:
            people.give_address(household=home, address=to, by=by, at=at)
        _tell(child, "moved_home", {"destination_known": True}, moved_on, by, at)

    _together(change, by=by, at=at)


@acts_for_the_partnership
def tell_wrong_address(
    *, child: UUID, address: UUID, because: str, to: NewAddress | None, by: Actor, at: datetime
) -> None:
    """The address was wrong: it is corrected, or withdrawn where nobody knows the right one. No entry: nobody moved."""
    own = {one.id for home in held.households_of(person=child, as_at=at) for one in _ordinary(home.id, at)}
    if address not in own:
        raise BadInput("address", "That is not this child’s address now.")
    with acting(by=by):
        if to is None:
            people.withdraw_address(address=address, because=because, by=by, at=at)
        else:
            people.correct_address(address=address, to=to, because=because, by=by, at=at)


def _together(change: Callable[[], Any], *, by: Actor, at: datetime) -> Any:
    with acting(by=by):
        done = change()
    catch_up(at=at)
    return done


def _check_has_come(day: date | None, at: datetime, *, field: str) -> None:
    if day is not None and day > at.astimezone(LONDON).date():
        raise BadInput(field, "Enter a date that is not in the future")


def _somebody(name: str, by: Actor, at: datetime) -> UUID:
    """Whoever identity says that an adult of this name is."""
    described = NewDescription(said_by=by.agency, said_by_area=by.area, kind="adult", full_name=name)
    return identity.resolve(description=described, by=by, at=at).person


def _home(child: UUID, by: Actor, at: datetime) -> UUID:
    """The household that the child joined last; made where nobody has written one down."""
    if found := held.household_of(person=child, as_at=at):
        return found.id
    who = held.person(id=child)
    if who is None:
        raise BadInput("child", "No such child is held.")
    made = people.register_household(name=f"{who.display_name.split()[-1]} household", by=by, at=at)
    people.start_residency(person=child, household=made, by=by, at=at)
    return made


def _ordinary(home: UUID, at: datetime) -> tuple:
    found = held.addresses_of(household=home, as_at=at)
    return tuple(one for one in found if not isinstance(one, ConfidentialAddress))


def _leave(home: UUID, day: date, by: Actor, at: datetime) -> bool:
    """End every address that holds now; whether one of them was confidential."""
    secret = False
    for one in held.addresses_of(household=home, as_at=at):
        if isinstance(one, ConfidentialAddress):
            secret = True
            people.end_confidential_address(address=one, to_on=day, by=by, at=at)
        else:
            people.end_address(address=one.id, to_on=day, by=by, at=at)
    return secret


def _tell(
    child: UUID, kind: str, details: Mapping[str, Any], day: date | None, by: Actor, at: datetime
) -> None:
    """One entry of the actor's agency. Where nobody knows since when, it stands on the day on which it was told."""
    happened = midday(day or at.astimezone(LONDON).date())
    entry = EntrySaid(
        key="change",
        kind=kind,
        happened_from=happened,
        happened_to=happened,
        precision="day" if day else "approx",
        about=("child",),
        details={name: value for name, value in details.items() if value is not None},
        captured_at=at,
    )
    concern = Concern(
        said_by=by.agency,
        said_by_area=by.area,
        people=(PersonSaid(key="child", description=as_named_by(person=child, by=by), person=child),),
        entries=(entry,),
        actor_role=by.roles[0] if by.roles else "",
    )
    keep_concern(concern=concern, by=by, at=at)
