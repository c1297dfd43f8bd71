"""An emergency protection order lasts for at most eight days, the day on which it begins being the first."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import unknown, where
from kith.rulebook.england.matters import child_died, social_care_closed, what_follows_an_emergency_order

emergency_protection_order_ended = clock(
    starts=where("legal_step", order="emergency_protection", legal_action="order", outcome="granted")
    | where("legal_step", order="emergency_protection", legal_action="order", outcome=unknown),
    due=days(8),
    first_day_counts=True,
    stops=where("legal_step", order="emergency_protection", outcome="ended")
    | what_follows_an_emergency_order,
    ends=social_care_closed | child_died,
    asks="Decide with the lawyers what follows the emergency protection order for {child}",
    owner="legal_gateway_chair",
    cited=(
        "Children Act 1989, sections 44 and 45: at most eight days (read in summaries). That the day of the order is the "
        "first, that the eight days of a child who was in police protection begin with that, and that a last day on a bank "
        "holiday may be put off to noon of the next working day [GK]: a lawyer must confirm."
    ),
    steps=("legal_planning",),
    in_force_from="1991-10-14",
)
