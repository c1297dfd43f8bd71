"""A child was spoken to after being missing, or was to be."""

from kith.grammar.entry_kinds import by, either, entry_kind, number, one_of

return_interview = entry_kind(
    label="Return interview",
    sentence=(
        either(
            "a return interview {hours} hours after the child was found",
            "a return interview after the child was missing",
        ),
        by(
            "trace_result",
            {
                "found": "; the child had been found",
                "no_trace": "; it could not be held, since the child was not found",
                "stalled": "; it could not be held, since the search is at a standstill",
            },
        ),
        by("outcome", {"held": "; it was held", "declined": "; the child did not want one"}),
    ),
    details={
        "outcome": one_of(
            *("held", "declined"),
            ask="Was it held?",
            words={"declined": "the child did not want one"},
        ),
        "hours": number(low=0, high=100_000, ask="How many hours after the child was found?", unit="hours"),
        "trace_result": one_of(
            "found", "no_trace", "stalled", ask="What had come of the search?", words={"no_trace": "no trace"}
        ),
    },
)
