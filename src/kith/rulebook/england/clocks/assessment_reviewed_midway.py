"""A manager looks at an assessment within ten working days of its beginning, so that a month is not lost before anybody notices."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import assessment_begun, assessment_over

assessment_reviewed_midway = clock(
    starts=assessment_begun,
    due=working_days(10),
    stops=where("supervision", said_by="childrens_social_care")
    | where("management_decision", said_by="childrens_social_care"),
    ends=assessment_over,
    asks="Look at how the assessment of {child} is going",
    owner="service_manager",
    cited="Local procedures, commonly at 10 and at 20 working days; no national figure [GK].",
    local=True,
    steps=("manager_review",),
    in_force_from="2013-04-15",
)
