"""Agencies discussed whether there is reasonable cause for a child protection enquiry."""

from kith.grammar.entry_kinds import by, entry_kind, one_of
from kith.rulebook.england.shared_details import absent, attended

strategy_discussion = entry_kind(
    label="Strategy discussion",
    sentence=(
        by(
            "outcome",
            {
                "section_47_joint": "strategy discussion: an enquiry by police and social care together (section 47)",
                "section_47_single": "strategy discussion: an enquiry by social care alone (section 47)",
                "no_section_47": "strategy discussion: no child protection enquiry",
                "further_discussion": "strategy discussion: to be talked about again",
            },
            unknown="a strategy discussion was held",
        ),
        "; there: {attended}",
        "; asked and not there: {absent}",
    ),
    details={
        "attended": attended(),
        "absent": absent(),
        "outcome": one_of(
            *("section_47_joint", "section_47_single", "no_section_47", "further_discussion"),
            ask="What was decided?",
            words={
                "section_47_joint": "section 47 enquiry, police and social care together",
                "section_47_single": "section 47 enquiry, social care alone",
                "no_section_47": "no section 47 enquiry",
                "further_discussion": "a further discussion",
            },
        ),
    },
)
