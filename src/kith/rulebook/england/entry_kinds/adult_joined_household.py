"""An adult moved in with a child, or began to be around."""

from kith.grammar.entry_kinds import by, either, entry_kind, person, truth

adult_joined_household = entry_kind(
    label="An adult joined",
    sentence=(
        by(
            "lives_there",
            {
                True: either("{who} moved in with the child", "an adult moved in with the child"),
                False: either(
                    "{who} is around the child, living elsewhere",
                    "an adult is around the child, living elsewhere",
                ),
            },
            unknown=either("{who} joined the household", "an adult joined the household"),
        ),
        by("checks_done", {True: "; checks were made", False: "; no checks have been made"}),
    ),
    details={
        "who": person(ask="Which adult?"),
        "lives_there": truth(ask="Do they live there, rather than stay or visit?"),
        "checks_done": truth(ask="Have police and social care checks been made on them?"),
    },
)
