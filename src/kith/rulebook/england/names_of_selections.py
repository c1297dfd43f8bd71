"""What practice calls its selections, states and entry kinds: the words in which rules explain themselves."""

from collections.abc import Mapping
from typing import Any

from kith.rulebook.england import practice

Words = tuple[str, ...]
"""One of them, with its article; several; and, where it is not simply "since the last ...", how "since" is said."""

NAMES: Mapping[Any, Words] = {
    practice.worries: ("a worry", "worries"),
    practice.injuries: ("an injury, seen or described", "injuries, seen or described"),
    practice.family_contacts: (
        "a contact from a relative, a neighbour or the child",
        "contacts from relatives, neighbours or the child",
    ),
    practice.doubtful_injuries: ("an injury with a doubtful account", "injuries with a doubtful account"),
    practice.injuries_in_telling_places: (
        "an injury in a place that tells",
        "injuries in places that tell",
    ),
    practice.court_order: ("a court’s order", "court’s orders"),
    practice.settled: ("an independent answer", "independent answers"),
    practice.injury_settled: (
        "an independent or medical answer",
        "independent or medical answers",
    ),
    practice.unsettled_injuries: (
        "an injury that nothing has settled",
        "injuries that nothing has settled",
    ),
    practice.unsettled_worries: ("a worry that nothing has settled", "worries that nothing has settled"),
    practice.nature_not_given: (
        "a worry whose nature nobody gave",
        "worries whose nature nobody gave",
    ),
    practice.perhaps_physical_harm: (
        "a worry that is or may be of physical harm",
        "worries that are or may be of physical harm",
    ),
    practice.perhaps_sexual_harm: (
        "a worry that is or may be of sexual harm",
        "worries that are or may be of sexual harm",
    ),
    practice.perhaps_neglect: (
        "a worry that is or may be of neglect",
        "worries that are or may be of neglect",
    ),
    practice.perhaps_domestic_abuse: (
        "a worry that is or may be of domestic abuse",
        "worries that are or may be of domestic abuse",
    ),
    practice.perhaps_emotional_harm: (
        "a worry that is or may be of emotional harm",
        "worries that are or may be of emotional harm",
    ),
    practice.looked_at_together: (
        "a time when the agencies looked together",
        "times when the agencies looked together",
        "since the agencies last looked together",
    ),
    practice.talked_about_together: (
        "a time when the agencies talked together",
        "times when the agencies talked together",
        "since the agencies last talked together",
    ),
    practice.protective_enquiry: (
        "a strategy discussion or child protection enquiry",
        "strategy discussions or child protection enquiries",
    ),
    practice.seen: (
        "a sight of the child by somebody outside the home",
        "sights of the child by somebody outside the home",
    ),
    practice.seen_alone: (
        "a time when the child was seen alone",
        "times when the child was seen alone",
        "since the child was last seen alone",
    ),
    practice.seen_with_carer: (
        "a time when the child was seen, but not alone",
        "times when the child was seen, but not alone",
    ),
    practice.examined: ("an examination by a doctor", "examinations by a doctor"),
    practice.no_further_action: (
        "a decision that no more would be done",
        "decisions that no more would be done",
    ),
    practice.answered_no: (
        "an action declined, or for which nobody was free",
        "actions declined, or for which nobody was free",
    ),
    practice.overruled: (
        "a proposed step lowered or declined",
        "proposed steps lowered or declined",
    ),
    practice.plan_started: (
        "the start of a child protection plan",
        "starts of a child protection plan",
    ),
    practice.plan_ended: ("the end of a child protection plan", "ends of a child protection plan"),
    practice.social_care_started: (
        "the start of work by social care",
        "starts of work by social care",
    ),
    practice.social_care_ended: ("the end of work by social care", "ends of work by social care"),
    practice.visits_kept_out: (
        "a visit turned away, unanswered or cancelled by the carer",
        "visits turned away, unanswered or cancelled by the carer",
    ),
    practice.incidents: ("a domestic abuse incident", "domestic abuse incidents"),
}

STATES: Mapping[Any, tuple[str, str]] = {
    practice.on_a_plan: (
        "the child is on a child protection plan",
        "the child is not on a child protection plan",
    ),
    practice.social_care_is_working: (
        "social care is working with the child",
        "no open work of social care is known",
    ),
}
"""What is open, and its opposite."""

