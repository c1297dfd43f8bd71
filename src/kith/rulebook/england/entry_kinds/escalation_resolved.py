"""A professional disagreement was resolved."""

from kith.grammar.entry_kinds import either, entry_kind, prose
from kith.rulebook.england.shared_details import disagreement_stage, of_a_disagreement

escalation_resolved = entry_kind(
    label="Escalation resolved",
    sentence=(
        either("a disagreement about {about} was resolved", "a disagreement was resolved"),
        ", with {to}",
        "({stage})",
        "; how: “{reason}”",
    ),
    details={
        "stage": disagreement_stage(),
        "reason": prose(ask="How was it resolved?"),
        **of_a_disagreement(),
    },
)
