"""A person died."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose, truth

death = entry_kind(
    label="Death",
    sentence=(
        by(
            "who_died",
            {"child": "the child died", "somebody_else": "somebody else in the child’s life died"},
            unknown="a death",
        ),
        ": “{circumstances}”",
        by("expected", {True: "; the death was expected", False: "; the death was not expected"}),
        by(
            "was_looked_after",
            {
                True: "; the child was looked after by an authority",
                False: "; the child was not looked after",
            },
        ),
    ),
    details={
        "circumstances": prose(ask="What is known of how it came about?"),
        "who_died": one_of(
            *("child", "somebody_else"),
            ask="Who died?",
            label="Who died",
            words={"child": "the child", "somebody_else": "somebody else in the child’s life"},
        ),
        "expected": truth(ask="Was the death expected a day before?"),
        "was_looked_after": truth(
            ask="Was the child looked after by an authority?", label="Was looked after"
        ),
    },
)
