"""On a plan or in an enquiry, and not seen alone on two visits."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.questions import state_open
from kith.grammar.selections import where
from kith.rulebook.england.practice import plan_ended, plan_started, seen_alone

not_alone = where("visit", seen_alone=False) | where("visit", seen=False)
enquiry = state_open(
    where("section_47_enquiry", stage="started"), where("section_47_enquiry", stage="completed")
)


@pattern(
    prompts="see_child_alone",
    owner="team_manager",
    because="The child is on a child protection plan or in an enquiry, and was not seen alone on two or more visits.",
    asks="Who will see {child} alone, and where can {child} speak freely?",
    wrong_if="It would be wrong if the child was seen alone and it was not written down, or is a baby who was handled, undressed and weighed.",
    cited="Local procedures, commonly every 10 working days [GK]; two visits is [P]",
    catalogue="P8",
    in_force_from="2026-04-01",
    questions=not_alone,
)
def not_alone_on_a_plan():
    return (state_open(plan_started, plan_ended) | enquiry) & (
        not_alone.since(seen_alone | plan_started).in_the_last(days(60)).count_entries() >= 2
    )
