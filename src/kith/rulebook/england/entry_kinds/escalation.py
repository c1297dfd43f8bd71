"""A professional disagreement was taken up a level."""

from kith.grammar.entry_kinds import entry_kind, prose
from kith.rulebook.england.shared_details import disagreement_stage

escalation = entry_kind(
    label="Escalation",
    sentence=("a disagreement was taken up", "({stage})", "; the disagreement: “{reason}”"),
    details={
        "stage": disagreement_stage(),
        "reason": prose(ask="What is the disagreement?"),
    },
)
