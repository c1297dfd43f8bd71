"""A carer’s own difficulties, or their control of others, worry somebody."""

from kith.grammar.entry_kinds import either, entry_kind, one_of, person

# A worry: a carer’s crisis is a question about who is looking after the child.
carer_concern = entry_kind(
    label="Worry about a carer",
    sentence=(
        either(
            "a worry about {who}: {aspect}",
            "a worry about a carer: {aspect}",
            "a worry about {who}, who cares for the child",
            "a worry about a carer",
        ),
    ),
    is_a_worry=True,
    details={
        "aspect": one_of(
            *(
                "mental_health",
                "substance_use",
                "learning_need",
                "control_of_others",
                "illness",
                "relationship_doubted",
            ),
            ask="What is the worry?",
            unchecked=True,
            words={
                "substance_use": "drug or alcohol use",
                "learning_need": "a need in learning",
                "control_of_others": "control of others",
                "relationship_doubted": "whether they are who they say they are to the child",
            },
        ),
        "who": person(ask="Which carer?"),
    },
)
