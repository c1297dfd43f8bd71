"""One person opens child after child in an emergency."""

from collections.abc import Iterator

from kith.oversight.looking.rows import Day, Found, LookSeen
from kith.oversight.looking.rule import Rule, Thresholds


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    today = {one.practitioner for one in day.looks if one.basis == "break_glass"}
    by_worker: dict[object, list[LookSeen]] = {}
    for one in day.emergencies:
        by_worker.setdefault(one.practitioner, []).append(one)
    for who in sorted(today):
        looks = tuple(by_worker.get(who, ()))
        children = len({one.child for one in looks})
        if children >= threshold["children"]:
            yield Found(
                practitioner=who,
                words=f"Opened {children} children in an emergency within {threshold['days']} days.",
                looks=looks,
            )


RULE = Rule(
    code="emergencies_again",
    words="Emergencies again and again",
    why="Each opening in an emergency is reviewed by itself within a working day. That one person opens one child after "
    "another so is seen only when they are read together.",
    cited="Røstad and Edsberg, ACSAC 2006: where exceptions are many and their reasons say little, nobody can review them",
    threshold={"children": 3, "days": 7},
    wrong_if="They should have had sight from the start: then it is ours to mend, and not theirs to answer for.",
    asks=_asks,
)
