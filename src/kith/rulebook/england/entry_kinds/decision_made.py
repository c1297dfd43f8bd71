"""A joint decision was made, with reasons."""

from kith.grammar.entry_kinds import by, either, entry_kind, key, one_of, prose
from kith.rulebook.england.agencies import agencies
from kith.rulebook.england.shared_details import step

decision_made = entry_kind(
    label="Decision made",
    sentence=(
        by(
            "outcome",
            {
                "yes": either("it was decided: yes to {step}", "it was decided: yes"),
                "no": either("it was decided: no to {step}", "it was decided: no"),
                "something_else": either(
                    "it was decided: something other than {step}", "it was decided: something else"
                ),
                "put_off": either("a decision on {step} was put off", "a decision was put off"),
            },
            unknown=either("a decision on {step} was made", "a decision was made"),
        ),
        "; the reason given: “{reason}”",
        "; the most protective thing considered: “{most_protective}”",
        "; decided though not enough were there, because “{without_quorum_because}”",
        "; dissent from {dissenting}",
        "; asked and not heard: {absent}",
    ),
    is_kiths_own=True,
    details={
        "outcome": one_of("yes", "no", "something_else", "put_off", ask="What was decided?", unchecked=True),
        "step": step("On what?"),
        "decision": key(ask="Which decision?"),
        "reason": prose(ask="Why?"),
        "most_protective": prose(
            ask="What was the most protective thing that you considered, and why or why not?",
            label="Most protective thing considered",
        ),
        "without_quorum_because": prose(
            ask="Why is it decided though not enough are there?", label="Decided without enough there"
        ),
        "dissenting": agencies(ask="Which agencies dissented?"),
        "absent": agencies(ask="Which agencies were asked and gave no position?", label="Not heard"),
    },
)
