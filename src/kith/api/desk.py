"""What the door knows while it reads one letter: whose it is, what its agency sent before, and the rules of reading."""

from dataclasses import dataclass

from kith.agencies import queries as agencies
from kith.api.types import Caller
from kith.grammar.entry_kinds import EntryKind
from kith.patterns.queries import rulebook

OWN = "idempotency:"
"""How a reference begins that the door gives an entry for which its sender gave none."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """``agencies`` are the codes of the agencies of the caller's area, ``kinds`` what may be sent."""

    caller: Caller
    kinds: dict[str, EntryKind]
    agencies: frozenset[str]

    @property
    def whose(self) -> tuple[str, str]:
        """The agency's code and its area."""
        return self.caller.by.agency, self.caller.by.area


def desk_for(caller: Caller) -> Desk:
    """Everything that reading needs, once for a letter."""
    here = agencies.agencies_in(area=caller.by.area)
    return Desk(caller=caller, kinds=kinds_that_may_be_sent(), agencies=frozenset(one.code for one in here))


def kinds_that_may_be_sent() -> dict[str, EntryKind]:
    """All but Kith's own workings: nobody sends what a person is to have decided here."""
    return {name: kind for name, kind in rulebook().entry_kinds.items() if not kind.is_kiths_own}


def own_reference(*, key: str, index: int) -> str:
    """The reference of an item that has none: the same for the same item of the same request, so that it is kept once."""
    return f"{OWN}{key}:{index}"
