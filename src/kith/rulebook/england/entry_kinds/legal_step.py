"""A step towards court, or in it."""

from kith.grammar.entry_kinds import by, either, entry_kind, one_of

legal_step = entry_kind(
    label="Legal step",
    sentence=(
        either("legal step: {legal_action}", "a legal step"),
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
            },
        ),
    ),
    visible_to="decision_or_visit",
    details={
        "legal_action": one_of(
            *("advice", "planning", "letter", "pre_proceedings", "application", "hearing", "order"),
            ask="What sort of step?",
            words={
                "advice": "legal advice",
                "planning": "a legal planning meeting",
                "letter": "a letter before proceedings",
                "pre_proceedings": "pre-proceedings",
                "application": "an application to court",
                "hearing": "a hearing",
                "order": "an order",
            },
        ),
        "outcome": one_of(
            *("asked", "threshold_met", "not_met", "applied", "granted", "refused", "withdrawn"),
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
