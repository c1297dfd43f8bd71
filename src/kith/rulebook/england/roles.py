"""Roles: the posts that own prompts and decisions, each in an agency, each with who stands in."""

from collections.abc import Mapping

from kith.grammar.closed_lists import Role, by_code

ALWAYS_STAFFED = "area_on_call_manager"


def _role(code: str, label: str, agency: str, stand_in: str | None = ALWAYS_STAFFED) -> Role:
    return Role(code=code, label=label, agency=agency, stand_in=stand_in)


SOCIAL_CARE = "childrens_social_care"

# Titles differ between areas; the chains and the agencies of the health roles are [P], for a partnership to set.
ROLES: Mapping[str, Role] = by_code(
    [
        _role("allocated_social_worker", "allocated social worker", SOCIAL_CARE, "team_manager"),
        _role("team_manager", "team manager", SOCIAL_CARE, "service_manager"),
        _role("service_manager", "service manager", SOCIAL_CARE),
        _role("mash_manager", "manager of the front door", SOCIAL_CARE, "service_manager"),
        _role("screener", "screener at the front door", SOCIAL_CARE, "mash_manager"),
        _role("family_help_lead", "lead of family help", SOCIAL_CARE, "service_manager"),
        _role("emergency_duty_worker", "emergency duty worker, out of hours", SOCIAL_CARE),
        _role(
            "lead_child_protection_practitioner",
            "lead child protection practitioner",
            SOCIAL_CARE,
            "macpt_manager",
        ),
        _role("macpt_manager", "manager of the multi-agency child protection team", SOCIAL_CARE),
        _role("police_supervisor", "police supervisor, public protection", "police", "force_duty_officer"),
        _role("force_duty_officer", "force duty officer", "police"),
        _role("designated_safeguarding_lead", "designated safeguarding lead", "school", "head_teacher"),
        _role("head_teacher", "head teacher", "school"),
        _role("named_nurse", "named nurse", "community_health", "designated_doctor"),
        _role("named_midwife", "named midwife", "midwifery", "designated_doctor"),
        _role("named_doctor", "named doctor", "hospital", "designated_doctor"),
        _role("designated_doctor", "designated doctor", "community_health"),
        _role("conference_chair", "conference chair", "reviewing_service", "reviewing_service_manager"),
        _role(
            "independent_reviewer", "independent reviewer", "reviewing_service", "reviewing_service_manager"
        ),
        _role("reviewing_service_manager", "manager of the reviewing service", "reviewing_service"),
        # Who answers a disagreement at its last stages ([P]: whom each safeguarding partner delegates to is theirs to say).
        _role("director_of_childrens_services", "director of children’s services", SOCIAL_CARE),
        _role("police_delegated_partner", "delegated safeguarding partner for the police", "police"),
        _role("health_delegated_partner", "delegated safeguarding partner for health", "community_health"),
        # In the reviewing service for want of an agency of its own [P]; answers to the partners, to none of them alone.
        _role("independent_scrutineer", "independent scrutineer", "reviewing_service"),
        _role("probation_manager", "probation manager", "probation"),
        _role("legal_gateway_chair", "chair of the legal gateway", "legal"),
        _role("guardian_desk", "guardian desk, day and night", SOCIAL_CARE),
        _role("information_guardian", "guardian of information", SOCIAL_CARE),
        # Held in every agency, each for its own people; no prompt or decision is ever theirs.
        _role("sign_in_keeper", "sign-in keeper", SOCIAL_CARE),
        _role(ALWAYS_STAFFED, "area on-call manager", SOCIAL_CARE, None),
    ]
)


def chain(role: str) -> tuple[str, ...]:
    """The role and who stands in for it, in order; the last is always the area's on-call manager.

    Raises KeyError for a role that is not in the list.
    """
    stand_in = ROLES[role].stand_in
    return (role,) if stand_in is None else (role, *chain(stand_in))
