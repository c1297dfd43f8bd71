"""What might be happening to a child, written down beside what speaks for it, against it, and what would tell."""

from kith.grammar.entry_kinds import either, entry_kind, prose

explanation = entry_kind(
    label="What might be happening",
    sentence=(
        either("it may be that “{what}”", "what might be happening was talked about"),
        "; for it: “{supports}”",
        "; against it: “{against}”",
        "; what would tell: “{would_tell}”",
    ),
    is_kiths_own=True,
    visible_to="decision_or_visit",
    redaction=("informant", "third_party"),
    details={
        "what": prose(ask="What might be happening?", label="It may be that"),
        "supports": prose(ask="What speaks for it?", label="For"),
        "against": prose(ask="What speaks against it?", label="Against"),
        "would_tell": prose(ask="What would tell you?", label="What would tell"),
    },
)
