"""The made-up people whom a visitor of the demo may be."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth import get_user_model

from kith.agencies import queries as agencies
from kith.agencies.types import Practitioner
from kith.web.sign_in.page import DemoRole

SHOWN = (
    ("allocated_social_worker", "A social worker’s own children, visits and questions"),
    ("mash_manager", "The front door: what came in, what is asked, what is decided"),
    ("team_manager", "Who holds whom, and whom nobody holds"),
    ("designated_safeguarding_lead", "A school: say a worry, see what became of it"),
    ("police_supervisor", "Police: the same children, and what police were told"),
    ("named_midwife", "Health: an unborn child and the family around it"),
)
"""Roles on offer, in order, each with what there is to see."""


def roles_on_offer(*, at: datetime) -> tuple[DemoRole, ...]:
    """One holder of each role, once each, where they have a sign-in."""
    people = {one.id: (one, why) for one, why in reversed(list(_holders(at)))}
    able = get_user_model().objects.filter(practitioner__in=people).values_list("practitioner", flat=True)
    return tuple(
        DemoRole(practitioner=one.id, words=f"{one.name}, {one.title}" if one.title else one.name, why=why)
        for one, why in reversed(people.values())
        if one.id in set(able)
    )


def _holders(at: datetime) -> Iterator[tuple[Practitioner, str]]:
    """Who holds each role by appointment, not who is on duty: the same people at any hour of the day."""
    for area in agencies.areas():
        held: dict[str, Practitioner] = {}
        for one in agencies.practitioners_in(area=area):
            for role in agencies.roles_of(practitioner=one.id, at=at):
                held.setdefault(role.role, one)
        yield from ((held[role], why) for role, why in SHOWN if role in held)
