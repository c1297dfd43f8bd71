"""A step in a private fostering arrangement: a child lives with somebody who is no close relative, by private agreement."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, truth

STEPS = {
    "told": "the authority was told of private fostering",
    "first_year_over": "the first year of a private fostering arrangement ended",
    "ended": "a private fostering arrangement ended",
}

private_fostering = entry_kind(
    label="Private fostering",
    sentence=(
        by("step", STEPS, unknown="a private fostering arrangement"),
        by("begun", {True: "; the child lives there already", False: "; the child does not live there yet"}),
    ),
    location_bearing=True,
    details={
        "step": one_of(
            *STEPS,
            ask="What happened?",
            words={
                "told": "the authority was told",
                "first_year_over": "its first year ended",
                "ended": "it ended",
            },
        ),
        "begun": truth(ask="Does the child live there already?", label="Begun"),
    },
)
