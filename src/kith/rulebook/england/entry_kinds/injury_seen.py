"""A professional saw an injury."""

from kith.grammar.entry_kinds import by, either, entry_kind
from kith.rulebook.england.shared_details import ACCOUNT_WAYS, HOW_IT_LOOKED, injury

# A worry: an injury is one until it is settled; an account given with it settles nothing.
injury_seen = entry_kind(
    label="Injury seen",
    sentence=(
        either(
            by(
                "appearance",
                {"fracture": "a fracture of the {site} was seen"},
                unknown="{appearance} on the {site} was seen",
                otherwise="{appearance} on the {site} was seen",
            ),
            "{appearance} was seen",
            "an injury to the {site} was seen",
            "an injury was seen",
        ),
        *HOW_IT_LOOKED,
        by("carer_account", ACCOUNT_WAYS),
        either(
            "; {explained_by} said: “{explanation_text}”",
            "; explained as “{explanation_text}”",
            "; {explained_by} explained it",
        ),
        by(
            "child_asked_alone",
            {True: "; the child was asked about it alone", False: "; the child was not asked about it alone"},
        ),
        by("child_mobile", {True: "; the child can move about", False: "; the child cannot yet move about"}),
        by("delay_in_seeking_help", {True: "; help was sought late"}),
    ),
    is_a_worry=True,
    details=injury(),
)
