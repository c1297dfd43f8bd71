"""Many children of different families within minutes, without working with any of them."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from kith.oversight.looking.peers import most_usual
from kith.oversight.looking.rows import Day, Found, LookSeen
from kith.oversight.looking.rule import BY_ROLE, Rule, Thresholds, counted


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    within = timedelta(minutes=threshold["minutes"])
    bursts = {
        who: _widest([one for one in looks if not one.personal and one.basis not in BY_ROLE], day, within)
        for who, looks in day.by_worker().items()
    }
    numbers = {who: [families] for who, (families, _) in bursts.items()}
    for who, (families, looks) in bursts.items():
        if families < threshold["families"]:
            continue
        usual = most_usual(
            of=day.workers[who],
            workers=day.workers,
            numbers=numbers,
            share=99,
            fewest=threshold["fewest_peers"],
            at_least=threshold["families"] - 1,
        )
        if families > usual:
            yield Found(
                practitioner=who,
                words=f"Opened children of {counted(families, 'family', 'families')} within {threshold['minutes']} minutes, "
                "working with none of them.",
                looks=tuple(looks),
            )


def _widest(looks: Sequence[LookSeen], day: Day, within: timedelta) -> tuple[int, Sequence[LookSeen]]:
    """The stretch with the most families in it, and its looks."""
    most, found, first = 0, (0, 0), 0
    for last, one in enumerate(looks):
        while one.looked_at - looks[first].looked_at > within:
            first += 1
        if last - first + 1 > most:
            families = len({_family(look, day) for look in looks[first : last + 1]})
            most, found = max((most, found), (families, (first, last + 1)))
    return most, looks[slice(*found)]


def _family(look: LookSeen, day: Day) -> object:
    """Brothers and sisters are one family; a child whose home nobody knows is one too."""
    homes = day.children[look.child].homes
    return min(homes) if homes else look.child


RULE = Rule(
    code="one_after_another",
    words="One child after another",
    why="Somebody who goes from child to child looks for something, or takes everything with them.",
    cited="privacy-web.nl on HagaZiekenhuis, 2019: checks must be systematic; the numbers are [P]",
    threshold={"families": 12, "minutes": 10, "fewest_peers": 30},
    wrong_if="A list was gone through on purpose: an audit, a handover of a whole team, children of one school.",
    asks=_asks,
)
