"""A look at a family with the looker's own, uncommon last name."""

from collections.abc import Iterator

from kith.oversight.looking.rows import Day, Found
from kith.oversight.looking.rule import SAME_CHILD, Rule, Thresholds, of_children


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    for who, looks in day.by_worker().items():
        own = {name for name in day.workers[who].surnames if not day.is_common(name)}
        shared = tuple(one for one in looks if own & day.children[one.child].surnames) if own else ()
        if shared:
            yield Found(
                practitioner=who,
                words=f"{of_children(shared)}: somebody of the household has their last name, and few people have it.",
                looks=shared,
            )


RULE = Rule(
    code="same_surname",
    words="Same last name as the family",
    why="People have looked up their own relatives, and told them, or their former partners, what they read.",
    cited="privacy-web.nl on HagaZiekenhuis, 2019: checks must be systematic and follow the risk; the share is [P]",
    threshold={"share_per_100000": 50},
    wrong_if="The name is common in a community that is counted too low here, or both come from one small place and are not related.",
    quiet=SAME_CHILD,
    asks=_asks,
)
