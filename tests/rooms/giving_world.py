"""Tolland Bay with a school and the police whose own systems are given back to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.giving import operations, queries
from kith.giving.booking import put_ready
from kith.giving.handing import file_of
from kith.giving.types import Change, File, NewReceiver, Waits
from kith.identity.types import NewDescription
from kith.journeys.receive_concern import receive_concern
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.types import Actor
from tests.support.world import Area, Child

HOST = "hook.school.example"
SCHOOL, OTHER_SCHOOL, POLICE, CARE = "anneka-bright", "shabnam-akhtar", "hamish-orde", "dana-ferris"
Lookup = Callable[..., Any]


def actor(area: Area, code: str) -> Actor:
    found = agencies.practitioner_by_code(area=area.code, code=code)
    assert found, code
    return agencies.actor(practitioner=found.id, at=area.now)


def given_to(area: Area, code: str, *, name: str = "CPOMS", address: str = "", **more: Any) -> UUID:
    """A system of the body of that post is given to, from now on."""
    agency = actor(area, code).agency
    new = NewReceiver(agency=agency, practitioner=code, name=name, address=address, **more)
    return operations.register(receiver=new, by=area.system, at=area.now).id


def sent(
    area: Area, code: str, key: str, *, full_name: str, born: Any = None, kind: str = "injury_seen", text: str = "A bruise.",
    told: tuple[str, ...] = (), references: tuple[tuple[str, UUID], ...] = (), sender_key: str | None = None, **details: Any,
) -> UUID:  # fmt: skip
    """What that post's own system tells of a child under a key of its own; the entry."""
    by = actor(area, code)
    described = NewDescription(
        said_by=by.agency,
        said_by_area=by.area,
        sender_key=key,
        full_name=full_name,
        born_from=born,
        born_to=born,
    )
    said = EntrySaid(
        key="it", kind=kind, happened_from=area.now - timedelta(hours=1), happened_to=area.now - timedelta(hours=1),
        precision="time", about=("child",), text=text, details=details or INJURY if kind == "injury_seen" else details,
        told=tuple((one, area.code) for one in told), references=references, sender_key=sender_key,
    )  # fmt: skip
    concern = Concern(
        said_by=by.agency, said_by_area=by.area, entries=(said,), people=(PersonSaid(key="child", description=described),)
    )  # fmt: skip
    return receive_concern(concern=concern, by=by, at=area.now).entries["it"]


def for_the_desk(area: Area, code: str, key: str, *, full_name: str, born: Any = None) -> tuple[UUID, UUID]:
    """A worry that the post tells the front door; the entry and the contact."""
    by = actor(area, code)
    described = NewDescription(
        said_by=by.agency,
        said_by_area=by.area,
        sender_key=key,
        full_name=full_name,
        born_from=born,
        born_to=born,
    )
    said = EntrySaid(
        key="it", kind="contact_received", happened_from=area.now, happened_to=area.now, about=("child",),
        details={"nature": "neglect"}, told=(("childrens_social_care", area.code),), text="She came hungry.",
    )  # fmt: skip
    concern = Concern(
        said_by=by.agency, said_by_area=by.area, entries=(said,), for_the_desk="working_day",
        people=(PersonSaid(key="child", description=described),),
    )  # fmt: skip
    received = receive_concern(concern=concern, by=by, at=area.now)
    assert received.contact
    return received.entries["it"], received.contact


INJURY = {"site": ["arm"], "appearance": "bruise"}


def lets_in(area: Area, code: str, child: Child | UUID, *, basis: str = "demonstration") -> UUID:
    """The post works with the child; the involvement."""
    id = child.id if isinstance(child, Child) else child
    return access.involve(
        child=id, whom=Whom(practitioner=actor(area, code).id), basis=basis, by=area.system, at=area.now
    )


def changes(area: Area, code: str, *, after: int = 0) -> tuple[Change, ...]:
    """What stands ready for the post's system now, after a round of work."""
    put_ready(at=area.now)
    page = queries.changes_after(after, by=actor(area, code), at=area.now)
    assert page is not None
    return page.changes


def whats(area: Area, code: str) -> list[tuple[str, str, UUID]]:
    """The same as what, reference and entry."""
    return [(one.what, one.reference, one.entry) for one in changes(area, code)]


def file(area: Area, code: str, child: UUID, form: str = "csv") -> File | Waits | None:
    return file_of(child=child, form=form, by=actor(area, code), at=area.now)
