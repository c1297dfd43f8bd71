"""Professional disagreement: what it may be about, who answers at which stage and by when, and what climbs by itself.

The subjects are those that local procedures name most often; stages and their times differ between partnerships, and are
[P] with Working Together 2023, paragraph 110, behind them: partners should agree a way to settle disputes (read in summaries [GK]).
"""

from collections.abc import Mapping

from kith.grammar.closed_lists import ChallengeStage, Due, by_code, within
from kith.grammar.durations import working_days

ABOUT: Mapping[str, str] = {
    "referral_not_accepted": "a referral that was not accepted",
    "section_47_threshold": "whether the threshold for section 47 is met",
    "information_not_shared": "information that was not shared",
    "assessment_outcome": "the outcome of an assessment",
    "plan_drifts": "a plan that drifts",
    "immediate_safety": "the child’s immediate safety",
    "other": "something else",
}
CLIMB_BY_THEMSELVES = ("immediate_safety", "section_47_threshold")
"""Everything else climbs when whoever disagrees presses on: nobody is sent over a colleague's head without wanting it."""

HEALTH = (
    *("community_health", "health_visiting", "camhs", "gp", "hospital", "midwifery", "ambulance"),
    *("adult_mental_health", "substance_misuse"),
)
OURS = "[P] for a partnership to set; ranges in local procedures"


def _stage(
    code: str, label: str, due: Due, answered_by: Mapping[str, str], *, holders_alone: bool = False
) -> ChallengeStage:
    return ChallengeStage(
        code=code, label=label, due=due, answered_by=answered_by, cited=OURS, holders_alone=holders_alone
    )


STAGES: Mapping[str, ChallengeStage] = by_code(
    [
        _stage(
            "line_managers",
            "line managers, safeguarding leads and named professionals",
            within(working_days(1)),
            {
                "childrens_social_care": "team_manager",
                "police": "police_supervisor",
                "school": "designated_safeguarding_lead",
                "early_years": "designated_safeguarding_lead",
                "midwifery": "named_midwife",
                "gp": "named_doctor",
                "hospital": "named_doctor",
                "reviewing_service": "reviewing_service_manager",
                "probation": "probation_manager",
                **dict.fromkeys(("cafcass", "family_court", "legal"), "legal_gateway_chair"),
                **dict.fromkeys(("adult_mental_health", "substance_misuse"), "named_nurse"),
                **dict.fromkeys(("community_health", "health_visiting", "camhs", "ambulance"), "named_nurse"),
                "others": "mash_manager",
            },
        ),
        _stage(
            "senior_managers",
            "service managers, heads and designated professionals",
            within(working_days(2)),
            {
                "childrens_social_care": "service_manager",
                "police": "force_duty_officer",
                "school": "head_teacher",
                "early_years": "head_teacher",
                "reviewing_service": "reviewing_service_manager",
                "probation": "probation_manager",
                **dict.fromkeys(HEALTH, "designated_doctor"),
                "others": "service_manager",
            },
        ),
        _stage(
            "directors",
            "directors and delegated safeguarding partners",
            within(working_days(5)),
            {
                "police": "police_delegated_partner",
                **dict.fromkeys(HEALTH, "health_delegated_partner"),
                "others": "director_of_childrens_services",
            },
        ),
        _stage(
            "scrutineer",
            "the independent scrutineer",
            within(working_days(5)),
            {"others": "independent_scrutineer"},
            holders_alone=True,
        ),
    ]
)
"""The first talk is between the two practitioners themselves, at once, by telephone: a challenge begins where that ended."""

BACKED_BY: Mapping[str, str] = {
    "nobody": "Nobody has been asked yet",
    "senior_manager": "A senior manager of my agency backs it",
    "named_or_designated": "A named or designated professional backs it",
}
CONFERENCE_ANSWERED_WITHIN = within(working_days(1))
"""By when the conference chair says yes or no to a professional who asks for a conference [P]."""
OVERRIDE_REVIEWED_WITHIN = within(working_days(2))
"""By when somebody who did not decide has looked at a decision against another view [P]."""
OVERRIDES_REVIEWED_OF = (
    "strategy_discussion",
    "section_47_enquiry",
    "immediate_safety_action",
    "initial_conference",
)
