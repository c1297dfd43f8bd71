"""A step in the care of a child whom the authority looks after."""

from kith.grammar.entry_kinds import by, entry_kind, one_of

# Whom the child lives with is told by a placement change; this is what the law requires the authority to do, and when.
STEPS = {
    "started": "the child became looked after",
    "placed": "the child was placed with carers",
    "reviewer_named": "an independent reviewing officer was named",
    "care_plan": "a care plan was made",
    "placement_plan": "a placement plan was made",
    "health_assessment": "a health assessment of a looked-after child of five or over was made",
    "health_assessment_under_five": "a health assessment of a looked-after child under five was made",
    "first_review": "the first review of a looked-after child was held",
    "review": "a later review of a looked-after child was held",
    "ended": "the child is no longer looked after",
}

looked_after = entry_kind(
    label="Looked after",
    sentence=(
        by("step", STEPS, unknown="a step in the care of a looked-after child"),
        "; on the basis of {basis}",
    ),
    details={
        "step": one_of(
            *STEPS,
            ask="What was done?",
            words={
                "started": "became looked after",
                "placed": "placed with carers",
                "reviewer_named": "reviewing officer named",
                "care_plan": "care plan made",
                "placement_plan": "placement plan made",
                "health_assessment": "health assessment, five or over",
                "health_assessment_under_five": "health assessment, under five",
                "first_review": "first review held",
                "review": "later review held",
                "ended": "no longer looked after",
            },
        ),
        "basis": one_of(
            *("agreement", "interim_care_order", "care_order", "placement_order", "emergency_order"),
            *("police_protection", "remand"),
            ask="On what basis is the child looked after?",
            unchecked=True,
            words={
                "agreement": "a parent’s agreement (section 20)",
                "interim_care_order": "an interim care order (section 38)",
                "care_order": "a care order (section 31)",
                "placement_order": "a placement order",
                "emergency_order": "an emergency protection order (section 44)",
                "police_protection": "police protection (section 46)",
            },
        ),
    },
)
