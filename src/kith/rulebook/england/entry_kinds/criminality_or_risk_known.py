"""An offence, marker, conviction or finding about an adult in a child’s life."""

from kith.grammar.entry_kinds import either, entry_kind, one_of, person

# A worry: it is often the oldest thing known, and the one that nobody told the next agency.
criminality_or_risk_known = entry_kind(
    label="Known risk of an adult",
    sentence=(
        either(
            "a known risk from {who}: {nature}",
            "a known risk from an adult: {nature}",
            "a known risk from {who}",
            "a known risk from an adult",
        ),
    ),
    is_a_worry=True,
    visible_to="decision_or_visit",
    details={
        "who": person(ask="Which adult?"),
        "nature": one_of(
            *("violence", "sexual", "child_cruelty", "drugs", "other"),
            ask="What sort of offence or risk?",
            words={
                "sexual": "sexual harm",
                "child_cruelty": "cruelty to a child",
                "other": "another offence or finding",
            },
        ),
    },
)
