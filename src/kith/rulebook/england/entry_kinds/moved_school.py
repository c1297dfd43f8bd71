"""A child changed school."""

from kith.grammar.entry_kinds import by, entry_kind, one_of

moved_school = entry_kind(
    label="Moved school",
    sentence=(
        by(
            "reason",
            {
                "move": "the child changed school after a move",
                "home_education": "the child left school to be taught at home",
                "exclusion": "the child changed school after an exclusion",
            },
            unknown="the child changed school",
        ),
    ),
    location_bearing=True,
    details={"reason": one_of("move", "home_education", "exclusion", ask="Why did the child change school?")},
)
