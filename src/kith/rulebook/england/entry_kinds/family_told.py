"""A child’s family was told what was decided, or it was decided not to tell them yet, and why."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, people, prose, truth

family_told = entry_kind(
    label="Family told",
    sentence=(
        by(
            "told",
            {
                True: "the family was told what was decided",
                False: "the family has not been told what was decided",
            },
            unknown="whether the family was told what was decided is not said",
        ),
        "; who was told: {who}",
        by(
            "not_told_because",
            {
                "danger": "; telling could put somebody in danger",
                "enquiry": "; telling could harm an enquiry",
                "court": "; a court or a law forbids it",
                "not_reached": "; they could not be reached",
            },
        ),
        ": “{what}”",
    ),
    details={
        "told": truth(ask="Was the family told?"),
        "who": people(ask="Who was told?"),
        "not_told_because": one_of(
            *("danger", "enquiry", "court", "not_reached"),
            ask="If they were not told, why not?",
            label="Not told because",
            unchecked=True,
            words={
                "danger": "it could put somebody in danger",
                "enquiry": "it could harm an enquiry",
                "court": "a court or a law forbids it",
                "not_reached": "they could not be reached",
            },
        ),
        "what": prose(ask="What were they told?"),
    },
)
