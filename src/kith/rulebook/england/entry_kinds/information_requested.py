"""One agency asked another for what it knows."""

from kith.grammar.entry_kinds import either, entry_kind, prose
from kith.rulebook.england.agencies import agency

information_requested = entry_kind(
    label="Information asked for",
    sentence=(
        either(
            "{from} asked {to} for information",
            "{from} asked for information",
            "a request to {to} for information",
            "information was asked for",
        ),
        ": “{what}”",
    ),
    redaction=("informant", "third_party"),
    details={
        "from": agency(ask="Which agency asked?", label="Asked by"),
        "to": agency(ask="Which agency was asked?", label="Asked of"),
        "what": prose(ask="What was asked?"),
    },
)
