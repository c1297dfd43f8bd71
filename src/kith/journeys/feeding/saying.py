"""Makes the concern that a journey takes from what was read of one part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kith.chronology.when import When
from kith.identity.types import NewDescription
from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.types import Letter
from kith.journeys.types import Concern, EntrySaid, PersonSaid

SEX = {
    "F": "female", "female": "female", "2": "female", "M": "male", "male": "male", "1": "male",
    "U": "not_known", "X": "not_known", "I": "not_known", "0": "not_known", "9": "not_known", "unknown": "not_known",
    "not_known": "not_known", "other": "not_known",
}  # fmt: skip
NOBODY = "Nobody can be told from this: give the child’s name, or their NHS number or pupil number."
CHILD = "child"
"""The key of the one child of a part's concern."""


@dataclass(frozen=True, kw_only=True)
class ChildSaid:
    """A child as a message describes them; all of it may be unknown, but not all at once."""

    name: str = ""
    known_as: str = ""
    born: date | None = None
    sex: str = ""
    nhs_number: str = ""
    upn: str = ""
    postcode: str = ""
    key: str = ""
    """The sender's own stable key for the child, never a message's."""


@dataclass(frozen=True, kw_only=True)
class EntryKept:
    """What a message says happened to the child."""

    kind: str
    when: When
    details: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    childs_words: str = ""
    claim: str = "reported"


def check_somebody(child: ChildSaid, fields: Fields, *, name: str) -> None:
    """Say where nobody can be told from what is there; ``name`` is the field to mend."""
    if not (child.name or child.nhs_number or child.upn):
        fields.say(name, NOBODY)


def concern_of(child: ChildSaid, entry: EntryKept, *, letter: Letter, for_the_desk: str = "") -> Concern:
    """One entry about one child, said by the agency whose message it is; ``for_the_desk`` is how soon the front door decides on it, if it does."""
    described = NewDescription(
        said_by=letter.agency,
        said_by_area=letter.area,
        sender_key=child.key,
        full_name=child.name,
        known_as=child.known_as,
        born_from=child.born,
        born_to=child.born,
        sex=child.sex,
        nhs_number=child.nhs_number,
        upn=child.upn,
        postcode=child.postcode,
    )
    said = EntrySaid(
        key="it",
        kind=entry.kind,
        happened_from=entry.when.happened_from,
        happened_to=entry.when.happened_to,
        precision=entry.when.precision,
        about=(CHILD,),
        details={name: given for name, given in entry.details.items() if given not in (None, "")},
        text=entry.text,
        childs_words=entry.childs_words,
        claim=entry.claim,
    )
    return Concern(
        said_by=letter.agency,
        said_by_area=letter.area,
        people=(PersonSaid(key=CHILD, description=described),),
        entries=(said,),
        for_the_desk=for_the_desk,
    )
