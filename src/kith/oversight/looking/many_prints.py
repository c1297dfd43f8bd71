"""Far more printed or exported in a day than others of the same role print."""

from collections.abc import Iterator

from kith.oversight.looking.peers import most_usual
from kith.oversight.looking.rows import Day, Found
from kith.oversight.looking.rule import Rule, Thresholds

BEGINS = ("print", "export")


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    for who, looks in day.by_worker().items():
        prints = tuple(one for one in looks if one.purpose.lower().startswith(BEGINS))
        if len(prints) < threshold["at_least"]:
            continue
        usual = most_usual(
            of=day.workers[who],
            workers=day.workers,
            numbers=day.prints_before,
            share=99,
            fewest=threshold["fewest_days"],
            at_least=threshold["at_least"] - 1,
        )
        if len(prints) > usual:
            yield Found(
                practitioner=who,
                words=f"Printed or exported {len(prints)} times in a day; of the others of the same role, 99 days in 100 have {usual} or fewer.",
                looks=prints,
            )


RULE = Rule(
    code="many_prints",
    words="Printed more than others do",
    why="Paper leaves Kith, and nobody can take it back.",
    cited="ico.org.uk, September 2023: reprimands for what left on paper; the numbers are [P]",
    threshold={"at_least": 10, "fewest_days": 30},
    wrong_if="A court bundle, an inspection or a conference was prepared that day.",
    asks=_asks,
)
