"""Selections that practice has names for, shared by patterns so that each is said once."""

from kith.grammar.questions import state_open
from kith.grammar.selections import Selection, includes, one_of, unknown, where
from kith.rulebook.england.body_map import TELLING_SITES

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

INJURY_KINDS = ("injury_seen", "injury_reported")
SOCIAL_CARE = ("childrens_social_care", "out_of_area_social_care")

worries = where(*WORRY_KINDS)
injuries = where(*INJURY_KINDS)
family_contacts = where("contact_received", voice=("family", "public", "anonymous", "child"))

# Injuries that ask a question by their account, or by where on the body they are.
doubtful_injuries = where(
    *INJURY_KINDS, carer_account=one_of("inconsistent", "changed", "none_given")
) | where(*INJURY_KINDS, delay_in_seeking_help=True)
injuries_in_telling_places = where(*INJURY_KINDS, site=includes(*TELLING_SITES))

# What settles a worry: entries that say so, and what is derived from an outcome. A carer's account alone does not, and an
# order that was asked for and not granted does not. A doctor who says how an injury came about settles injuries alone.
court_order = where("legal_step", legal_action="order", outcome="granted") | where(
    "legal_step", legal_action="order", outcome=unknown
)
settled: Selection = (
    where(
        "worry_settled",
        by=one_of("independent_opinion", "seen_alone", "evidence", "section_47_outcome", "order"),
    )
    | where("section_47_enquiry", stage="completed")
    | court_order
)
injury_settled = settled | where("medical_examination", cause_settled=True)
unsettled_injuries = injuries.not_followed_by(injury_settled, relation="settles")
unsettled_worries = unsettled_injuries | where(
    *(kind for kind in WORRY_KINDS if kind not in INJURY_KINDS)
).not_followed_by(settled, relation="settles")

# Worries that are of one sort, or may be because nobody gave their nature: for "it happened again".
TOLD_KINDS = ("contact_received", "disclosure")
nature_not_given = where(*TOLD_KINDS, nature=unknown) | where(*TOLD_KINDS, nature="welfare")
perhaps_physical_harm = (
    injuries | where(*TOLD_KINDS, nature="physical") | where("image_supplied") | nature_not_given
)
perhaps_sexual_harm = (
    where(*TOLD_KINDS, nature="sexual") | where("behaviour_concern", aspect="sexualised") | nature_not_given
)
perhaps_neglect = (
    where("neglect_observed", "growth_or_hunger_concern")
    | where(*TOLD_KINDS, nature="neglect")
    | nature_not_given
)
perhaps_domestic_abuse = (
    where("domestic_abuse_incident") | where(*TOLD_KINDS, nature="domestic_abuse") | nature_not_given
)
perhaps_emotional_harm = (
    where("behaviour_concern", "carer_concern") | where(*TOLD_KINDS, nature="emotional") | nature_not_given
)

# What several agencies looked at together; in a core group they talk, and decide nothing new.
looked_at_together = where("strategy_discussion", "multi_agency_meeting", "conference")
talked_about_together = looked_at_together | where("core_group")
protective_enquiry = where("strategy_discussion") | where("section_47_enquiry")

# Somebody outside the home saw the child; seen alone; seen with a carer there.
seen = (
    where("visit", seen=True)
    | where("visit", seen_alone=True)
    | where("child_seen", "injury_seen", "medical_examination", "hospital_attendance")
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
    | (
        where("management_decision", overrides_practitioner=True)
        & ~where("management_decision", decision=one_of("raised", "will_refer"))
    )
    | answered_no
)

# Work that is open.
plan_started = where("plan", stage="started", plan_type="child_protection") | where(
    "conference", outcome="plan"
)
plan_ended = where("plan", stage="ended", plan_type="child_protection") | where(
    "conference", outcome="plan_ends"
)
on_a_plan = state_open(plan_started, plan_ended)
social_care_started = (
    where("assessment", stage="started")
    | where("referral_decision", outcome=one_of("assessment", "strategy_discussion"))
    | (where("plan", stage="started") & ~where("plan", plan_type="early_help"))
    | where("strategy_discussion")
)
social_care_ended = (
    where("assessment", stage="completed", outcome="no_further_action")
    | where("closed", said_by=SOCIAL_CARE)
    | where("plan", stage="ended", plan_type=one_of("child_protection", "child_in_need"))
)
social_care_is_working = state_open(social_care_started, social_care_ended)

visits_kept_out = where("visit", outcome=one_of("refused", "no_reply", "cancelled_by_carer", "restricted"))
incidents = where("domestic_abuse_incident")
