"""An assessment was started or completed."""

from kith.grammar.entry_kinds import by, entry_kind, one_of
from kith.rulebook.england.shared_details import started_or

assessment = entry_kind(
    label="Assessment",
    sentence=(
        by(
            "stage",
            {"started": "an assessment was started", "completed": "an assessment was completed"},
            unknown="an assessment",
        ),
        ": {outcome}",
    ),
    details={
        "stage": started_or("completed", ask="Was it started or completed?"),
        "outcome": one_of(
            *("no_further_action", "early_help", "child_in_need", "strategy_discussion", "child_protection"),
            *("legal_action", "transferred", "no_mental_health_condition"),
            ask="What came of it?",
            unchecked=True,
            words={
                "child_in_need": "a child in need plan",
                "strategy_discussion": "a strategy discussion",
                "child_protection": "child protection",
                "legal_action": "legal action",
                "transferred": "passed to another area",
            },
        ),
    },
)
