"""A step towards court, or in it."""

from kith.grammar.entry_kinds import by, either, entry_kind, one_of

legal_step = entry_kind(
    label="Legal step",
    sentence=(
        either("legal step: {legal_action}", "a legal step"),
        "({order})",
        by(
            "outcome",
            {
                "asked": "; asked for",
                "threshold_met": "; the threshold is met",
                "not_met": "; the threshold is not met",
                "applied": "; applied for",
                "granted": "; granted",
                "refused": "; not granted",
                "withdrawn": "; withdrawn",
                "ended": "; ended",
            },
        ),
    ),
    visible_to="decision_or_visit",
    details={
        "legal_action": one_of(
            *("advice", "planning", "letter", "pre_proceedings", "application", "hearing", "order"),
            "pre_proceedings_meeting",
            ask="What sort of step?",
            words={
                "advice": "legal advice",
                "planning": "a legal planning meeting",
                "letter": "a letter before proceedings",
                "pre_proceedings": "pre-proceedings",
                "application": "an application to court",
                "hearing": "a hearing",
                "order": "an order",
                "pre_proceedings_meeting": "a pre-proceedings meeting",
            },
        ),
        "order": one_of(
            *("emergency_protection", "emergency_protection_extension", "child_assessment"),
            *("interim_care", "interim_supervision", "care", "supervision"),
            *("special_guardianship", "child_arrangements", "placement", "secure_accommodation", "recovery"),
            ask="Which order, or an application for which?",
            label="Order",
            unchecked=True,
            words={
                "emergency_protection": "an emergency protection order",
                "emergency_protection_extension": "the extension of an emergency protection order",
                "child_assessment": "a child assessment order",
                "interim_care": "an interim care order",
                "interim_supervision": "an interim supervision order",
                "care": "a care order",
                "supervision": "a supervision order",
                "special_guardianship": "a special guardianship order",
                "child_arrangements": "a child arrangements order",
                "placement": "a placement order",
                "secure_accommodation": "a secure accommodation order",
                "recovery": "a recovery order",
            },
        ),
        "outcome": one_of(
            *("asked", "threshold_met", "not_met", "applied", "granted", "refused", "withdrawn"),
            "ended",
            ask="What came of it?",
            words={
                "asked": "asked for",
                "not_met": "threshold not met",
                "applied": "applied for",
                "refused": "not granted",
            },
        ),
    },
)
