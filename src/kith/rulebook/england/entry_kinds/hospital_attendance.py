"""The child came, or was brought, to a hospital."""

from kith.grammar.entry_kinds import by, either, entry_kind, prose, truth
from kith.rulebook.england.shared_details import delay_in_seeking_help

hospital_attendance = entry_kind(
    label="Hospital attendance",
    sentence=(
        either("the child came to hospital: “{reason}”", "the child came to hospital"),
        by("admitted", {True: "; admitted", False: "; not admitted"}),
        by(
            "delay_in_seeking_help",
            {True: "; help was sought late", False: "; help was sought without delay"},
        ),
    ),
    details={
        "reason": prose(ask="For what reason?"),
        "admitted": truth(ask="Was the child admitted?"),
        "delay_in_seeking_help": delay_in_seeking_help(),
    },
)
