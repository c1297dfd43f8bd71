"""A professional disagreed, and it was written down."""

from kith.grammar.entry_kinds import entry_kind, prose
from kith.rulebook.england.shared_details import disagreement_stage

dissent = entry_kind(
    label="Dissent",
    sentence=("a professional disagreed", "({stage})", "; the disagreement: “{reason}”"),
    details={
        "stage": disagreement_stage(),
        "reason": prose(ask="What is the disagreement?"),
    },
)
