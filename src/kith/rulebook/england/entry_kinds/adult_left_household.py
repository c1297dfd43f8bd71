"""An adult moved out, or stopped being around."""

from kith.grammar.entry_kinds import by, either, entry_kind, person, truth

adult_left_household = entry_kind(
    label="An adult left",
    sentence=(
        by(
            "lives_there",
            {
                True: either("{who} moved out of the child’s home", "an adult moved out of the child’s home"),
                False: either(
                    "{who} is no longer around the child, living elsewhere",
                    "an adult is no longer around the child, living elsewhere",
                ),
            },
            unknown=either("{who} left the household", "an adult left the household"),
        ),
        by("checks_done", {True: "; checks were made", False: "; no checks have been made"}),
    ),
    details={
        "who": person(ask="Which adult?"),
        "lives_there": truth(ask="Did they live there, rather than stay or visit?"),
        "checks_done": truth(ask="Have police and social care checks been made on them?"),
    },
)
