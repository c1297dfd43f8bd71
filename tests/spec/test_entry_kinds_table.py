"""The vocabulary is whole: every kind is there, no other, and each says all that is derived from it."""

import ast
import re
from pathlib import Path

import pytest

from kith.grammar.choices import Choice
from kith.grammar.details import Key, Prose, Truth
from kith.grammar.entry_kinds import by, either, entry_kind, having, one_of, truth
from kith.rulebook.england import entry_kinds as package
from tests.spec.entry_kind_samples import ENGLAND, KINDS

SEEN_OR_SAID = """
    contact_received injury_seen injury_reported image_supplied image_viewed disclosure retraction
    growth_or_hunger_concern neglect_observed behaviour_concern development_concern carer_concern
    carer_account_given domestic_abuse_incident criminality_or_risk_known worry_settled
"""
PEOPLE_AND_PLACES = """
    adult_joined_household adult_left_household moved_home moved_school left_school_roll school_absence
    registered_with_health left_health_register pregnancy_booked birth death missing_episode return_interview
    arrest_or_bail released protective_order parental_responsibility threat_to_worker police_protection private_fostering
"""
CONTACT_WITH_THE_CHILD = """
    visit child_seen appointment hospital_attendance medical_considered medical_examination consent_or_agreement
"""
WHAT_AGENCIES_DID = """
    information_requested information_provided action_requested action_answered referral_decision referrer_told
    assessment strategy_discussion multi_agency_meeting section_47_enquiry police_investigation conference plan
    core_group legal_step placement_change management_decision escalation escalation_resolved dissent conference_requested
    allocation_change supervision non_engagement transfer_between_areas closed minutes_sent family_told looked_after
    serious_incident allegation_about_worker
"""
WORRIES = """
    contact_received injury_seen injury_reported image_supplied disclosure growth_or_hunger_concern
    neglect_observed behaviour_concern development_concern carer_concern domestic_abuse_incident
    missing_episode threat_to_worker criminality_or_risk_known
"""
KITHS_OWN = (
    "prompt_declined prompt_challenged decision_opened position_given decision_made contact_opened"
    " explanation decided_for_child action_agreed action_ended"
)
ALL = f"{SEEN_OR_SAID} {PEOPLE_AND_PLACES} {CONTACT_WITH_THE_CHILD} {WHAT_AGENCIES_DID} {KITHS_OWN} other".split()

