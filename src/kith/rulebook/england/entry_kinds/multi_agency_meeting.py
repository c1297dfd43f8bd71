"""Agencies met about the child or an adult in the child’s life, other than by strategy discussion or conference."""

from kith.grammar.entry_kinds import either, entry_kind, one_of
from kith.rulebook.england.shared_details import absent, attended

multi_agency_meeting = entry_kind(
    label="Multi-agency meeting",
    sentence=(
        either("{meeting} was held", "a meeting of the agencies was held"),
        "; there: {attended}",
        "; asked and not there: {absent}",
    ),
    details={
        "meeting": one_of(
            *(
                "marac",
                "mappa",
                "professionals_meeting",
                "discharge_planning",
                "team_around_the_family",
                "other",
            ),
            ask="What sort of meeting?",
            unchecked=True,
            words={
                "marac": "a multi-agency risk assessment conference",
                "mappa": "a multi-agency public protection meeting",
                "professionals_meeting": "a professionals’ meeting",
                "discharge_planning": "a discharge planning meeting",
                "team_around_the_family": "a team around the family meeting",
                "other": "another meeting of the agencies",
            },
        ),
        "attended": attended(),
        "absent": absent(),
    },
)
