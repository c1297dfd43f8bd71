"""A look after the work with a child had ended, and the time to write up too."""

from collections.abc import Iterator

from kith.oversight.looking.rows import Day, Found
from kith.oversight.looking.rule import SAME_CHILD, Rule, Thresholds, of_children


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    over = {(one.practitioner, one.child): one.writes_up_until for one in day.ended}
    if not over:
        return
    for who, looks in day.by_worker().items():
        late = tuple(
            one
            for one in looks
            if (who, one.child) in over
            and one.looked_at >= over[who, one.child]
            and not (one.personal and one.basis != "break_glass")
        )
        if late:
            yield Found(
                practitioner=who,
                words=f"{of_children(late)} after they had handed the work over, and after the days to write it up.",
                looks=late,
            )


RULE = Rule(
    code="after_allocation",
    words="After the work had ended",
    why="Somebody who no longer works with a child has no reason to follow what becomes of them.",
    cited="forbessolicitors, January 2020, prosecutions for reading without a reason; the days are [P]",
    wrong_if="They covered for the team that day, or were asked what they remember.",
    quiet=SAME_CHILD,
    asks=_asks,
)
