"""Assessed more than once, each time ending in no further action, and a worry stands."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import where
from kith.rulebook.england.practice import unsettled_worries

closed_assessments = where("assessment", stage="completed", outcome="no_further_action")


@pattern(
    prompts="independent_review",
    owner="independent_reviewer",
    because="Two or more assessments in 12 months ended in no further action, and a worry from that time has not been settled.",
    asks="Will someone who made neither assessment read both for {child} and say what was missed, if anything?",
    wrong_if="It would be wrong if the assessments were about different worries, each answered.",
    cited="Local procedures name repeated assessments with continuing concern as a trigger (Knowsley); 12 months is [P]",
    catalogue="F",
    in_force_from="2026-04-01",
    questions=closed_assessments,
)
def assessed_again_and_closed():
    return (closed_assessments.in_the_last(days(365)).count() >= 2) & unsettled_worries.in_the_last(
        days(365)
    ).exist()
