"""A look at night by somebody who works by day."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from kith.kernel.clock import LONDON
from kith.oversight.looking.rows import Day, Found, Worker
from kith.oversight.looking.rule import SAME_PERSON, Rule, Thresholds, of_children

DAY_AND_NIGHT = frozenset({"police", "hospital", "ambulance", "midwifery"})
"""Agencies that work through the night and whose rota Kith does not hold: nothing can be said of their people's shifts."""


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    for who, looks in day.by_worker().items():
        worker = day.workers[who]
        if worker.agency in DAY_AND_NIGHT and not worker.shifts:
            continue
        late = tuple(
            one
            for one in looks
            if _at_night(one.looked_at, threshold) and not _on_duty(worker, one.looked_at, threshold)
        )
        if late:
            yield Found(
                practitioner=who,
                words=f"{of_children(late)} in the night, and no duty of theirs is held for that time.",
                looks=late,
            )


def _at_night(at: datetime, threshold: Thresholds) -> bool:
    hour = at.astimezone(LONDON).hour
    return hour >= threshold["from_hour"] or hour < threshold["to_hour"]


def _on_duty(worker: Worker, at: datetime, threshold: Thresholds) -> bool:
    near = timedelta(minutes=threshold["minutes_before_or_after"])
    return any(starts - near <= at < ends + near for starts, ends in worker.shifts)


RULE = Rule(
    code="out_of_shift",
    words="At night, and not on duty",
    why="A record that is read at night by somebody who works by day was seldom read for work.",
    cited="privacy-web.nl on HagaZiekenhuis, 2019: checks must follow the risk; the hours are [P]",
    threshold={"from_hour": 22, "to_hour": 6, "minutes_before_or_after": 120},
    wrong_if="They work nights and their rota is not held here, or somebody wrote up a hard day when the house was quiet.",
    quiet=SAME_PERSON,
    asks=_asks,
)