DETAILS = {
    "contact_received": "nature informant referrer_role where_now collected_at delay_in_seeking_help",
    "injury_seen": "site appearance carer_account explained_by explanation_text child_asked_alone child_mobile"
    " age_months delay_in_seeking_help",
    "injury_reported": "site appearance carer_account explained_by explanation_text child_asked_alone child_mobile"
    " age_months delay_in_seeking_help",
    "image_supplied": "of by_role",
    "image_viewed": "of by_role",
    "disclosure": "to_whom nature carer_present",
    "retraction": "to_whom nature carer_present",
    "growth_or_hunger_concern": "direction",
    "carer_concern": "aspect who",
    "carer_account_given": "carer_account",
    "domestic_abuse_incident": "caused_by child_present order_active severity",
    "criminality_or_risk_known": "who nature",
    "worry_settled": "by",
    "adult_joined_household": "who lives_there checks_done",
    "moved_home": "new_area destination_known to",
    "left_school_roll": "reason",
    "school_absence": "authorised days",
    "pregnancy_booked": "weeks late_booking",
    "missing_episode": "hours trace_result",
    "protective_order": "of_whom no_contact_with excluded_from from to breached",
    "parental_responsibility": "person",
    "threat_to_worker": "severity",
    "visit": "outcome announced seen seen_alone others_present reason_not_alone how_communicated rooms_seen"
    " next_attempt by_role purpose",
    "child_seen": "seen_alone others_present where",
    "appointment": "service needed outcome",
    "hospital_attendance": "reason admitted delay_in_seeking_help",
    "medical_considered": "outcome basis paediatrician_view",
    "medical_examination": "examination finding cause_settled full_injury_history_available",
    "consent_or_agreement": "by_whom basis scope given withdrawn",
    "information_requested": "from to",
    "action_requested": "action to",
    "action_answered": "action answer reason",
    "referral_decision": "outcome reason by_role",
    "assessment": "stage outcome",
    "strategy_discussion": "attended absent outcome",
    "multi_agency_meeting": "meeting attended",
    "section_47_enquiry": "stage outcome",
    "police_investigation": "stage outcome reason",
    "conference": "conference_type attended absent outcome dissent",
    "plan": "plan_type stage category",
    "core_group": "attended absent",
    "legal_step": "legal_action order outcome",
    "placement_change": "from to faster_than_assessed",
    "management_decision": "decision overrides_practitioner text",
    "escalation": "stage",
    "allocation_change": "unallocated qualified",
    "non_engagement": "manner",
    "transfer_between_areas": "accepted in_writing for_good plan_type",
    "police_protection": "stage manner followed_by",
    "looked_after": "step basis",
    "private_fostering": "step begun",
    "serious_incident": "step",
    "allegation_about_worker": "step who",
    "minutes_sent": "meeting what to",
    "family_told": "told who not_told_because what",
    "death": "circumstances who_died expected was_looked_after",
    "return_interview": "hours trace_result outcome",
    "closed": "reason information_outstanding stated_known_to_social_care",
}
CODED = {
    (
        "visit",
        "outcome",
    ): "completed refused no_reply cancelled_by_carer cancelled_by_worker restricted cancelled",
    ("injury_seen", "appearance"): "bruise bite burn fracture cut mark head_injury other",
    ("injury_seen", "carer_account"): "consistent inconsistent changed none_given not_asked",
    (
        "worry_settled",
        "by",
    ): "independent_opinion seen_alone evidence section_47_outcome order explanation_only"
    " not_settled carried",
    ("strategy_discussion", "outcome"): "section_47_joint section_47_single no_section_47 further_discussion",
    (
        "section_47_enquiry",
        "outcome",
    ): "not_substantiated substantiated_not_continuing substantiated_continuing",
    ("conference", "conference_type"): "initial review transfer_in pre_birth",
    ("conference", "outcome"): "plan no_plan plan_continues plan_ends",
    ("referral_decision", "outcome"): "no_further_action advice early_help assessment strategy_discussion",
    ("legal_step", "outcome"): "asked threshold_met not_met applied granted refused withdrawn ended",
    ("management_decision", "decision"): "will_refer will_not_refer lowered raised no_action action_agreed"
    " return_home",
    ("action_answered", "answer"): "agreed declined no_capacity",
    (
        "appointment",
        "outcome",
    ): "attended was_not_brought cancelled_by_carer cancelled_by_service left_before_seen",
}


def test_every_kind_of_the_table_is_there_and_no_other():
    assert sorted(ENGLAND.entry_kinds) == sorted(ALL)
    assert len(ALL) == 85


def test_one_file_declares_one_kind():
    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    assert files == set(ENGLAND.entry_kinds)
    for name in files:
        tree = ast.parse((Path(package.__path__[0]) / f"{name}.py").read_text())
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        assert sum(getattr(call.func, "id", "") == "entry_kind" for call in calls) == 1, name


@pytest.mark.parametrize(("name", "details"), DETAILS.items(), ids=DETAILS)
def test_a_kind_has_the_details_of_its_row(name, details):
    assert set(details.split()) <= set(ENGLAND.entry_kinds[name].details)


@pytest.mark.parametrize(("where", "codes"), CODED.items(), ids=[".".join(where) for where in CODED])
def test_a_coded_detail_has_the_codes_of_its_row(where, codes):
    kind, name = where
    detail = ENGLAND.entry_kinds[kind].details[name]
    assert isinstance(detail, Choice)
    assert set(detail.codes) == set(codes.split())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_says_all_that_is_derived_from_it(kind):
    assert kind.label
    assert kind.label[0].isupper()
    assert kind.meaning.endswith(".")
    for name, detail in kind.details.items():
        assert detail.ask.endswith("?"), f"{kind.name}.{name} has no question"
        assert detail.label, f"{kind.name}.{name} has no label"
        assert not isinstance(detail, Prose) or name not in CODED


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_any_kind_may_carry_how_many_it_stands_for_and_a_stated_risk(kind):
    assert kind.validate({"count": 27, "stated_risk": "likely"}) == {"count": 27, "stated_risk": "likely"}


def test_the_worries_are_what_was_seen_or_said_and_never_what_was_done_about_it():
    assert set(ENGLAND.worries()) == set(WORRIES.split())


def test_kiths_own_workings_say_so():
    assert set(ENGLAND.kiths_own()) == set(KITHS_OWN.split())


