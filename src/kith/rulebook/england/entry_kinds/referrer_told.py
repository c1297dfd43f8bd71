"""Whoever told of a worry was told what was decided."""

from kith.grammar.entry_kinds import either, entry_kind, person, prose

referrer_told = entry_kind(
    label="Referrer told",
    sentence=(
        either(
            "{informant} was told what was decided",
            "those who had told of a worry were told what was decided",
        ),
        ": “{what}”",
        "; because “{why}”",
        "; what would change it: “{what_would_change_it}”",
    ),
    redaction=("informant", "third_party"),
    details={
        "informant": person(
            ask="Who was told?", label="Who was told", gives_away=("informant", "third_party")
        ),
        "what": prose(ask="What were they told?"),
        "why": prose(ask="Why was that decided?"),
        "what_would_change_it": prose(ask="What would change it?"),
    },
)
