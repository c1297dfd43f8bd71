"""A child and family assessment is complete within 45 working days of the referral: a maximum, never a target."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import child_died

# An assessment that was begun without a recorded decision runs from its beginning, so that it is not timed by nobody.
assessment_complete = clock(
    starts=where("referral_decision", outcome=one_of("assessment", "strategy_discussion"))
    | where("assessment", said_by="childrens_social_care", stage="started"),
    due=working_days(45),
    stops=where("assessment", said_by="childrens_social_care", stage="completed"),
    ends=where("closed", said_by="childrens_social_care") | child_died,
    asks="Finish the assessment of {child}",
    owner="team_manager",
    cited=(
        "Working Together to Safeguard Children, 2013 and later editions: no longer than 45 working days from the "
        "referral (read in summary); rule 8670Q of the children in need census counts the same. Day of coming into force [GK]."
    ),
    steps=("manager_review",),
    in_force_from="2013-04-15",
)
