"""An injury was described; the agency did not see it."""

from kith.grammar.entry_kinds import by, either, entry_kind
from kith.rulebook.england.shared_details import ACCOUNT_WAYS, HOW_IT_LOOKED, injury

# A worry: a described injury is one as much as a seen one; bruises fade before anyone looks.
injury_reported = entry_kind(
    label="Injury reported",
    sentence=(
        either(
            by(
                "appearance",
                {"fracture": "a fracture of the {site} was described"},
                unknown="{appearance} on the {site} was described",
                otherwise="{appearance} on the {site} was described",
            ),
            "{appearance} was described",
            "an injury to the {site} was described",
            "an injury was described",
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
