"""A manager decided something."""

from kith.grammar.entry_kinds import by, entry_kind, one_of, prose, truth

management_decision = entry_kind(
    label="Management decision",
    sentence=(
        by(
            "decision",
            {
                "will_refer": "a manager decided to refer",
                "will_not_refer": "a manager decided not to refer",
                "lowered": "a manager decided on less than was proposed",
                "raised": "a manager decided on more than was proposed",
                "no_action": "a manager decided on no action",
                "action_agreed": "a manager agreed to an action",
                "return_home": "a manager decided that the child may go home",
            },
            unknown="a manager decided",
        ),
        by(
            "overrides_practitioner",
            {
                True: ", against the practitioner’s view",
                False: ", as the practitioner proposed",
            },
        ),
        ": “{text}”",
    ),
    details={
        "decision": one_of(
            *(
                "will_refer",
                "will_not_refer",
                "lowered",
                "raised",
                "no_action",
                "action_agreed",
                "return_home",
            ),
            ask="What was decided?",
            words={
                "lowered": "less than was proposed",
                "raised": "more than was proposed",
                "return_home": "the child may go home",
            },
        ),
        "overrides_practitioner": truth(ask="Is it against the practitioner’s view?"),
        "text": prose(ask="In a sentence, what was decided and why?", label="In words"),
    },
)
