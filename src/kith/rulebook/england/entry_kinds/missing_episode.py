"""A child, or a family, could not be found."""

from kith.grammar.entry_kinds import by, either, entry_kind, number, one_of

# A worry: a child whom nobody can find is one that nobody can see.
missing_episode = entry_kind(
    label="Missing",
    sentence=(
        either("the child was missing for {hours} hours", "the child was missing, or could not be traced"),
        by(
            "trace_result",
            {
                "found": "; found",
                "no_trace": "; not found",
                "stalled": "; the search is at a standstill",
            },
        ),
    ),
    is_a_worry=True,
    details={
        "hours": number(low=0, high=100_000, ask="For how many hours?", unit="hours"),
        "trace_result": one_of(
            "found", "no_trace", "stalled", ask="What came of the search?", words={"no_trace": "no trace"}
        ),
    },
)
