"""Somebody saw the child other than on a visit."""

from kith.grammar.entry_kinds import by, either, entry_kind, having, prose, truth, unknown
from kith.rulebook.england.shared_details import others_present

child_seen = entry_kind(
    label="Child seen",
    sentence=(
        either("the child was seen ({where})", "the child was seen"),
        by("seen_alone", {True: ", alone", False: ", not alone"}, unknown="; whether alone is not said"),
        "; present: {others_present}",
    ),
    routine_when=(having(seen_alone=True), having(seen_alone=unknown)),
    details={
        "seen_alone": truth(ask="Was the child seen alone?"),
        "others_present": others_present(),
        "where": prose(ask="Where was the child seen?", label="Where"),
    },
)
