"""A constable took a child into police protection, or it ended (Children Act 1989, section 46)."""

from kith.grammar.entry_kinds import by, entry_kind, one_of
from kith.rulebook.england.shared_details import started_or

# A power of the constable's own: no court is asked, so it is no legal step, and it begins enquiries under section 47.
police_protection = entry_kind(
    label="Police protection",
    sentence=(
        by(
            "stage",
            {
                "started": by(
                    "manner",
                    {
                        "taken": "a constable took the child into police protection, and somewhere safe",
                        "kept": "a constable took the child into police protection, to stay where the child was",
                    },
                    unknown="a constable took the child into police protection",
                ),
                "ended": "police protection ended",
            },
            unknown="police protection",
        ),
        by(
            "followed_by",
            {
                "home": "; the child went home",
                "relatives": "; the child went to relatives",
                "looked_after": "; the child is looked after by the authority",
                "court_order": "; a court’s order followed",
            },
        ),
    ),
    details={
        "stage": started_or("ended"),
        "manner": one_of(
            *("taken", "kept"),
            ask="Was the child taken somewhere, or kept where they were?",
            words={"taken": "taken somewhere safe", "kept": "kept where the child was"},
        ),
        "followed_by": one_of(
            *("home", "relatives", "looked_after", "court_order"),
            ask="What followed when it ended?",
            unchecked=True,
            words={
                "relatives": "to relatives",
                "looked_after": "looked after by the authority",
                "court_order": "a court’s order",
            },
        ),
    },
)
