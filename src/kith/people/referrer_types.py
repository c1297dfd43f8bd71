"""The frozen values of somebody who told of a worry: one that stands for them, one that comes in, one that was revealed."""

from dataclasses import dataclass, field
from typing import NoReturn, Self
from uuid import UUID

TOLD_AS = {"relative": "a relative", "public": "a member of the public"}
"""What a referrer is called by everybody outside the vault: these two, and nothing that tells two of them apart."""


@dataclass(frozen=True, kw_only=True)
class NewReferrer:
    """What ``hold_referrer`` takes. No field shows in a traceback or a log line."""

    told_as: str
    """``relative`` or ``public``."""
    name: str = field(default="", repr=False)
    telephone: str = field(default="", repr=False)
    relation: str = field(default="", repr=False)
    """Who they are to the child, in their own words."""
    safe_way: str = field(default="", repr=False)
    """How they may be reached without danger."""
    safe_hours: str = field(default="", repr=False)
    asked_to_stay_unnamed: bool = True
    unnamed_as: UUID | None = field(default=None, repr=False)
    """For somebody who gives neither name nor number: an id made by chance, so that what they add counts as theirs."""


@dataclass(frozen=True, kw_only=True)
class RevealedReferrer:
    """Who told, for the one person who asked and said why. Printed whole it still says no more than others may know."""

    referrer: "Referrer" = field(repr=False)
    name: str = field(repr=False)
    telephone: str = field(repr=False)
    relation: str = field(repr=False)
    safe_way: str = field(repr=False)
    safe_hours: str = field(repr=False)
    asked_to_stay_unnamed: bool


class Referrer(str):
    """Stands for somebody who told of a worry: its only text is "a relative" or "a member of the public".

    It *is* that text, as ``ConfidentialAddress`` is its own, and holds no name: ``id`` is what ``reveal_referrer`` needs,
    ``informant`` is the same for the same person and child, so that tellings are counted by who told and not by name.
    """

    __slots__ = ("child", "id", "informant")

    id: UUID
    child: UUID
    informant: UUID

    def __new__(cls, *, id: UUID, child: UUID, informant: UUID, told_as: str) -> Self:
        held = super().__new__(cls, TOLD_AS[told_as])
        for name, value in (("id", id), ("child", child), ("informant", informant)):
            object.__setattr__(held, name, value)
        return held

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("A referrer does not change.")

    def __str__(self) -> str:
        return str.__str__(self[:])

    __repr__ = __html__ = __json__ = __str__

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Referrer):
            return self.id == other.id
        return str.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    # Everybody called "a relative" has the hash of that text, as equality with the text demands.
    __hash__ = str.__hash__

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict) -> Self:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("A referrer is not pickled.")
