"""A look at a child of the looker's own street."""

from collections.abc import Iterator

from kith.oversight.looking.rows import Day, Found
from kith.oversight.looking.rule import SAME_CHILD, Rule, Thresholds, of_children


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    for who, looks in day.by_worker().items():
        street = day.workers[who].street
        near = tuple(one for one in looks if street in day.children[one.child].streets) if street else ()
        if near:
            yield Found(
                practitioner=who,
                words=f"{of_children(near)}: the family lives on the street on which they live themselves.",
                looks=near,
            )


RULE = Rule(
    code="own_street",
    words="A family of their own street",
    why="A neighbour who reads a record may know everybody in it, and a conference report has reached a neighbour before.",
    cited="localgovernmentlawyer on Norfolk: a conference report reached the father’s neighbour",
    wrong_if="The street is long, or the work came to them by allocation and they said that they live near.",
    quiet=SAME_CHILD,
    asks=_asks,
)
