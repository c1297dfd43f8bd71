"""One agency told another what it knows."""

from kith.grammar.entry_kinds import by, either, entry_kind, one_of, prose
from kith.rulebook.england.agencies import agency
from kith.rulebook.england.contacts import MAY_BE_TOLD, NOT_SHARED

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
        "; why it matters: “{relevance}”",
        by(
            "not_shared",
            {
                "not_held": "; nothing is held",
                "not_relevant": "; not told: not relevant to what is asked for",
                "more_detrimental": "; not told: it would harm the child more than not telling",
                "legal_bar": "; not told: a law or a court forbids it",
            },
        ),
        by(
            "parents_may_be_told",
            {
                "yes": "; the parents may be told",
                "no": "; the parents must not be told",
                "ask": "; ask before the parents are told",
            },
        ),
    ),
    redaction=("informant", "third_party"),
    details={
        "from": agency(ask="Which agency told?", label="From"),
        "to": agency(ask="Which agency was told?", label="To"),
        "what": prose(ask="What was told?"),
        "relevance": prose(ask="Why does it matter here?", label="Why it matters"),
        "parents_may_be_told": one_of(
            *MAY_BE_TOLD, ask="May it be told to the parents?", label="May be told to the parents"
        ),
        "not_shared": one_of(
            *NOT_SHARED,
            ask="Why was it not told?",
            label="Not told because",
        ),
    },
)
