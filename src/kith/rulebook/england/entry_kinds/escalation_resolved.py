"""A professional disagreement was resolved."""

from kith.grammar.entry_kinds import entry_kind, prose
from kith.rulebook.england.shared_details import disagreement_stage

escalation_resolved = entry_kind(
    label="Escalation resolved",
    sentence=("a disagreement was resolved", "({stage})", "; how: “{reason}”"),
    details={
        "stage": disagreement_stage(),
        "reason": prose(ask="How was it resolved?"),
    },
)
