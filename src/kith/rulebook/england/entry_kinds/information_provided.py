"""One agency told another what it knows."""

from kith.grammar.entry_kinds import either, entry_kind, prose
from kith.rulebook.england.agencies import agency

information_provided = entry_kind(
    label="Information given",
    sentence=(
        either(
            "{from} gave {to} information",
            "{from} gave information",
            "information was given to {to}",
            "information was given",
        ),
        ": “{what}”",
    ),
    redaction=("informant", "third_party"),
    details={
        "from": agency(ask="Which agency told?", label="From"),
        "to": agency(ask="Which agency was told?", label="To"),
        "what": prose(ask="What was told?"),
    },
)
