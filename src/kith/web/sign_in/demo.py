"""The made-up people whom a visitor of the demo may be."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth import get_user_model

from kith.agencies import queries as agencies
from kith.agencies.types import NobodyHolds, Practitioner
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
    """Whoever answers for each role now, once each, where they have a sign-in."""
    people = {one.id: (one, why) for one, why in reversed(list(_holders(at)))}
    able = get_user_model().objects.filter(practitioner__in=people).values_list("practitioner", flat=True)
    return tuple(
        DemoRole(practitioner=one.id, words=f"{one.name}, {one.title}" if one.title else one.name, why=why)
        for one, why in reversed(people.values())
        if one.id in set(able)
    )


def _holders(at: datetime) -> Iterator[tuple[Practitioner, str]]:
    for area in agencies.areas():
        for role, why in SHOWN:
            try:
                yield agencies.holder_of(role=role, area=area, at=at), why
            except NobodyHolds:
                continue