def test_what_only_those_with_a_decision_or_a_visit_see():
    found = {kind.name for kind in KINDS if kind.visible_to == "decision_or_visit"}
    assert found == {
        "criminality_or_risk_known", "explanation", "legal_step", "protective_order", "threat_to_worker",
        "allegation_about_worker",
    }  # fmt: skip


def test_what_gives_a_location_away_says_so():
    found = {kind.name for kind in KINDS if kind.location_bearing}
    assert {"moved_home", "moved_school", "visit", "placement_change", "appointment"} <= found


def test_entries_are_kept_until_the_25th_birthday_and_the_75th_for_a_child_looked_after():
    assert {kind.kept_until for kind in KINDS} == {"25th_birthday"}
    assert {kind.kept_if_looked_after for kind in KINDS} == {"75th_birthday"}


@pytest.mark.parametrize(
    ("kind", "details", "routine"),
    [
        ("appointment", {"outcome": "attended"}, True),
        ("appointment", {"outcome": "was_not_brought"}, False),
        ("appointment", {}, False),
        ("visit", {"outcome": "completed", "seen": True, "seen_alone": True}, True),
        ("visit", {"outcome": "completed", "seen": True}, True),
        ("visit", {"outcome": "completed", "seen": True, "seen_alone": False}, False),
        ("visit", {"outcome": "completed"}, False),
        ("visit", {"outcome": "no_reply", "seen": False}, False),
        ("core_group", {"attended": ["school"], "absent": []}, True),
        ("core_group", {"absent": ["police"]}, False),
        ("supervision", {}, True),
        ("supervision", {"stated_risk": "imminent"}, False),
        ("injury_seen", {}, False),
    ],
)
def test_what_folds_into_a_counted_line(kind, details, routine):
    assert ENGLAND.entry_kinds[kind].is_routine(details) is routine


@pytest.mark.parametrize("name", ENGLAND.worries())
def test_a_worry_never_folds_away(name):
    assert ENGLAND.entry_kinds[name].routine_when == ()


def test_a_sentence_that_names_a_detail_which_is_not_there_is_refused():
    with pytest.raises(ValueError, match="colour"):
        entry_kind(
            name="a_kind", label="A kind", meaning="A kind.", sentence=either("a {colour} thing", "a thing")
        )


def test_a_sentence_for_a_value_which_is_not_there_is_refused():
    ways = by("stage", {"finished": "it is done"}, unknown="it goes on")
    with pytest.raises(ValueError, match="finished"):
        entry_kind(
            name="a_kind",
            label="A kind",
            meaning="A kind.",
            sentence=ways,
            details={"stage": one_of("started", ask="Did it start?")},
        )


def test_a_routine_that_names_a_detail_which_is_not_there_is_refused():
    with pytest.raises(ValueError, match="seen"):
        entry_kind(
            name="a_kind", label="A", meaning="A.", sentence="a thing", routine_when=(having(seen=True),)
        )


def test_a_kind_takes_its_name_and_meaning_from_its_file():
    here = entry_kind(label="A kind", sentence="a thing", details={"seen": truth(ask="Seen?")})
    assert here.name == "test_entry_kinds_table"
    assert here.meaning == __doc__


def test_keys_and_truths_are_not_shown_as_codes():
    declined = ENGLAND.entry_kinds["prompt_declined"]
    facts = declined.facts(
        declined.validate({"prompt": "p1", "step": "refer", "reason": "seen at school today"})
    )
    assert isinstance(declined.details["prompt"], Key)
    assert facts == [("Step", "Referral"), ("Reason", "seen at school today")]
    visit = ENGLAND.entry_kinds["visit"]
    assert isinstance(visit.details["seen"], Truth)
    assert visit.facts({"seen": False}) == [("Seen", "No")]


def test_the_example_of_the_how_to_works():
    text = (Path(__file__).parents[2] / "docs" / "how-to" / "add-an-entry-kind.md").read_text()
    example = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert example
    module = {"__name__": "entry_kinds.drop_in", "__doc__": "As the file says."}
    exec(example.group(1), module)
    kind = module["drop_in"]
    assert kind.name == "drop_in"
    assert kind.tell({}) == "The child came to a drop-in clinic."
    assert kind.tell(kind.validate({"clinic": "Fern clinic", "outcome": "left"})) == (
        "The child came to Fern clinic; left before being seen."
    )
