"""Links a whole file of descriptions at once: normal form, pairs, people."""

from collections.abc import Sequence
from dataclasses import dataclass

from kith.identity import bands
from kith.identity.commonness import Commonness, counted
from kith.identity.traits import from_kept
from kith.identity.types import NewDescription
from kith.linkage.clusters import joined
from kith.linkage.normalising import Normal, normalise
from kith.linkage.pairs import edges, pairs_of


@dataclass
class Linked:
    """Descriptions by their places, whose each is, and how common names are among them."""

    normal: Normal
    whose: list[int]
    common: Commonness


def link_all(described: Sequence[NewDescription], *, area: str) -> Linked:
    """Link descriptions with one another, best agreement first. The answer does not depend on their order."""
    normal = normalise(described, area=area)
    common = counted(map(from_kept, normal.lines))
    near = edges(pairs_of(normal.keys, normal.lines), normal.lines, common=common, least=bands.CONFIRMED_AT)
    whose = joined(near, normal.lines, common=common)
    return Linked(normal, whose, common)
