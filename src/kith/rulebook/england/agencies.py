"""Agencies: the sorts of agency that say things about children. Two authorities are told apart by their area."""

from collections.abc import Mapping
from typing import Any

from kith.grammar.choices import AgencyChoice, AgencyChoices
from kith.grammar.closed_lists import AgencyCode, Look, by_code


def _code(code: str, label: str, short: str, look: Look, manager: str) -> AgencyCode:
    return AgencyCode(code=code, label=label, short=short, look=look, manager=manager)


# The last column, the role that answers for an agency as "a manager in" it, is [P]: for a partnership to set.
AGENCIES: Mapping[str, AgencyCode] = by_code(
    [
        _code("childrens_social_care", "children’s social care", "social care", "social", "service_manager"),
        _code("police", "police", "police", "police", "police_supervisor"),
        _code("school", "school", "school", "school", "head_teacher"),
        _code(
            "early_years", "nursery or early years", "early years", "school", "designated_safeguarding_lead"
        ),
        _code("health_visiting", "health visiting", "health visitor", "health", "named_nurse"),
        _code("midwifery", "midwifery", "midwife", "health", "named_midwife"),
        _code("gp", "GP practice", "GP", "health", "named_doctor"),
        _code("hospital", "hospital", "hospital", "health", "named_doctor"),
        _code("community_health", "community health", "community health", "health", "named_nurse"),
        _code("camhs", "child and adolescent mental health", "child mental health", "health", "named_nurse"),
        _code("adult_mental_health", "adult mental health", "adult mental health", "health", "named_nurse"),
        _code("substance_misuse", "drug and alcohol service", "drug and alcohol", "health", "named_nurse"),
        _code("ambulance", "ambulance service", "ambulance", "health", "named_nurse"),
        _code("probation", "probation", "probation", "police", "probation_manager"),
        _code("housing", "housing", "housing", "social", "mash_manager"),
        _code("family_court", "family court", "court", "social", "legal_gateway_chair"),
        _code("cafcass", "Cafcass, the family court’s advisers", "Cafcass", "social", "legal_gateway_chair"),
        _code("adult_social_care", "adult social care", "adult social care", "social", "mash_manager"),
        _code("voluntary", "voluntary organisation", "voluntary", "family", "mash_manager"),
        _code("faith", "faith community", "faith", "family", "mash_manager"),
        _code("home_education", "home education team", "home education", "school", "mash_manager"),
        _code("education_welfare", "education welfare", "education welfare", "school", "mash_manager"),
        _code("legal", "legal services", "legal", "social", "legal_gateway_chair"),
        _code("reviewing_service", "reviewing service", "reviewing", "social", "reviewing_service_manager"),
        _code(
            "out_of_area_social_care",
            "social care in another area",
            "other area’s social care",
            "social",
            "mash_manager",
        ),
    ]
)

_WORDS = {code: agency.label for code, agency in AGENCIES.items()}


def agency(**form: Any) -> AgencyChoice:
    """A detail that is one agency's code."""
    return AgencyChoice(codes=tuple(AGENCIES), words=_WORDS, **form)


def agencies(**form: Any) -> AgencyChoices:
    """A detail that is a list of agencies' codes; an empty list says that there were none."""
    return AgencyChoices(codes=tuple(AGENCIES), words=_WORDS, none="none", **form)
