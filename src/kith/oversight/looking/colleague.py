"""A look at the looker's own family, or at a colleague's."""

from collections.abc import Iterator

from kith.oversight.looking.rows import Day, Found
from kith.oversight.looking.rule import SAME_CHILD, Rule, Thresholds, of_children


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    if not day.colleagues:
        return
    for who, looks in day.by_worker().items():
        worker = day.workers[who]
        known = {one for one, agency in day.colleagues.items() if agency == worker.agency}
        own = {worker.person} - {None}
        shared = tuple(one for one in looks if (known | own) & day.children[one.child].people)
        if shared:
            yield Found(
                practitioner=who,
                words=f"{of_children(shared)}: they, or somebody who works in the same agency, live in the household.",
                looks=shared,
            )


RULE = Rule(
    code="colleague",
    words="Their own family, or a colleague’s",
    why="Most of those who were prosecuted for reading records were curious about people whom they knew.",
    cited="forbessolicitors, January 2020: those prosecuted were mostly curious about people whom they knew",
    wrong_if="The colleague asked for help through the door that everybody has, and the work was given to this person.",
    quiet=SAME_CHILD,
    asks=_asks,
)
