"""From the second year of private fostering the child is visited at intervals of not more than twelve weeks."""

from kith.grammar.clocks import clock
from kith.grammar.durations import days
from kith.grammar.selections import where
from kith.rulebook.england.matters import private_fostering_over, seen_in_private_fostering

private_fostering_visit_later_years = clock(
    starts=where("private_fostering", step="first_year_over"),
    due=days(84),
    stops=seen_in_private_fostering,
    ends=private_fostering_over,
    repeats_from=seen_in_private_fostering,
    asks="See {child} alone about private fostering",
    owner="team_manager",
    cited="Children (Private Arrangements for Fostering) Regulations 2005, regulation 8(1)(b) and (3): at most twelve weeks.",
    steps=("see_child_alone",),
    in_force_from="2005-07-01",
)
