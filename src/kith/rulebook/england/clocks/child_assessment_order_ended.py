"""A child assessment order lasts for at most seven days, beginning with the day by which the assessment is to begin."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import unknown, where
from kith.rulebook.england.matters import child_died, emergency_order_or_interim_care, social_care_closed

child_assessment_order_ended = clock(
    starts=where("legal_step", order="child_assessment", legal_action="order", outcome="granted")
    | where("legal_step", order="child_assessment", legal_action="order", outcome=unknown),
    due=days(7),
    first_day_counts=True,
    stops=where("legal_step", order="child_assessment", outcome="ended"),
    ends=emergency_order_or_interim_care | social_care_closed | child_died,
    asks="Finish what the child assessment order for {child} allows",
    owner="legal_gateway_chair",
    cited="Children Act 1989, section 43(5): not exceeding seven days beginning with the day by which the assessment is to begin.",
    steps=("legal_planning",),
    in_force_from="1991-10-14",
)
