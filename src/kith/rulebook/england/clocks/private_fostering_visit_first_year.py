"""In the first year of private fostering the child is visited at intervals of not more than six weeks."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import where
from kith.rulebook.england.matters import private_fostering_over, seen_in_private_fostering

private_fostering_visit_first_year = clock(
    starts=where("private_fostering", step="told"),
    due=days(42),
    stops=seen_in_private_fostering,
    ends=where("private_fostering", step="first_year_over") | private_fostering_over,
    repeats_from=seen_in_private_fostering,
    asks="See {child} alone about private fostering",
    owner="team_manager",
    cited=(
        "Children (Private Arrangements for Fostering) Regulations 2005, regulation 8(1)(a), (3) and (6): at most six weeks; "
        "the arrangement begins when the authority becomes aware of it."
    ),
    steps=("see_child_alone",),
    in_force_from="2005-07-01",
)
