"""A child of whom the authority was told that they are, or will be, privately fostered is visited within seven working days."""

from kith.grammar.clocks import clock
from kith.grammar.durations import working_days
from kith.grammar.selections import where
from kith.rulebook.england.matters import private_fostering_over, seen_in_private_fostering

private_fostering_first_visit = clock(
    starts=where("private_fostering", step="told"),
    due=working_days(7),
    stops=seen_in_private_fostering,
    ends=private_fostering_over,
    asks="See {child} alone about private fostering",
    owner="team_manager",
    cited=(
        "Children (Private Arrangements for Fostering) Regulations 2005, regulations 4 and 7: within seven working days, and the "
        "child is spoken to alone unless that is inappropriate (read in national minimum standards). Day of coming into force [GK]."
    ),
    steps=("see_child_alone",),
    in_force_from="2005-07-01",
)
