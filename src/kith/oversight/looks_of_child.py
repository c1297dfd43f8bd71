"""Gathers what a family's record rests on: the looks by role and sort of agency, and the times that are held back."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from kith import rulebook
from kith.access import looks_for_review as access
from kith.access.looks_for_review import LookHeld
from kith.agencies import queries as agencies
from kith.agencies import shifts
from kith.chronology import queries as chronology
from kith.grammar.known import Known
from kith.oversight import models
from kith.oversight.for_family import DELAY_DAYS, for_family
from kith.oversight.types import HeldBack, LookOf, LooksForFamily, Recipient, WrittenRefusal
from kith.people import queries as people

LEAD = timedelta(days=DELAY_DAYS)
"""Before an enquiry is written down it is talked about; no longer than the delay, so that no told line goes away."""
BEGINS = ("strategy_discussion", "section_47_enquiry", "police_investigation")


def looks_for(*, child: UUID, recipient: Recipient, as_at: datetime) -> LooksForFamily | WrittenRefusal:
    """The record of one child for one named recipient, as at a moment. BadInput is for whoever asks: this reads alone."""
    person = people.person(id=child)
    secret = people.with_confidential_home(people=[child], as_at=as_at)
    released = models.LooksReleased.objects.filter(child=child, released_at__lte=as_at)
    return for_family(
        _without_names(access.all_looks_at(child=child, until=as_at)),
        recipient=recipient,
        as_at=as_at,
        held_back=held_back(chronology.known_entries(child=child, as_at=as_at)),
        released_until=max(released.values_list("until", flat=True), default=None),
        address_is_confidential=child in secret,
        tier=person.tier if person else "sealed",
    )


def held_back(entries: Sequence[Known]) -> tuple[HeldBack, ...]:
    """From before an enquiry began until it ended, where it has; each as since it was written down."""
    ends = sorted((one for one in entries if _ends(one)), key=lambda one: one.happened_to)
    found = []
    for one in entries:
        if one.kind not in BEGINS or _is_over(one):
            continue
        end = next((end for end in ends if _ended_by(one, end)), None)
        found.append(
            HeldBack(
                from_at=one.happened_from - LEAD,
                known_at=one.known_from,
                to_at=end.happened_to if end else None,
            )
        )
    return tuple(found)


def _is_over(one: Known) -> bool:
    """An entry that only says that something ended begins nothing."""
    return one.details.get("stage") in ("completed", "closed")


def _ends(one: Known) -> bool:
    return (one.kind in BEGINS and _is_over(one)) or (
        one.kind == "strategy_discussion" and one.details.get("outcome") == "no_section_47"
    )


def _ended_by(one: Known, end: Known) -> bool:
    """A police investigation goes on until the police close it; the rest with the enquiry, or with a no to one."""
    of_police = one.kind == "police_investigation"
    same_sort = (end.kind == "police_investigation") == of_police
    return same_sort and end.happened_to >= one.happened_from


def _without_names(looks: Sequence[LookHeld]) -> tuple[LookOf, ...]:
    """Role and sort of agency in the rulebook's words; where somebody held no role, the agency alone."""
    book = rulebook.load(settings.KITH_RULEBOOK)
    who = agencies.practitioners(ids={one.practitioner for one in looks})
    roles: dict[tuple[UUID, object], str] = {}
    found = []
    for one in looks:
        day = (one.practitioner, one.looked_at.date())
        if day not in roles:
            held = shifts.roles_between(
                practitioners=[one.practitioner],
                since=one.looked_at,
                until=one.looked_at + timedelta(microseconds=1),
            ).get(one.practitioner, ())
            roles[day] = book.roles[held[0]].label if held else ""
        found.append(
            LookOf(
                looked_at=one.looked_at,
                role=roles[day],
                agency_type=book.agencies[who[one.practitioner].agency].label,
                purpose=one.purpose,
            )
        )
    return tuple(found)
