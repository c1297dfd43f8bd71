"""Discussions: who must be there for a decision to be a joint one, and what may be decided for each child."""

from collections.abc import Mapping

from kith.grammar.closed_lists import Proposed, Seat
from kith.rulebook.england.agencies import AGENCIES
from kith.rulebook.england.practice import SOCIAL_CARE

HEALTH = tuple(code for code, agency in AGENCIES.items() if agency.look == "health" and code != "ambulance")
_CITED = (
    "Working Together to Safeguard Children 2023: a local authority social worker and their manager, health and police "
    "as a minimum (West Yorkshire and London procedures say the same)"
)
_THREE = (
    Seat(code="social_care", label="social care", agencies=SOCIAL_CARE, cited=_CITED),
    Seat(code="police", label="police", agencies=("police",), cited=_CITED),
    Seat(code="health", label="health", agencies=HEALTH, cited=_CITED),
)

QUORUM: Mapping[str, tuple[Seat, ...]] = {
    "strategy_discussion": _THREE,
    "section_47_enquiry": _THREE,
}
"""By step, the seats that somebody must sit in. A step that is not here has no quorum: its owner decides whom it needs."""

PROPOSED: tuple[Proposed, ...] = (
    Proposed(
        agency="hospital",
        kinds=("injury_seen", "injury_reported", "medical_examination", "hospital_attendance"),
        because="An injury or a visit to hospital is told of: a paediatrician should be heard.",
    ),
    Proposed(
        agency="midwifery",
        kinds=("pregnancy_booked",),
        because="A baby is expected: the midwife should be heard.",
    ),
    Proposed(
        agency="probation",
        kinds=("criminality_or_risk_known", "arrest_or_bail", "released"),
        because="Somebody at home or around it is known for a crime or a risk.",
    ),
    Proposed(
        agency="housing",
        kinds=("moved_home",),
        because="The family moved, and housing may know where to and why.",
    ),
)
"""Who is proposed beside those who are always asked, by what was told (Working Together 2023; which kinds call whom is [P])."""

FOR_A_CHILD: Mapping[str, str] = {
    "section_47": "a section 47 enquiry",
    "assessment": "an assessment, and no section 47 enquiry",
    "family_help": "family help",
    "no_more": "no more than is done now",
    "elsewhere": "not decided here",
}
"""What may be decided for one child of a discussion."""

MEDICALS: Mapping[str, str] = {
    "arranged": "arranged",
    "paediatrician_asked": "a paediatrician is asked whether and when",
    "not_needed": "not needed",
    "no_slot": "no place could be found",
}
"""What was thought of a child protection medical. Considered always; where none is arranged the reason is kept."""

ACTIONS: Mapping[str, str] = {
    "see_child_alone": "See a child alone",
    "joint_visit": "A visit by police and social care together",
    "medical": "A medical examination",
    "tell_family": "Tell the family, or do not tell them yet",
    "check": "Find something out",
    "other": "Something else",
}
"""The sorts of action that are agreed."""
