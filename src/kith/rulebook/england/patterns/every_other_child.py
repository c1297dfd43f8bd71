"""A weighty worry about one child of the household, and another child there was neither seen nor decided for."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import one_of, where
from kith.rulebook.england.practice import protective_enquiry, seen

weighty = where("injury_seen", "injury_reported", "disclosure") | where(
    "contact_received", nature=one_of("physical", "sexual", "neglect")
)
decided = (
    seen
    | protective_enquiry
    | where("referral_decision", "assessment", "conference", "plan", "worry_settled")
)


@pattern(
    prompts="see_child_alone",
    owner="team_manager",
    because="There is a worry of harm about another child of the household, and nobody has seen this child or decided for this child since.",
    asks="Who will see {child}, who lives with or visits the child whom the worry is about?",
    wrong_if="It would be wrong if this child was seen, or a decision with reasons was made, and it has not reached Kith; or if this child does not live there or visit.",
    cited="Working Together 2023 on every child of the household; ten days is [P]",
    catalogue="K",
    in_force_from="2026-04-01",
)
def every_other_child():
    return (
        weighty.about_another_child().not_followed_by(decided, within=days(10)).in_the_last(days(60)).exist()
    )
