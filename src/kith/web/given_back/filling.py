"""Fills the page about what went back."""

from datetime import datetime

from kith.agencies import queries as agencies
from kith.giving import queries as giving
from kith.giving.types import ReceiverView
from kith.journeys.feeding.senders import owner_of, reach_of
from kith.kernel.dead_letters import Sender
from kith.kernel.types import Actor
from kith.web.dates import Moment, lately
from kith.web.given_back.page import GivenBackPage, SystemLine
from kith.web.parts.agency import agency

WHY = {
    "": "It has not been tried yet.",
    "no_address": "It has no address.",
    "not_allowed": "Kith may not knock at its address: whoever runs Kith must list the host.",
    "not_public": "Its name stands for an address that is not of the public internet.",
    "not_reached": "It could not be reached.",
    "redirected": "It sends Kith on to another address, which Kith never follows.",
    "refused": "It refuses what Kith sends.",
    "fails": "It fails when Kith tells it.",
}


def given_back_page(*, by: Actor, at: datetime) -> GivenBackPage:
    """The systems of one's own agency or school; of the area for whoever answers for its feeds."""
    whose = "the area" if reach_of(by=by, at=at).agency is None else "your agency"
    found = giving.receivers_for(by=by, at=at)
    return GivenBackPage(
        lead=f"What is recorded or decided here goes back to the systems that {whose} must also keep, so that nobody keys it twice.",
        systems=tuple(
            sorted((_line(one, at) for one in found), key=lambda one: (not one.is_wrong, one.name, one.body))
        ),
        nobody=f"No system of {whose} is given anything back yet, so what is recorded here must still be keyed there. "
        "Whoever runs Kith sets one up.",
    )


def owner(view: ReceiverView, *, at: datetime) -> Sender:
    """Whose a system is, as the letters of feeds say it."""
    return Sender(agency=view.body.code, team=view.body.team, post=view.practitioner, message=None)


def _line(one: ReceiverView, at: datetime) -> SystemLine:
    held = owner_of(owner(one, at=at), area=one.area, at=at)
    post = agencies.practitioner(id=one.practitioner)
    return SystemLine(
        name=one.name,
        body=one.body_name,
        agency=agency(one.body.code),
        owner=f"{held.name}, {held.title}, {held.phone}" if held else "Nobody: ring the duty desk",
        post=post.name if post else "",
        finding=_finding(one, at),
        is_wrong=one.given_up_at is not None or one.has_left,
        ready="Nothing stands ready"
        if not one.ready
        else f"{one.ready} {'thing stands' if one.ready == 1 else 'things stand'} ready",
        ready_when=_when(one.ready_at, at),
        heard=_when(one.heard_at, at),
        asks_itself=not one.has_address,
        fetched=_when(one.fetched_at, at),
        held=""
        if not one.held
        else "1 file waits for two people"
        if one.held == 1
        else f"{one.held} files wait for two people",
        again=f"/given-back/{one.id}/again" if one.waits_since else "",
    )


def _finding(one: ReceiverView, at: datetime) -> str:
    if one.has_left:
        return "The post in whose name it is given works elsewhere now, so nothing more is put ready. Whoever runs Kith ends it and sets it up anew."
    if one.given_up_at:
        tried = "once" if one.attempts == 1 else f"{one.attempts} times"
        return f"Kith gave up telling it, after trying {tried}. {WHY[one.problem]} What stands ready can still be fetched."
    if one.waits_since:
        return f"It waits to be told since {lately(one.waits_since, now=at).words}. {WHY[one.problem]}"
    if not one.has_address:
        return "It asks by itself."
    return "It was told of everything." if one.ready else "Nothing was there to tell it yet."


def _when(moment: datetime | None, at: datetime) -> Moment | None:
    return lately(moment, now=at) if moment else None
