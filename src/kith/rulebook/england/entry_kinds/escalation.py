"""A professional disagreement was taken up a level."""

from kith.grammar.entry_kinds import either, entry_kind, prose
from kith.rulebook.england.shared_details import disagreement_stage, of_a_disagreement

escalation = entry_kind(
    label="Escalation",
    sentence=(
        either("a disagreement about {about} was taken up", "a disagreement was taken up"),
        ", with {to}",
        "({stage})",
        "; the disagreement: “{reason}”",
    ),
    details={
        "stage": disagreement_stage(),
        "reason": prose(ask="What is the disagreement?"),
        **of_a_disagreement(),
    },
)
