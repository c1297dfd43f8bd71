"""A professional disagreed, and it was written down."""

from kith.grammar.entry_kinds import either, entry_kind, prose
from kith.rulebook.england.shared_details import disagreement_stage, of_a_disagreement

dissent = entry_kind(
    label="Dissent",
    sentence=(
        either("a professional disagreed about {about}", "a professional disagreed"),
        ", with {to}",
        "({stage})",
        "; the disagreement: “{reason}”",
        "; what would settle it: “{would_settle}”",
    ),
    details={
        "stage": disagreement_stage(),
        "reason": prose(ask="What is the disagreement?"),
        "would_settle": prose(ask="What would settle it?"),
        **of_a_disagreement(),
    },
)
