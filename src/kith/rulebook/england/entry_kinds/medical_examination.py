"""The child was examined by a doctor."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose, truth

medical_examination = entry_kind(
    label="Medical examination",
    sentence=(
        by(
            "examination",
            {
                "child_protection_medical": "a child protection medical",
                "emergency": "an emergency examination",
                "gp": "an examination by a GP",
                "community": "an examination by a community paediatrician",
            },
            unknown="a medical examination",
        ),
        by(
            "full_injury_history_available",
            {
                True: ", with every earlier injury to hand",
                False: ", without every earlier injury to hand",
            },
        ),
        ": “{finding}”",
        by("cause_settled", {True: "; the cause is settled", False: "; the cause is not settled"}),
    ),
    details={
        "examination": one_of(
            *("child_protection_medical", "emergency", "gp", "community"),
            ask="What sort of examination?",
            words={"gp": "by a GP", "community": "by a community paediatrician"},
        ),
        "finding": prose(ask="What was found?"),
        "cause_settled": truth(ask="Does it settle how it came about?"),
        "full_injury_history_available": truth(
            ask="Did the doctor have every earlier injury to hand?",
            label="Full injury history available",
        ),
    },
)
