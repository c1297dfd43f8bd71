"""The front door took up what it was told: from here on somebody there owes a decision."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose
from kith.rulebook.england.contacts import COMES_BACK

# Not a worry: the worry is the entry that it answers, which is counted once.
contact_opened = entry_kind(
    label="Contact opened",
    sentence=(
        by(
            "because",
            {
                "told": "the front door took up what it was told",
                "known_to_social_care": "a closing on “known to social care” came back to the front door",
                "information_outstanding": "a closing with information outstanding came back to the front door",
                "images_not_seen": "a decision made before the pictures were seen came back to the front door",
                "manager_disagrees": "a manager did not agree with a decision: somebody else looks again",
                "answer_came": "an answer came after a decision: somebody looks again",
                "family_help_not_taken": "nobody took the family on for family help: somebody looks again",
                "relied_on_social_care": "the front door took up a closing that relied on social care",
                "closed_unanswered": "the front door took up a closing made before an answer came",
                "sender_disagrees": "whoever told did not agree with a decision: somebody else looks again",
            },
            unknown="a contact was opened at the front door",
        ),
        "; to decide: {owner}",
    ),
    details={
        "because": one_of(
            *("told", *COMES_BACK),
            ask="Why was it opened?",
            gives_away=(),
        ),
        "owner": prose(ask="Who is to decide?", label="To decide", gives_away=()),
    },
    is_kiths_own=True,
)
