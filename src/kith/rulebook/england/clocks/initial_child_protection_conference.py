"""An initial child protection conference is held within 15 working days of the strategy discussion that began the section 47 enquiry."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import one_of, where
from kith.rulebook.england.matters import child_died

# Of several strategy discussions the first that began the enquiry counts: later ones join it and do not move the limit.
# It falls away only where the enquiry is recorded as finding no continuing risk; an outcome that nobody gave ends nothing.
initial_child_protection_conference = clock(
    starts=where("strategy_discussion", outcome=one_of("section_47_joint", "section_47_single")),
    due=working_days(15),
    stops=where("conference", conference_type=one_of("initial", "pre_birth")),
    ends=where("section_47_enquiry", outcome=one_of("not_substantiated", "substantiated_not_continuing"))
    | child_died,
    asks="Hold the initial conference for {child}",
    owner="conference_chair",
    cited=(
        "Working Together to Safeguard Children 2023: within 15 working days of the strategy discussion at which the "
        "section 47 enquiry was initiated (West Yorkshire procedures; the census target date counts the same). "
        "Day of coming into force [GK]."
    ),
    steps=("initial_conference",),
    in_force_from="2013-04-15",
)
