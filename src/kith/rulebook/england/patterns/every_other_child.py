"""A weighty worry about one child of the household, and another child there was neither seen nor decided for."""

from kith.grammar.durations import days
from kith.grammar.patterns import pattern
from kith.grammar.selections import one_of, unknown, where
from kith.rulebook.england.practice import (
    doubtful_injuries,
    injuries_in_telling_places,
    injury_settled,
    protective_enquiry,
    seen,
)

# A grazed knee says nothing about a brother or sister.
weighty = (
    doubtful_injuries
    | injuries_in_telling_places
    | where("disclosure", nature=one_of("physical", "sexual", "neglect"))
    | where("disclosure", nature=unknown)
    | where("contact_received", nature=one_of("physical", "sexual", "neglect"))
)
about_the_other = weighty.not_followed_by(injury_settled, relation="settles").about_another_child()
decided = (
    seen
    | protective_enquiry
    | where("referral_decision", "assessment", "conference", "plan", "worry_settled")
)
forgotten = about_the_other.not_followed_by(decided).not_followed_by(decided, within=days(10))

WORDS = {
    weighty: ("a worry of harm", "worries of harm"),
    decided: (
        "a sight of this child or a decision about this child",
        "sights of or decisions about this child",
    ),
}


@pattern(
    prompts="see_child_alone",
    owner="team_manager",
    because="There is a worry of harm about another child of the household that nothing has settled, and in ten days nobody has seen this child or decided for this child.",
    asks="Who will see {child}, who lives with or visits the child whom the worry is about?",
    wrong_if="It would be wrong if this child was seen, or a decision with reasons was made, and it has not reached Kith; or if this child does not live there or visit.",
    cited="Working Together 2023 on every child of the household; ten days is [P]",
    catalogue="K",
    in_force_from="2026-04-01",
)
def every_other_child():
    return forgotten.in_the_last(days(60)).exist()
