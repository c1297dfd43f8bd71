"""In a discussion one named person was asked to do something by a day."""

from kith.grammar.entry_kinds import by, day, either, entry_kind, one_of, prose

action_agreed = entry_kind(
    label="Action agreed",
    sentence=(
        either("agreed: “{what}”", "an action was agreed"),
        "; who: {who}",
        "; by {due}",
        by(
            "answer",
            {
                "accepted": "; they said yes",
                "declined": "; they said no",
                "not_answered": "; they had not answered",
            },
        ),
    ),
    is_kiths_own=True,
    details={
        "what": prose(ask="What is to be done?"),
        "who": prose(ask="Who does it?", label="Who", gives_away=()),
        "due": day(ask="By which day?", label="By"),
        "answer": one_of(
            *("accepted", "declined", "not_answered"),
            ask="What did they say?",
            words={"accepted": "said yes", "declined": "said no", "not_answered": "had not answered"},
        ),
    },
)
