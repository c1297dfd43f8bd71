"""A medical examination was arranged, or it was decided why not."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose

medical_considered = entry_kind(
    label="Medical considered",
    sentence=(
        by(
            "outcome",
            {
                "arranged": "a medical examination was arranged",
                "not_needed": "a medical examination was thought not to be needed",
                "consent_given": "consent to a medical examination was given",
                "consent_refused": "consent to a medical examination was not given",
                "no_slot": "no place could be found for a medical examination",
            },
            unknown="a medical examination was considered",
        ),
        "; on the basis that “{basis}”",
        "; a paediatrician’s view: “{paediatrician_view}”",
    ),
    details={
        "outcome": one_of(
            *("arranged", "not_needed", "consent_given", "consent_refused", "no_slot"),
            ask="What was decided?",
            words={"consent_refused": "consent was not given", "no_slot": "no place could be found"},
        ),
        "basis": prose(ask="On what basis?"),
        "paediatrician_view": prose(ask="What is a paediatrician’s view?"),
    },
)
