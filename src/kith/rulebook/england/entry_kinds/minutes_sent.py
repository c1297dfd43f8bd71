"""The minutes of a meeting, or what it decided, were sent to those who should have them."""

from kith.grammar.entry_kinds import by, either, entry_kind, having, one_of
from kith.rulebook.england.agencies import agencies

minutes_sent = entry_kind(
    label="Minutes sent",
    sentence=(
        by(
            "what",
            {
                "decision": either(
                    "what {meeting} decided was sent out", "what a meeting decided was sent out"
                ),
                "minutes": either(
                    "the minutes of {meeting} were sent out", "the minutes of a meeting were sent out"
                ),
            },
            unknown=either("word of {meeting} was sent out", "word of a meeting was sent out"),
        ),
        "; to: {to}",
    ),
    routine_when=(having(),),
    details={
        "meeting": one_of(
            *("strategy_discussion", "conference", "core_group", "looked_after_review", "other"),
            ask="Of which meeting?",
            unchecked=True,
            words={
                "strategy_discussion": "a strategy discussion",
                "conference": "a child protection conference",
                "core_group": "a core group",
                "looked_after_review": "a looked-after child’s review",
                "other": "another meeting",
            },
        ),
        "what": one_of(
            *("decision", "minutes"),
            ask="What was sent?",
            words={"decision": "the decision", "minutes": "the minutes"},
        ),
        "to": agencies(ask="To which agencies?", label="To"),
    },
)
