"""The first pre-proceedings meeting is held within seven days of the letter before proceedings."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import where
from kith.rulebook.england.matters import pre_proceedings_over

first_pre_proceedings_meeting = clock(
    starts=where("legal_step", legal_action="letter"),
    due=days(7),
    stops=where("legal_step", legal_action="pre_proceedings_meeting"),
    ends=pre_proceedings_over,
    asks="Meet {child}’s parents and their lawyers",
    owner="legal_gateway_chair",
    cited="Local practice, about seven days (a solicitors’ summary); no national figure. Ours to begin with [P].",
    local=True,
    steps=("legal_planning",),
    in_force_from="2014-04-22",
)
