"""The name of whoever told stays out of the entries: it goes to the vault, and the entry gets an id to count them by."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kith.identity.types import Resolution
from kith.journeys.types import Concern, EntrySaid
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor
from kith.people import operations as people
from kith.people.referrer_types import NewReferrer

TOLD_BY_THEM = "contact_received"
_VOICES = {"relative": "family", "public": "public"}


def check_referrer(concern: Concern) -> None:
    """A message kept word for word would keep the name with it. Raises BadInput."""
    if concern.referrer is None:
        return
    if concern.envelope is not None:
        raise BadInput("envelope", "A message that names who told is not kept as it came: leave it out.")
    if not any(entry.kind == TOLD_BY_THEM for entry in concern.entries):
        raise BadInput("entries", "Say what they told, as a contact that was received.")


def kept_apart(
    concern: Concern, people_found: Mapping[str, Resolution], *, by: Actor, at: datetime
) -> Concern:
    """The same concern without a name, in whose contacts the referrer is an id and "a relative" or "a member of the public".

    Inside the transaction of the concern: neither is kept without the other.
    """
    if concern.referrer is None:
        return concern
    return replace(
        concern,
        entries=tuple(_unnamed(entry, concern.referrer, people_found, by, at) for entry in concern.entries),
        referrer=None,
    )


def _unnamed(
    entry: EntrySaid, referrer: NewReferrer, people_found: Mapping[str, Resolution], by: Actor, at: datetime
) -> EntrySaid:
    if entry.kind != TOLD_BY_THEM or not entry.about:
        return entry
    child = people_found[entry.about[0]].person
    held = people.hold_referrer(referrer=referrer, child=child, by=by, at=at)
    details = {**entry.details, "informant": str(held.informant), "referrer_role": str(held)}
    return replace(entry, details=details, voice=_VOICES[referrer.told_as])
