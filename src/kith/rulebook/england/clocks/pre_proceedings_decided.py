"""Pre-proceedings end in a decision within 16 weeks: to step down, or to go to court."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import care_proceedings_begun, child_died, pre_proceedings_begun

pre_proceedings_decided = clock(
    starts=pre_proceedings_begun,
    due=days(112),
    stops=where("legal_step", legal_action="pre_proceedings", outcome=one_of("ended", "withdrawn"))
    | care_proceedings_begun,
    ends=child_died,
    asks="Decide whether pre-proceedings for {child} end or go to court",
    owner="legal_gateway_chair",
    cited="Practice under the Public Law Outline: up to 16 weeks, in some areas 12 (a judge’s practice guide, read in summary).",
    steps=("legal_planning",),
    in_force_from="2014-04-22",
)
