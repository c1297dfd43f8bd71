"""The child said or showed that something had been done to them."""

from kith.grammar.entry_kinds import by, either, entry_kind, prose, truth
from kith.rulebook.england.shared_details import nature, others_present

# A worry: the child’s own words stand until something independent settles them.
disclosure = entry_kind(
    label="The child told",
    sentence=(
        either(
            by(
                "nature",
                {"welfare": "the child told of something about their welfare"},
                unknown="the child told of {nature}",
                otherwise="the child told of {nature}",
            ),
            "the child told of harm, or showed it",
        ),
        "to {to_whom}",
        by("carer_present", {True: ", with a carer in the room", False: ", with no carer in the room"}),
        "; present: {others_present}",
    ),
    is_a_worry=True,
    details={
        "to_whom": prose(ask="Whom did the child tell?", label="To"),
        "nature": nature(ask="What sort of harm did the child speak of or show?"),
        "carer_present": truth(ask="Was a parent or carer in the room?"),
        "others_present": others_present(),
    },
)
