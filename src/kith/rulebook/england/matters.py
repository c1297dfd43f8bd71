"""Matters that several clocks time: when they begin, what was done, and when they are over."""

from kith.grammar.selections import Selection, one_of, unknown, where

SOCIAL_CARE = "childrens_social_care"
# A death of which nobody said whose it is ends nothing.
child_died = where("death", who_died="child")
social_care_closed = where("closed", said_by=SOCIAL_CARE)

# Assessments.
assessment_begun = where("referral_decision", outcome=one_of("assessment", "strategy_discussion")) | where(
    "assessment", said_by=SOCIAL_CARE, stage="started"
)
assessment_over = (
    where("assessment", said_by=SOCIAL_CARE, stage="completed") | social_care_closed | child_died
)
child_in_need_plan_over = (
    where("plan", plan_type="child_in_need", stage="ended")
    | where("plan", plan_type="child_protection", stage="started")
    | social_care_closed
    | child_died
)

# Courts. An order of which nobody said that it was granted starts what it limits, and never ends what it would replace.
emergency_order_or_interim_care = where(
    "legal_step",
    legal_action="order",
    order=one_of("emergency_protection", "interim_care", "care"),
    outcome="granted",
)
interim_care_granted = where(
    "legal_step",
    legal_action="order",
    order=one_of("interim_care", "interim_supervision", "care", "supervision"),
    outcome="granted",
)
what_follows_an_emergency_order = interim_care_granted | where(
    "legal_step", legal_action="order", order="emergency_protection_extension", outcome="granted"
)
care_proceedings_begun = where(
    "legal_step", legal_action="application", order=one_of("care", "supervision"), outcome="applied"
) | where("legal_step", legal_action="application", order=one_of("care", "supervision"), outcome=unknown)
pre_proceedings_begun = where(
    "legal_step", legal_action="pre_proceedings", outcome=one_of("threshold_met", "granted")
) | where("legal_step", legal_action="pre_proceedings", outcome=unknown)
pre_proceedings_over = (
    where(
        "legal_step",
        legal_action="pre_proceedings",
        outcome=one_of("ended", "withdrawn", "not_met", "refused"),
    )
    | care_proceedings_begun
    | child_died
)

# Children looked after. A child who went from parents to foster carers or a home is, whoever forgot to say so.
IN_CARE = one_of("foster_care", "residential_care")
became_looked_after = where("looked_after", step="started") | where(
    "placement_change", to=IN_CARE, **{"from": one_of("mother", "father", "parents")}
)
placed = where("looked_after", step="placed") | where("placement_change", to=IN_CARE)
no_longer_looked_after = where("looked_after", step="ended") | child_died
health_assessments = where("looked_after", step=one_of("health_assessment", "health_assessment_under_five"))

# Visits. That a child was seen alone says that they were seen.
BY_SOCIAL_CARE = (SOCIAL_CARE, "out_of_area_social_care")
seen_by_social_care: Selection = where("visit", said_by=BY_SOCIAL_CARE, seen=True) | where(
    "visit", said_by=BY_SOCIAL_CARE, seen_alone=True
)
# The officer speaks to the child alone, unless that is inappropriate: for a carer who stayed it is not.
seen_in_private_fostering = where(
    "visit", said_by=BY_SOCIAL_CARE, purpose="private_fostering", seen_alone=True
) | where(
    "visit",
    said_by=BY_SOCIAL_CARE,
    purpose="private_fostering",
    seen=True,
    reason_not_alone=one_of("child_asked", "too_young"),
)
private_fostering_over = where("private_fostering", step="ended") | child_died
