"""What a family may read of who looked at their child: late, without names or places, and never of what is held back."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from kith.kernel.clock import LONDON
from kith.oversight.plain_purposes import in_plain_words
from kith.oversight.types import HeldBack, LookOf, LooksForFamily, LookTold, Recipient, WrittenRefusal

DELAY_DAYS = 10
"""Whole days between a look and the day on which a family may read of it [P]; X-Road publishes as late (x-road, logs.x-tee.ee)."""
EVER = datetime(1900, 1, 1, tzinfo=UTC)
PARENTS_SIDE = frozenset({"parent", "advocate_of_parent"})
REFUSED = (
    "We cannot give you this list. The law lets us keep back who has read about a child where telling could put "
    "anybody at risk, or could stand in the way of protecting a child. We use these same words whatever the reason, so "
    "they say nothing about you or about anybody else. You may ask again, ask for the decision to be looked at by "
    "somebody else, or complain to the Information Commissioner (ico.org.uk)."
)


def for_family(
    looks: Iterable[LookOf],
    *,
    recipient: Recipient,
    as_at: datetime,
    held_back: Iterable[HeldBack] = (),
    released_until: datetime | None = None,
    address_is_confidential: bool = False,
    tier: str = "normal",
) -> LooksForFamily | WrittenRefusal:
    """The record for one named recipient, or why there is none.

    What it once told it goes on telling, while nothing new is refused: a line that goes away would say that something
    began. So looks that could be told before an enquiry was known stay.
    """
    if ground := _refused(recipient, address_is_confidential, tier):
        return WrittenRefusal(recipient=recipient, as_at=as_at, ground=ground, words=REFUSED)
    stretches = [one for one in held_back if one.known_at <= as_at]
    if tier != "normal":
        stretches.append(HeldBack(from_at=EVER, known_at=EVER))
    told = Counter(
        (one.looked_at.astimezone(LONDON).date(), one.role, one.agency_type, in_plain_words(one.purpose))
        for one in looks
        if late_enough(one.looked_at, as_at=as_at) and not _is_held(one.looked_at, stretches, released_until)
    )
    return LooksForFamily(
        recipient=recipient,
        as_at=as_at,
        until=last_day_told(as_at),
        lines=tuple(
            LookTold(day=day, role=role, agency_type=agency, purpose=purpose, looks=number)
            for (day, role, agency, purpose), number in sorted(
                told.items(), key=lambda one: (-one[0][0].toordinal(), one[0][1:])
            )
        ),
    )


def _refused(recipient: Recipient, address_is_confidential: bool, tier: str) -> str:
    """The ground in a code, or an empty string. Parents and who speaks for them are not told what leads to a hidden door."""
    if tier == "sealed":
        return "sealed"
    if recipient.kind in PARENTS_SIDE and address_is_confidential:
        return "address_is_confidential"
    if recipient.kind in PARENTS_SIDE and tier != "normal":
        return "held_closely"
    return ""


def last_day_told(as_at: datetime) -> date:
    """The last day in London of which anything may be told: after it, ten whole days have gone by."""
    return as_at.astimezone(LONDON).date() - timedelta(days=DELAY_DAYS + 1)


def late_enough(looked_at: datetime, *, as_at: datetime) -> bool:
    """Ten days by the calendar on the wall, and ten times 24 hours too, since an hour goes missing in March."""
    whole = as_at - looked_at >= timedelta(days=DELAY_DAYS)
    return whole and looked_at.astimezone(LONDON).date() <= last_day_told(as_at)


def _is_held(looked_at: datetime, stretches: Iterable[HeldBack], released_until: datetime | None) -> bool:
    if released_until is not None and looked_at < released_until:
        return False
    return any(
        one.from_at <= looked_at
        and (one.to_at is None or looked_at < one.to_at)
        and not late_enough(looked_at, as_at=one.known_at)
        for one in stretches
    )
