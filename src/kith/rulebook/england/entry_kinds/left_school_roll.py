"""A child was taken off a school’s roll."""

from kith.grammar.entry_kinds import by, entry_kind, one_of

left_school_roll = entry_kind(
    label="Left the school roll",
    sentence=(
        by(
            "reason",
            {
                "move": "the child left the school roll after a move",
                "home_education": "the child left the school roll to be taught at home",
                "exclusion": "the child left the school roll after an exclusion",
            },
            unknown="the child left the school roll",
        ),
    ),
    details={
        "reason": one_of("move", "home_education", "exclusion", ask="Why did the child leave the roll?")
    },
)
