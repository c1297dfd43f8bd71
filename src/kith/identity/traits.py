"""What a description says of a person, read once into the form that is compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kith.identity import identifiers
from kith.identity.names import Name, name_in_parts
from kith.identity.skeleton import skeletons


class Said(Protocol):
    """The columns that a new description and a kept one have in common."""

    @property
    def kind(self) -> str: ...
    @property
    def full_name(self) -> str: ...
    @property
    def known_as(self) -> str: ...
    @property
    def other_names(self) -> Sequence[str]: ...
    @property
    def born_from(self) -> date | None: ...
    @property
    def born_to(self) -> date | None: ...
    @property
    def expected_on(self) -> date | None: ...
    @property
    def sex(self) -> str: ...
    @property
    def nhs_number(self) -> str: ...
    @property
    def upn(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def postcode(self) -> str: ...
    @property
    def uprn(self) -> str: ...
    @property
    def guardian_names(self) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Traits:
    """A person as one description has them: names in parts, valid numbers only, guardians as sorted skeletons."""

    kind: str
    names: tuple[Name, ...]
    born_from: date | None
    born_to: date | None
    expected_on: date | None
    sex: str
    nhs_number: str
    upn: str
    phone: str
    postcode: str
    uprn: str
    guardians: frozenset[tuple[str, ...]]

    @property
    def born_on(self) -> date | None:
        """The day of birth, where it is known to the day."""
        return self.born_from if self.born_from == self.born_to else None


def traits_of(said: Said) -> Traits:
    """Read a description, new or kept. What is not valid (a number that fails its check) counts as not said."""
    return Traits(
        kind=said.kind,
        names=_names(said),
        born_from=said.born_from,
        born_to=said.born_to,
        expected_on=said.expected_on,
        sex=said.sex if said.sex != "not_known" else "",
        nhs_number=identifiers.nhs_number(said.nhs_number),
        upn=identifiers.upn(said.upn),
        phone=identifiers.phone(said.phone),
        postcode=identifiers.postcode(said.postcode),
        uprn=identifiers.uprn(said.uprn),
        guardians=frozenset(
            parts for name in said.guardian_names if len(parts := _sorted_skeletons(name)) > 1
        ),
    )


def _sorted_skeletons(name: str) -> tuple[str, ...]:
    parts = skeletons(name)
    return tuple(sorted({parts[0], parts[-1]})) if len(parts) > 1 else ()


def _names(said: Said) -> tuple[Name, ...]:
    """The full name, then each other name; a name known by that has one part takes the full name's last name."""
    full = name_in_parts(said.full_name)
    found = [full] if full.given or full.last else []
    for other in (said.known_as, *said.other_names):
        name = name_in_parts(other)
        if name.given or name.last:
            found.append(name if name.last else Name(name.given, full.last))
    return tuple(dict.fromkeys(found))
