"""A worry about weight, hunger or a child looking for food."""

from kith.grammar.entry_kinds import by, entry_kind, one_of

# A worry: hunger and weight are measured things, and several agencies each see one of them.
growth_or_hunger_concern = entry_kind(
    label="Growth or hunger",
    sentence=(
        by(
            "direction",
            {
                "weight_loss": "the child has lost weight",
                "faltering": "the child is not growing as expected",
                "hungry": "the child is hungry",
                "obese": "the child’s weight is a danger to health",
            },
            unknown="a worry about the child’s growth or hunger",
        ),
    ),
    is_a_worry=True,
    details={
        "direction": one_of(
            "weight_loss",
            "faltering",
            "hungry",
            "obese",
            ask="What was seen?",
            words={"faltering": "faltering growth"},
        ),
    },
)
