"""The child took back what they had said."""

from kith.grammar.entry_kinds import by, either, entry_kind, prose, truth
from kith.rulebook.england.shared_details import nature, others_present

# Not a worry of its own, and it settles none: what was told first still waits for an answer.
retraction = entry_kind(
    label="The child took it back",
    sentence=(
        either(
            by(
                "nature",
                {"welfare": "the child took back what they had told about their welfare"},
                unknown="the child took back what they had told of {nature}",
                otherwise="the child took back what they had told of {nature}",
            ),
            "the child took back what they had told",
        ),
        "to {to_whom}",
        by("carer_present", {True: ", with a carer in the room", False: ", with no carer in the room"}),
        "; present: {others_present}",
    ),
    details={
        "to_whom": prose(ask="To whom did the child take it back?", label="To"),
        "nature": nature(ask="What sort of harm had the child told of?"),
        "carer_present": truth(ask="Was a parent or carer in the room?"),
        "others_present": others_present(),
    },
)
