"""Selections that practice has names for, shared by patterns so that each is said once."""

from kith.grammar.selections import Selection, at_least, one_of, where

WORRY_KINDS = (
    "behaviour_concern",
    "carer_concern",
    "contact_received",
    "criminality_or_risk_known",
    "development_concern",
    "disclosure",
    "domestic_abuse_incident",
    "growth_or_hunger_concern",
    "image_supplied",
    "injury_reported",
    "injury_seen",
    "missing_episode",
    "neglect_observed",
    "threat_to_worker",
)
"""The kinds that are worries; a test holds this list to the entry kinds' own ``is_a_worry``."""

SOCIAL_CARE = ("childrens_social_care", "out_of_area_social_care")
HEALTH_OPINION = ("medical_examination",)

worries = where(*WORRY_KINDS)
injuries = where("injury_seen", "injury_reported")
contacts = where("contact_received")
family_contacts = where("contact_received", voice=("family", "public", "anonymous", "child"))

# What settles a worry: entries that say so, and what is derived from an outcome. A carer's account alone does not.
settled: Selection = (
    where(
        "worry_settled",
        by=one_of("independent_opinion", "seen_alone", "evidence", "section_47_outcome", "order"),
    )
    | where("section_47_enquiry", stage="completed")
    | where("medical_examination", cause_settled=True)
    | where("legal_step", legal_action="order")
)
unsettled_worries = worries.not_followed_by(settled, relation="settles")
unsettled_injuries = injuries.not_followed_by(settled, relation="settles")

# What several agencies looked at together.
looked_at_together = where("strategy_discussion", "multi_agency_meeting", "conference")
protective_enquiry = where("strategy_discussion") | where("section_47_enquiry")

# Somebody outside the home saw the child; seen alone; spoken to or decided for.
visit_seen = where("visit", seen=True)
seen = (
    visit_seen
    | where("child_seen", "medical_examination", "hospital_attendance")
    | where("appointment", outcome="attended")
)
seen_alone = (
    where("visit", seen_alone=True)
    | where("child_seen", seen_alone=True)
    | where("worry_settled", by="seen_alone")
)
seen_with_carer = where("visit", seen=True, seen_alone=False) | where("child_seen", seen_alone=False)
examined = where("medical_examination")

# Decisions that no more would be done.
no_further_action = where("referral_decision", outcome=one_of("no_further_action", "advice")) | where(
    "assessment", stage="completed", outcome="no_further_action"
)
answered_no = where("action_answered", answer=one_of("declined", "no_capacity"))
overruled = (
    where("management_decision", decision=one_of("lowered", "will_not_refer", "no_action"))
    | where("management_decision", overrides_practitioner=True)
    | answered_no
)

# Work that is open.
plan_started = where("plan", stage="started", plan_type="child_protection")
plan_ended = where("plan", stage="ended", plan_type="child_protection") | where(
    "conference", outcome="plan_ends"
)
social_care_started = (
    where("assessment", stage="started")
    | where("referral_decision", outcome=one_of("assessment", "strategy_discussion"))
    | where("plan", stage="started")
    | where("strategy_discussion")
)
social_care_ended = (
    where("assessment", stage="completed", outcome="no_further_action")
    | where("closed", said_by=SOCIAL_CARE)
    | where("plan", stage="ended")
)

visits_kept_out = where("visit", outcome=one_of("refused", "no_reply", "cancelled_by_carer", "restricted"))
incidents = where("domestic_abuse_incident")
high_severity = where("domestic_abuse_incident", severity=one_of("high")) | where(
    "domestic_abuse_incident", count=at_least(3)
)