KINDS: Mapping[str, tuple[str, str]] = {
    "action_agreed": ("an action agreed", "actions agreed"),
    "action_answered": ("an answer to a request to act", "answers to requests to act"),
    "action_ended": ("an end of an agreed action", "ends of agreed actions"),
    "action_requested": ("a request to another agency to act", "requests to another agency to act"),
    "adult_joined_household": ("an adult joining the household", "adults joining the household"),
    "adult_left_household": ("an adult leaving the household", "adults leaving the household"),
    "allegation_about_worker": (
        "a step after an allegation about a worker",
        "steps after an allegation about a worker",
    ),
    "allocation_change": ("a change of the child’s worker", "changes of the child’s worker"),
    "appointment": ("an appointment", "appointments"),
    "arrest_or_bail": ("an adult’s arrest or bail", "adults’ arrests or bail"),
    "assessment": ("an assessment", "assessments"),
    "behaviour_concern": ("a worry about the child’s behaviour", "worries about the child’s behaviour"),
    "birth": ("a birth", "births"),
    "carer_account_given": ("a carer’s account", "carers’ accounts"),
    "carer_concern": ("a worry about a carer", "worries about a carer"),
    "child_seen": ("a sight of the child other than on a visit", "sights of the child other than on a visit"),
    "closed": ("a closing of an agency’s work", "closings of an agency’s work"),
    "conference": ("a child protection conference", "child protection conferences"),
    "conference_requested": ("a request for a conference", "requests for a conference"),
    "consent_or_agreement": ("a consent or agreement", "consents or agreements"),
    "contact_received": ("a contact from somebody with a worry", "contacts from somebody with a worry"),
    "core_group": ("a core group", "core groups"),
    "criminality_or_risk_known": ("a known risk from an adult", "known risks from an adult"),
    "death": ("a death", "deaths"),
    "decided_for_child": ("a decision for one child of several", "decisions for one child of several"),
    "decision_made": ("a joint decision made", "joint decisions made"),
    "contact_opened": ("a contact opened at the front door", "contacts opened at the front door"),
    "decision_opened": ("a joint decision opened", "joint decisions opened"),
    "development_concern": ("a worry about the child’s development", "worries about the child’s development"),
    "disclosure": ("a time when the child told of harm", "times when the child told of harm"),
    "dissent": ("a professional’s dissent", "professionals’ dissents"),
    "domestic_abuse_incident": ("a domestic abuse incident", "domestic abuse incidents"),
    "escalation": ("a disagreement taken up a level", "disagreements taken up a level"),
    "escalation_resolved": ("a disagreement resolved", "disagreements resolved"),
    "explanation": ("a possible explanation", "possible explanations"),
    "family_told": ("a telling of the family", "tellings of the family"),
    "growth_or_hunger_concern": (
        "a worry about the child’s growth or hunger",
        "worries about the child’s growth or hunger",
    ),
    "hospital_attendance": ("a hospital attendance", "hospital attendances"),
    "image_supplied": ("a picture or film handed over", "pictures or films handed over"),
    "image_viewed": ("a picture or film looked at", "pictures or films looked at"),
    "information_provided": ("information given by an agency", "pieces of information given by an agency"),
    "information_requested": ("a request for information", "requests for information"),
    "injury_reported": ("an injury described", "injuries described"),
    "injury_seen": ("an injury seen by a professional", "injuries seen by a professional"),
    "left_health_register": ("a child leaving a health register", "leavings of a health register"),
    "left_school_roll": ("a child leaving a school’s roll", "leavings of a school’s roll"),
    "legal_step": ("a legal step", "legal steps"),
    "looked_after": ("a step in a looked-after child’s care", "steps in a looked-after child’s care"),
    "management_decision": ("a manager’s decision", "managers’ decisions"),
    "medical_considered": ("a decision about a medical", "decisions about a medical"),
    "medical_examination": ("a medical examination", "medical examinations"),
    "minutes_sent": ("minutes sent", "sendings of minutes"),
    "missing_episode": ("a missing episode", "missing episodes"),
    "moved_home": ("a move of home", "moves of home"),
    "moved_school": ("a move of school", "moves of school"),
    "multi_agency_meeting": ("a meeting of the agencies", "meetings of the agencies"),
    "neglect_observed": ("neglect seen", "sights of neglect"),
    "non_engagement": ("help not taken up", "times when help was not taken up"),
    "other": ("an entry of no other kind", "entries of no other kind"),
    "parental_responsibility": (
        "an entry about parental responsibility",
        "entries about parental responsibility",
    ),
    "placement_change": ("a change of whom the child lives with", "changes of whom the child lives with"),
    "plan": ("a plan", "plans"),
    "police_investigation": ("a police investigation", "police investigations"),
    "police_protection": ("police protection", "times of police protection"),
    "position_given": ("an agency’s position on a decision", "agencies’ positions on a decision"),
    "pregnancy_booked": ("a pregnancy booked", "pregnancies booked"),
    "private_fostering": ("a step in private fostering", "steps in private fostering"),
    "prompt_challenged": ("a challenge to a prompt", "challenges to a prompt"),
    "prompt_declined": ("a declined prompt", "declined prompts"),
    "protective_order": ("an order or bail that says who must not", "orders or bail that say who must not"),
    "referral_decision": ("a decision about a referral", "decisions about a referral"),
    "referrer_told": ("word back to who told of a worry", "words back to those who told of a worry"),
    "registered_with_health": ("a registration with a health service", "registrations with a health service"),
    "released": ("an adult’s release", "adults’ releases"),
    "retraction": ("a time when the child took it back", "times when the child took it back"),
    "return_interview": ("a return interview", "return interviews"),
    "school_absence": ("a spell away from school", "spells away from school"),
    "section_47_enquiry": (
        "a child protection enquiry (section 47)",
        "child protection enquiries (section 47)",
    ),
    "serious_incident": ("a step after a serious incident", "steps after a serious incident"),
    "strategy_discussion": ("a strategy discussion", "strategy discussions"),
    "supervision": ("a supervision", "supervisions"),
    "threat_to_worker": ("a threat to a worker", "threats to a worker"),
    "transfer_between_areas": ("a transfer between areas", "transfers between areas"),
    "visit": ("a visit", "visits"),
    "worry_settled": ("an entry that says what settled a worry", "entries that say what settled a worry"),
}
