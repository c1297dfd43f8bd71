"""An emergency protection order is extended once, by at most seven days."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import one_of, unknown, where
from kith.rulebook.england.matters import child_died, interim_care_granted, social_care_closed

# The extension happens on the day on which it begins to run: the one after the last day of the order that it
# extends.
extended_emergency_protection_order_ended = clock(
    starts=where(
        "legal_step", order="emergency_protection_extension", legal_action="order", outcome="granted"
    )
    | where("legal_step", order="emergency_protection_extension", legal_action="order", outcome=unknown),
    due=days(7),
    first_day_counts=True,
    stops=where(
        "legal_step",
        order=one_of("emergency_protection", "emergency_protection_extension"),
        outcome="ended",
    )
    | interim_care_granted,
    ends=social_care_closed | child_died,
    asks="Decide with the lawyers what follows the extended order for {child}",
    owner="legal_gateway_chair",
    cited=(
        "Children Act 1989, section 45: once, by at most seven days, 15 in all (read in summaries). That the first day of the "
        "extension counts [GK]: a lawyer must confirm."
    ),
    steps=("legal_planning",),
    in_force_from="1991-10-14",
)
