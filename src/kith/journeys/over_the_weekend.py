"""Over the weekend: a child is put on the list for the night, and whoever is on duty is let in for as long as they are."""

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from kith.access import operations as access
from kith.access import policies as sight
from kith.access.bases import BASES, latest_end
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds
from kith.caseload import operations as caseload
from kith.caseload import queries as lists
from kith.caseload.hours import is_out_of_hours
from kith.caseload.policies import DUTY, check_can_list
from kith.caseload.types import ListingSaid, ListingView
from kith.identity import queries as identity
from kith.journeys.kiths_own_hand import kith_itself
from kith.kernel.errors import BadInput, Refused
from kith.kernel.page_wall import acts_for_the_partnership
from kith.kernel.transaction import acting
from kith.kernel.types import Actor
from kith.people import queries as people

BASIS = "team_duty"


@acts_for_the_partnership
def put_on_the_list(*, child: UUID, said: ListingSaid, to_at: datetime, by: Actor, at: datetime) -> UUID:
    """Whoever is allocated or manages the work puts a child on the list; whoever is on duty now is let in at once.

    Answers the listing. Raises Refused for anybody else and of a sealed child, BadInput naming the field.
    """
    check_can_list(child=child, by=by, at=at)
    with acting(by=by):
        listing = caseload.list_child(child=child, said=said, to_at=to_at, by=by, at=at)
        _let_whoever_is_on_duty_in(_held(listing), at)
    return listing


@acts_for_the_partnership
def take_off_the_list(*, listing: UUID, because: str, by: Actor, at: datetime) -> None:
    """Whoever put the child on, is allocated or manages the work takes them off: what it let anybody see, ends now."""
    held = _held(listing)
    if held.listed_by != by.id:
        check_can_list(child=held.child, by=by, at=at)
    with acting(by=by):
        given = lists.night_sights(listing=listing, at=at)
        caseload.take_off_list(listing=listing, because=because, by=by, at=at)
        for one in given:
            with suppress(BadInput):  # it may have been ended by itself already
                access.end_involvement(
                    involvement=one.involvement, because="Taken off the list for the night.", by=by, at=at
                )


@acts_for_the_partnership
def open_the_list(*, by: Actor, at: datetime) -> tuple[UUID, ...]:
    """The listed children whom somebody may see, in the list's order; whoever answers on duty is let in first."""
    held = lists.listings(area=by.area, at=at)
    if held and is_out_of_hours(at) and agencies.answers_as(role=DUTY, by=by, at=at):
        with acting(by=by):
            for one in held:
                _let_in(one, by.id, at)
    seen = set(sight.visible_to(by=by, at=at).filter(child__in=[one.child for one in held]))
    return tuple(one.child for one in held if one.child in seen)


def let_in_by_night(*, at: datetime, limit: int = 200) -> int:
    """Whoever is on duty out of hours sees every listed child, whoever rings first; answers how many were opened to them."""
    if not is_out_of_hours(at):
        return 0
    done = 0
    for area in lists.areas_with_listings(at=at):
        for one in lists.listings(area=area, at=at):
            if done < limit:
                with acting(by=kith_itself(area=area)):
                    done += _let_whoever_is_on_duty_in(one, at)
    return done


def _let_whoever_is_on_duty_in(listing: ListingView, at: datetime) -> bool:
    if not is_out_of_hours(at):
        return False
    try:
        on_duty = agencies.holder_of(role=DUTY, area=listing.area, at=at)
    except NobodyHolds:
        return False
    return _let_in(listing, on_duty.id, at)


def _let_in(listing: ListingView, practitioner: UUID, at: datetime) -> bool:
    """Sight of one listed child for one person, by Kith's own hand; whether they had to be let in.

    Where the record was joined to another since, whoever goes on for it is opened too. A child who was sealed is left out.
    """
    given = lists.night_sights(listing=listing.id, at=at)
    if any(one.practitioner == practitioner for one in given):
        return False
    records = [listing.child, identity.stands_for(person=listing.child, as_at=at)]
    held = people.persons(ids=records)
    if any(one.tier == "sealed" for one in held.values()):
        return False
    by, lasts = kith_itself(area=listing.area), BASES[BASIS].lasts
    until = min(listing.to_at, latest_end(lasts, at)) if lasts else listing.to_at
    whom = Whom(practitioner=practitioner)
    for child in held:
        given_by = access.involve(child=child, whom=whom, basis=BASIS, to_at=until, by=by, at=at)
        caseload.keep_night_sight(
            listing=listing.id, practitioner=practitioner, involvement=given_by, to_at=until, by=by, at=at
        )
    return bool(held)


def _held(listing: UUID) -> ListingView:
    held = lists.listing(id=listing)
    if held is None:
        raise Refused("There is no such line on the list.")
    return held
