"""Storylines: families of our own invention that each show one thing, told among the ordinary ones."""

from datetime import date

from kith.simulation.storylines import (
    bruise_before_rolling,
    closed_because_somebody_has_it,
    family_that_moved,
    grandmother_and_three_agencies,
    never_seen_alone,
    new_partner,
    notices_one_by_one,
    photograph_nobody_saw,
    properly_answered,
    sibling_nobody_decided_for,
    taken_back,
    unborn_baby,
    was_not_brought_twice,
)
from kith.simulation.storylines.telling import Story

STORYLINES = (
    grandmother_and_three_agencies,
    bruise_before_rolling,
    photograph_nobody_saw,
    never_seen_alone,
    new_partner,
    notices_one_by_one,
    sibling_nobody_decided_for,
    was_not_brought_twice,
    closed_because_somebody_has_it,
    properly_answered,
    family_that_moved,
    unborn_baby,
    taken_back,
)


def told_storylines(*, seed: int, ending_on: date) -> list[Story]:
    """Every storyline, ending the day before ``ending_on``."""
    return [storyline.tell(seed=seed, ending_on=ending_on) for storyline in STORYLINES]
