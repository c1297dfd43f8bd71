"""Somebody opened a picture, film or recording that had been supplied."""

from kith.grammar.entry_kinds import either, entry_kind, one_of, prose

image_viewed = entry_kind(
    label="Picture viewed",
    sentence=(either("a picture of “{of}” was opened", "a supplied picture was opened"), "by {by_role}"),
    redaction=("informant", "third_party"),
    details={
        "of": prose(ask="What does it show?", label="Of"),
        "by_role": one_of(
            *(
                "decision_maker",
                "social_worker",
                "manager",
                "police_officer",
                "paediatrician",
                "other_practitioner",
            ),
            ask="In what role did they open it?",
            label="Viewed by",
            unchecked=True,
            words={
                "decision_maker": "the person who decides",
                "social_worker": "a social worker",
                "manager": "a manager",
                "police_officer": "a police officer",
                "paediatrician": "a paediatrician",
                "other_practitioner": "another practitioner",
            },
        ),
    },
)
