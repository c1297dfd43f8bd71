"""What came of something that somebody had been asked to do in a discussion."""

from kith.grammar.entry_kinds import by, either, entry_kind, one_of, prose

action_ended = entry_kind(
    label="Action ended",
    sentence=(
        by(
            "ended",
            {
                "done": either("done: “{what}”", "an agreed action was done"),
                "not_done": either("not done: “{what}”", "an agreed action was not done"),
            },
            unknown=either("an agreed action ended: “{what}”", "an agreed action ended"),
        ),
        "; what came of it: “{result}”",
    ),
    is_kiths_own=True,
    details={
        "what": prose(ask="What was to be done?"),
        "ended": one_of(*("done", "not_done"), ask="Was it done?", words={"not_done": "not done"}),
        "result": prose(ask="What came of it?", label="What came of it"),
    },
)
