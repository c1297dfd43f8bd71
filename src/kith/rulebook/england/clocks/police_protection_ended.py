"""A child is kept in police protection for at most 72 hours."""

from kith.grammar.clocks import clock
from kith.grammar.durations import hours
from kith.grammar.selections import unknown, where
from kith.rulebook.england.matters import child_died, emergency_order_or_interim_care, social_care_closed

police_protection_ended = clock(
    starts=where("police_protection", stage="started") | where("police_protection", stage=unknown),
    due=hours(72),
    stops=where("police_protection", stage="ended") | emergency_order_or_interim_care,
    ends=social_care_closed | child_died,
    asks="Decide what keeps {child} safe when police protection ends",
    owner="police_supervisor",
    cited=(
        "Children Act 1989, section 46: no more than 72 hours, not a limit to reach (read in summaries by Child Law Advice "
        "and LexisNexis). A constable’s own power, which no order extends."
    ),
    steps=("immediate_safety_action",),
    in_force_from="1991-10-14",
)
