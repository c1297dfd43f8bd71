"""Help was offered and not taken up, avoided or withdrawn from."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose

non_engagement = entry_kind(
    label="Help not taken up",
    sentence=(
        by(
            "manner",
            {
                "refused": "help was offered and turned down",
                "avoided": "help was offered and avoided",
                "withdrawn": "the family withdrew from help",
                "hostility": "help was offered and met with hostility",
            },
            unknown="help was offered and not taken up",
        ),
        "; on offer: “{offered}”",
        "; done to make it possible: “{made_possible_by}”",
    ),
    details={
        "manner": one_of(
            *("refused", "avoided", "withdrawn", "hostility"),
            ask="In what way was it not taken up?",
            unchecked=True,
            words={
                "refused": "turned down",
                "withdrawn": "withdrawn from",
                "hostility": "met with hostility",
            },
        ),
        "offered": prose(ask="What was offered?"),
        "made_possible_by": prose(ask="What was done to make it possible to take it up?"),
    },
)
