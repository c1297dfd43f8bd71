"""The letter before proceedings is sent within five working days of the decision to enter pre-proceedings."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import pre_proceedings_begun, pre_proceedings_over

letter_before_proceedings_sent = clock(
    starts=pre_proceedings_begun,
    due=working_days(5),
    stops=where("legal_step", legal_action="letter"),
    ends=pre_proceedings_over,
    asks="Send the letter before proceedings about {child}",
    owner="legal_gateway_chair",
    cited="Local practice, about five working days (a solicitors’ summary); no national figure. Ours to begin with [P].",
    local=True,
    steps=("legal_planning",),
    in_force_from="2014-04-22",
)
