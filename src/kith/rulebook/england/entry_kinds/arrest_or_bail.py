"""An adult in the child’s life was arrested or bailed."""

from kith.grammar.entry_kinds import either, entry_kind, person, prose

arrest_or_bail = entry_kind(
    label="Arrest or bail",
    sentence=(
        either("{who} was arrested or bailed", "an adult in the child’s life was arrested or bailed"),
        "; on conditions: “{conditions}”",
    ),
    details={
        "who": person(ask="Which adult?"),
        "conditions": prose(ask="On what conditions, if any?"),
    },
)
