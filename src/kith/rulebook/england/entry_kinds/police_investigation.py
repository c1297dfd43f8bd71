"""The police started or closed an investigation of their own."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose
from kith.rulebook.england.shared_details import started_or

police_investigation = entry_kind(
    label="Police investigation",
    sentence=(
        by(
            "stage",
            {"started": "a police investigation was started", "closed": "a police investigation was closed"},
            unknown="a police investigation",
        ),
        ": {outcome}",
        "; the reason given: “{reason}”",
    ),
    details={
        "stage": started_or("closed", ask="Was it started or closed?"),
        "outcome": one_of(
            *("no_further_action", "charged", "cautioned", "other_disposal", "passed_to_another_force"),
            ask="What came of it?",
            unchecked=True,
            words={
                "charged": "a charge",
                "cautioned": "a caution",
                "other_disposal": "dealt with out of court",
            },
        ),
        "reason": prose(ask="Why?"),
    },
)
