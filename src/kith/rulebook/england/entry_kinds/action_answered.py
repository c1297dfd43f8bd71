"""An agency answered a request to do something."""

from kith.grammar.entry_kinds import by, either, entry_kind, one_of, prose
from kith.rulebook.england.contacts import ACTIONS_AS_THINGS

action_answered = entry_kind(
    label="Action answered",
    sentence=(
        by(
            "answer",
            {
                "agreed": either("agreed to {action}", "agreed to act"),
                "declined": either("declined {action}", "declined to act"),
                "no_capacity": either("had nobody free for {action}", "had nobody free to act"),
            },
            unknown=either("answered a request for {action}", "answered a request to act"),
        ),
        "({by_role})",
        "; the reason given: “{reason}”",
    ),
    details={
        "action": one_of(
            *ACTIONS_AS_THINGS,
            ask="What had been asked for?",
            words=ACTIONS_AS_THINGS,
        ),
        "answer": one_of(
            *("agreed", "declined", "no_capacity"),
            ask="What was the answer?",
            words={"no_capacity": "nobody was free"},
        ),
        "reason": prose(ask="What reason was given?"),
        "by_role": prose(ask="Who answered, in what role?", label="Answered by", gives_away=()),
    },
)
