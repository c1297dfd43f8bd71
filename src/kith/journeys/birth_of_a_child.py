"""An unborn child is born, as one baby or several; or the pregnancy ends, and nothing asks about it any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.access import policies
from kith.chronology import queries as chronology
from kith.chronology.when import midday
from kith.identity import operations as identity
from kith.identity import queries
from kith.journeys.births_proposed import in_time
from kith.journeys.carrying_over import carry_over
from kith.journeys.catch_up import ASK_AGAIN, catch_up
from kith.journeys.describing import as_named_by
from kith.journeys.receive_concern import keep_concern
from kith.journeys.second_baby import register_second_baby
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel import outbox
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people import queries as held
from kith.people.types import Baby, Person

ONE_CHILD = "The baby who was expected, and the child who was written down after the birth, are one."
TOO_FAR = "That is too far from the day on which the baby was expected. Look at both dates."


@dataclass(frozen=True, kw_only=True)
class Born:
    """One baby. ``already`` is a child whom Kith holds already, where a person says that it is this baby."""

    baby: Baby
    already: UUID | None = None


@acts_for_the_partnership
def tell_birth(*, child: UUID, born: Sequence[Born], by: Actor, at: datetime) -> tuple[UUID, ...]:
    """A person says that an unborn child was born. The first baby is that child; each other is a child of their own.

    Answers their ids, the first one's being the unborn child's. Raises BadInput naming what to mend, and Refused where
    somebody said that two are not the same, or where ``by`` may not see the child whom they name.
    """
    _check_may_name(born, by, at)
    with acting(by=by):
        expected = _expected(child, born, at)
        people.record_birth(person=child, baby=born[0].baby, by=by, at=at)
        if born[0].already is not None:
            _become_one(child, born[0].already, by, at)
        others = [
            one.already or register_second_baby(baby=one.baby, first=expected, by=by, at=at)
            for one in born[1:]
        ]
        ids = (child, *others)
        for id, one in zip(ids, born, strict=True):
            _tell_the_chronology(id, one.baby, len(born), by, at)
    catch_up(at=at)
    return ids


def _check_may_name(born: Sequence[Born], by: Actor, at: datetime) -> None:
    if not born:
        raise BadInput("born", "Say who was born.")
    named = [one.already for one in born if one.already is not None]
    if len(set(named)) != len(named):
        raise BadInput("born", "Two babies cannot be the same child.")
    for one in named:
        policies.check_can_see(child=one, by=by, at=at)


def _expected(child: UUID, born: Sequence[Born], at: datetime) -> Person:
    found = held.person(id=child)
    if found is None or found.kind != "unborn":
        raise BadInput("child", "This child is born already.")
    if not all(in_time(found, one.baby.born_on) for one in born):
        raise BadInput("born_on", TOO_FAR)
    return found


def _become_one(child: UUID, other: UUID, by: Actor, at: datetime) -> None:
    """Agencies had described the baby as somebody new: the child who was expected goes on for both."""
    merged = queries.step(id=identity.merge(keep=child, other=other, because=ONE_CHILD, by=by, at=at))
    if merged is not None:
        carry_over(step=merged, by=by, at=at)


def _tell_the_chronology(child: UUID, baby: Baby, number: int, by: Actor, at: datetime) -> None:
    """One entry for each baby, unless an agency has told of the birth; the rulebook is asked again either way."""
    outbox.put(topic=ASK_AGAIN, payload={"child": str(child)}, area=by.area, at=at)
    if not chronology.entries_for_page(child=child, as_at=at, kinds=("birth",), limit=1):
        more = f" One of {number} babies." if number > 1 else ""
        _tell(child, "birth", baby.born_on, f"Born on {_words(baby.born_on)}.{more}", by, at)


@acts_for_the_partnership
def tell_loss(*, child: UUID, ended_on: date, by: Actor, at: datetime) -> None:
    """The pregnancy had ended by that day without a birth. Everything is kept, and no clock about the child runs on.

    There is no kind of entry for it: it is told in its own words, as something else.
    """
    with acting(by=by):
        people.record_loss(person=child, ended_on=ended_on, by=by, at=at)
        said = f"The pregnancy had ended by {_words(ended_on)}, without a birth."
        _tell(child, "other", ended_on, said, by, at)
    catch_up(at=at)


@acts_for_the_partnership
def withdraw_loss(*, child: UUID, because: str, by: Actor, at: datetime) -> None:
    """It was a mistake, and the child is expected as before. That it was said, and why not, stays readable."""
    with acting(by=by):
        people.withdraw_loss(person=child, because=because, by=by, at=at)
        said = f"It was a mistake that the pregnancy had ended: {because.strip()}"
        _tell(child, "other", at.astimezone(LONDON).date(), said, by, at)
    catch_up(at=at)


def _tell(child: UUID, kind: str, day: date, text: str, by: Actor, at: datetime) -> None:
    described = as_named_by(person=child, by=by)
    entry = EntrySaid(
        key=kind,
        kind=kind,
        happened_from=midday(day),
        happened_to=midday(day),
        about=("child",),
        text=text,
        captured_at=at,
    )
    concern = Concern(
        said_by=by.agency,
        said_by_area=by.area,
        people=(PersonSaid(key="child", description=described, person=child),),
        entries=(entry,),
        actor_role=by.roles[0] if by.roles else "",
    )
    keep_concern(concern=concern, by=by, at=at)


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
