"""A professional asked for a child protection conference."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose

conference_requested = entry_kind(
    label="Conference asked for",
    sentence=(
        "a child protection conference was asked for",
        by(
            "backed_by",
            {
                "senior_manager": ", backed by a senior manager",
                "named_or_designated": ", backed by a named or designated professional",
            },
        ),
        "; the reason given: “{reason}”",
    ),
    details={
        "reason": prose(ask="Why is a conference needed?"),
        "backed_by": one_of(
            *("nobody", "senior_manager", "named_or_designated"),
            ask="Who backs it?",
            label="Backed by",
            words={
                "senior_manager": "a senior manager",
                "named_or_designated": "a named or designated professional",
            },
        ),
    },
)
