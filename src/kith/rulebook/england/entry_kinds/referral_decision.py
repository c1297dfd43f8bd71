"""It was decided what to do about a contact or referral."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose
from kith.rulebook.england.contacts import CLOSING_REASONS, OUTCOMES, REFERRER_SPOKEN_TO

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
        by(
            "closing_reason",
            {
                "no_evidence_found": "; no evidence was found, after looking",
                "below_threshold": "; below the area’s threshold",
                "known_to_social_care": "; social care was said to be working with the child",
                "passed_to_another_area": "; passed to another area",
            },
        ),
        "; the reason given: “{reason}”",
        by(
            "referrer_spoken_to",
            {
                "tried": "; whoever told could not be reached",
                "impossible": "; whoever told could not be spoken to",
            },
        ),
        by("images", {"not_seen": "; the pictures were not seen before it"}),
        "; decided all the same, because “{despite}”",
    ),
    details={
        "outcome": one_of(
            *OUTCOMES,
            ask="What was decided?",
        ),
        "reason": prose(ask="Why?"),
        "closing_reason": one_of(
            *CLOSING_REASONS,
            ask="On what ground was it closed?",
        ),
        "referrer_spoken_to": one_of(
            *REFERRER_SPOKEN_TO,
            ask="Was whoever told spoken to?",
            label="Whoever told was spoken to",
        ),
        "images": one_of(
            *("none", "seen", "not_seen"), ask="Were the pictures seen before the decision?", label="Pictures"
        ),
        "despite": prose(
            ask="Why was it decided, although something speaks against it?", label="Decided all the same"
        ),
        "by_role": prose(ask="Who decided, in what role?", label="Decided by", gives_away=()),
    },
)
