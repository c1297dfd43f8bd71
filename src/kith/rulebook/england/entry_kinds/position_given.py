"""An agency gave its position on a joint decision."""

from kith.grammar.entry_kinds import by, either, entry_kind, having, key, one_of, prose
from kith.rulebook.england.shared_details import step

position_given = entry_kind(
    label="Position given",
    sentence=(
        by(
            "position",
            {
                "agree": either("{said_by} agreed", "an agency agreed"),
                "agree_in_part": either("{said_by} agreed in part", "an agency agreed in part"),
                "disagree": either("{said_by} disagreed", "an agency disagreed"),
                "cannot_say": either(
                    "{said_by} cannot yet take a position", "an agency cannot yet take a position"
                ),
            },
            unknown=either("{said_by} gave their position", "an agency gave its position"),
        ),
        "on {step}",
        "; the reason given: “{reason}”",
    ),
    is_kiths_own=True,
    routine_when=(having(position="agree"),),
    details={
        "position": one_of(
            *("agree", "agree_in_part", "disagree", "cannot_say"),
            ask="What is your agency’s position?",
            unchecked=True,
            words={"cannot_say": "cannot say yet"},
        ),
        "step": step("On what?"),
        "decision": key(ask="Which decision?"),
        "reason": prose(ask="Why?"),
    },
)
