"""It was decided what to do about a contact or referral."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose

referral_decision = entry_kind(
    label="Referral decision",
    sentence=(
        by(
            "outcome",
            {
                "no_further_action": "referral decision: no further action",
                "advice": "referral decision: advice was given",
                "early_help": "referral decision: early help is offered",
                "assessment": "referral decision: an assessment",
                "strategy_discussion": "referral decision: a strategy discussion",
            },
            unknown="a referral was decided",
        ),
        "({by_role})",
        "; the reason given: “{reason}”",
    ),
    details={
        "outcome": one_of(
            *("no_further_action", "advice", "early_help", "assessment", "strategy_discussion"),
            ask="What was decided?",
        ),
        "reason": prose(ask="Why?"),
        "by_role": prose(ask="Who decided, in what role?", label="Decided by", gives_away=()),
    },
)
