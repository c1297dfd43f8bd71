"""Takes in new descriptions: checks them, reads their traits, makes their keys."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kith.identity import models
from kith.identity.keys import asking_keys, matching_keys, searching_keys
from kith.identity.lookup import Derived
from kith.identity.traits import Traits, traits_of
from kith.identity.types import NewDescription
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.types import Actor

SenderKey = tuple[str, str, str]
NOT_COMPARED = {"valid_from", "address_is_confidential"}
CONTENT = tuple(field.name for field in fields(NewDescription) if field.name not in NOT_COMPARED)
"""What must be equal for an agency to have said the same again."""
LONGEST = {
    field.name: field.max_length
    for field in models.Description._meta.local_concrete_fields
    if field.name in CONTENT and field.max_length
}
UNKEEPABLE = "It holds a character that cannot be kept."
_NUL_IN_JSON = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """A new description with all that is derived from it. ``id`` is the one that it will be kept under."""

    id: UUID
    said: NewDescription
    traits: Traits
    matching: frozenset[int]
    asking: frozenset[int]
    searching: frozenset[int]

    @property
    def sender(self) -> SenderKey | None:
        """Under what its agency keeps this person, or None where it does not say."""
        return (
            (self.said.said_by_area, self.said.said_by, self.said.sender_key)
            if self.said.sender_key
            else None
        )

    def derived(self, person: UUID) -> Derived:
        """What is kept so that it is found, once it is known whose it is."""
        return Derived(
            id=self.id, person=person, traits=self.traits, matching=self.matching, searching=self.searching
        )


def take_in(description: NewDescription, *, area: str) -> Arrival:
    """Check a description and read it. BadInput names the field that cannot be taken."""
    said = _without_address(description) if description.address_is_confidential else description
    said = replace(said, payload=_plain(said.payload))
    _check_codes(said)
    _check_births(said)
    _check_words(said)
    traits = traits_of(said)
    matching = matching_keys(traits, area=area)
    return Arrival(
        id=new_id(),
        said=said,
        traits=traits,
        matching=matching,
        asking=asking_keys(traits, area=area),
        searching=searching_keys(traits, address=said.address_lines, area=area),
    )


def _without_address(said: NewDescription) -> NewDescription:
    """A confidential address never enters this room, nor what would lead to it."""
    return replace(said, address_lines=(), postcode="", uprn="", phone="", payload={})


def _plain(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The payload as JSON will give it back."""
    try:
        written = json.dumps(dict(payload), allow_nan=False, ensure_ascii=False)
        plain: dict[str, Any] = json.loads(written)
    except (TypeError, ValueError):
        raise BadInput("payload", "It must be plain JSON.") from None
    if _NUL_IN_JSON.search(written) or not _can_be_kept(written):
        raise BadInput("payload", UNKEEPABLE)
    return plain


def _check_codes(said: NewDescription) -> None:
    if said.kind not in models.KINDS:
        raise BadInput("kind", "A person is a child, an adult or unborn.")
    if said.sex not in models.SEXES:
        raise BadInput("sex", "It is female, male, not_known or empty.")
    for field in ("said_by", "said_by_area"):
        if not getattr(said, field).strip():
            raise BadInput(field, "Say which agency this comes from.")
    if said.valid_from is not None and said.valid_from.tzinfo is None:
        raise BadInput("valid_from", "A moment needs its time zone.")


def _check_births(said: NewDescription) -> None:
    if (said.born_from is None) != (said.born_to is None):
        raise BadInput("born_to", "A birth has both ends or none.")
    if said.born_from and said.born_to and said.born_to < said.born_from:
        raise BadInput("born_to", "It must not be before the first day that is possible.")
    if said.kind == "adult" and said.expected_on:
        raise BadInput("expected_on", "Adults are not expected.")
    if said.kind == "unborn" and said.born_from:
        raise BadInput("born_from", "An unborn child has no birth yet.")


def _check_words(said: NewDescription) -> None:
    """Lengths, and what PostgreSQL cannot keep. The problem never quotes what was given."""
    for field in CONTENT:
        value = getattr(said, field)
        for words in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
            if not _can_be_kept(words):
                raise BadInput(field, UNKEEPABLE)
            if len(words) > LONGEST.get(field, 200):
                raise BadInput(field, "It is too long.")


def _can_be_kept(words: str) -> bool:
    """Whether it is text: no NUL, and no half of a pair of surrogates, which a letter may hold as ``\\ud800``."""
    try:
        return b"\x00" not in words.encode()
    except UnicodeEncodeError:
        return False


def content_of(said: Any) -> tuple[Any, ...]:
    """What a description says, new or kept, in a form that two can be compared by."""
    return tuple(_comparable(getattr(said, field)) for field in CONTENT)


def _comparable(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return tuple(value)
    return json.dumps(value, sort_keys=True) if isinstance(value, dict) else value


def row_of(arrival: Arrival, *, by: Actor, at: datetime) -> models.Description:
    """The row that a new description is kept as."""
    values = {field: getattr(arrival.said, field) for field in CONTENT}
    lists = {field: list(values[field]) for field in ("other_names", "address_lines", "guardian_names")}
    return models.Description(
        id=arrival.id,
        area=by.area,
        **(values | lists),
        valid_from=arrival.said.valid_from or at,
        received_at=at,
        received_by=by.id,
    )
