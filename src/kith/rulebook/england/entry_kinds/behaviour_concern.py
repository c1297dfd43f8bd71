"""What a child does gives cause for worry."""

from kith.grammar.entry_kinds import either, entry_kind, one_of

# A worry: children show what they cannot say.
behaviour_concern = entry_kind(
    label="Behaviour",
    sentence=(
        either("a worry about the child’s behaviour: {aspect}", "a worry about the child’s behaviour"),
    ),
    is_a_worry=True,
    details={
        "aspect": one_of(
            *(
                "distress",
                "fear",
                "aggression",
                "sexualised",
                "self_harm",
                "soiling",
                "isolation",
                "withdrawn",
            ),
            *("anxious_with_carer", "tiredness"),
            ask="What was seen in the child?",
            unchecked=True,
            words={
                "sexualised": "sexualised behaviour",
                "self_harm": "self-harm",
                "withdrawn": "withdrawal from others",
                "anxious_with_carer": "anxiety with a carer",
            },
        ),
    },
)
