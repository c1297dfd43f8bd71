"""The child is seen within five working days of a referral that is to be assessed, and the same day where it is urgent."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import assessment_begun, assessment_over

child_first_seen_in_assessment = clock(
    starts=assessment_begun,
    due=working_days(5),
    stops=where("visit", said_by="childrens_social_care", seen=True)
    | where("visit", said_by="childrens_social_care", seen_alone=True)
    | where("child_seen", said_by="childrens_social_care"),
    ends=assessment_over,
    asks="See {child} for the assessment",
    owner="team_manager",
    cited="Local procedures, commonly the same day, 5 or 10 working days; no national figure [GK]. 5 is ours to begin with [P].",
    local=True,
    steps=("see_child_alone",),
    in_force_from="2013-04-15",
)
