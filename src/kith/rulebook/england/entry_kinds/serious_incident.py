"""A step after a child died, or came to serious harm that may be from abuse or neglect."""

from kith.grammar.entry_kinds import by, entry_kind, one_of

# What happened to the child is told by other entries, a death among them; this is what the partners did about learning from it.
STEPS = {
    "known": "the authority came to know of a serious incident",
    "panel_told": "the national panel was told of a serious incident",
    "ministers_told": "the Secretary of State and Ofsted were told of the death of a looked-after child",
    "rapid_review": "the rapid review of a serious incident was finished",
    "review_decided": "a local child safeguarding practice review was decided on",
    "no_review": "it was decided that no local child safeguarding practice review is needed",
    "review_published": "a local child safeguarding practice review was published",
    "joint_response": "the agencies held the first discussion of a joint agency response",
    "death_review_told": "the child death review partners were told of a death",
}

serious_incident = entry_kind(
    label="Serious incident",
    sentence=(by("step", STEPS, unknown="a step after a serious incident"),),
    details={
        "step": one_of(
            *STEPS,
            ask="What was done?",
            words={
                "known": "the authority came to know",
                "panel_told": "national panel told",
                "ministers_told": "Secretary of State and Ofsted told",
                "rapid_review": "rapid review finished",
                "review_decided": "a review decided on",
                "no_review": "no review needed",
                "review_published": "review published",
                "joint_response": "first discussion of a joint agency response",
                "death_review_told": "child death review partners told",
            },
        ),
    },
)
