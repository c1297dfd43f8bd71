"""A child is not reaching milestones, or speech is late."""

from kith.grammar.entry_kinds import either, entry_kind, one_of

# A worry: a weak one alone, which is why it counts beside those of other agencies.
development_concern = entry_kind(
    label="Development",
    sentence=(
        either("a worry about the child’s development: {aspect}", "a worry about the child’s development"),
    ),
    is_a_worry=True,
    details={
        "aspect": one_of(
            *("milestones", "speech", "movement", "learning", "social"),
            ask="What is not coming along?",
            unchecked=True,
            words={"speech": "speech and language", "social": "being with others"},
        ),
    },
)
