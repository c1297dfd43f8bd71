"""A look whose basis did not hold at that moment."""

from collections.abc import Iterator

from kith.oversight.looking.rows import Day, Found
from kith.oversight.looking.rule import BY_ROLE, Rule, Thresholds, of_children


def _asks(day: Day, threshold: Thresholds) -> Iterator[Found]:
    for who, looks in day.by_worker().items():
        without = tuple(one for one in looks if not one.held and one.basis not in BY_ROLE)
        if without:
            yield Found(
                practitioner=who,
                words=f"{of_children(without)}: the basis that was written down had ended, or was never given.",
                looks=without,
            )


RULE = Rule(
    code="no_relationship",
    words="No relationship at that time",
    why="Nobody reads a child’s record without a lawful reason that holds at that very moment.",
    cited="Default deny, as every hospital and council rule has it; no source of its own [P]",
    wrong_if="The involvement was written down late, or Kith itself let somebody in who should not have been: tell the maintainers.",
    asks=_asks,
)
