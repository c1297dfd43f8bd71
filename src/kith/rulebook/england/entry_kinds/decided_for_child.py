"""What a joint decision means for one child, with the reason."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose
from kith.rulebook.england.discussions import FOR_A_CHILD

decided_for_child = entry_kind(
    label="Decided for this child",
    sentence=(
        by(
            "outcome",
            {code: f"decided for this child: {words}" for code, words in FOR_A_CHILD.items()},
            unknown="something was decided for this child",
        ),
        "; the reason given: “{reason}”",
    ),
    is_kiths_own=True,
    details={
        "outcome": one_of(*FOR_A_CHILD, ask="What is decided for this child?", words=FOR_A_CHILD),
        "reason": prose(ask="Why, for this child?"),
    },
)
