"""The core group of a child protection plan met."""

from kith.grammar.entry_kinds import entry_kind, having
from kith.rulebook.england.shared_details import absent, attended

core_group = entry_kind(
    label="Core group",
    sentence=(
        "the core group met",
        "; there: {attended}",
        "; asked and not there: {absent}",
    ),
    routine_when=(having(absent=[]),),
    details={
        "attended": attended(),
        "absent": absent(),
    },
)
