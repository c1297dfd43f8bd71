"""An adult in the child’s life was released."""

from kith.grammar.entry_kinds import either, entry_kind, person, prose

released = entry_kind(
    label="Released",
    sentence=(
        either("{who} was released", "an adult in the child’s life was released"),
        "; on conditions: “{conditions}”",
    ),
    details={
        "who": person(ask="Which adult?"),
        "conditions": prose(ask="On what conditions, if any?"),
    },
)
