"""Asked for child after child whom they may not see."""

from collections.abc import Iterator

from kith.oversight.looking.rows import Day, Found, RefusalSeen
from kith.oversight.looking.rule import Rule, Thresholds


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    by_worker: dict[object, list[RefusalSeen]] = {}
    for one in day.refusals:
        by_worker.setdefault(one.practitioner, []).append(one)
    own = day.by_worker()
    for refusals in by_worker.values():
        who = refusals[0].practitioner
        asked_for = len({one.asked_for for one in refusals})
        if asked_for >= threshold["children"]:
            yield Found(
                practitioner=who,
                words=f"Was refused {len(refusals)} times in a day, for {asked_for} different records.",
                looks=tuple(own.get(who, ())),
            )


RULE = Rule(
    code="refused_again",
    words="Refused again and again",
    why="Whoever tries one record after another looks for somebody whom they have no reason to see.",
    cited="out-law, August 2013: an address was looked up for somebody who asked; the number is [P]",
    threshold={"children": 5},
    wrong_if="They were given work and nobody gave them sight: then the refusals are our fault.",
    asks=_asks,
)
