"""Somebody saw that a child’s care was not good enough."""

from kith.grammar.entry_kinds import either, entry_kind, one_of

# A worry: each sighting is small, and only together do they say how a child lives.
neglect_observed = entry_kind(
    label="Neglect observed",
    sentence=(either("neglect was seen: {aspect}", "neglect was seen"),),
    is_a_worry=True,
    details={
        "aspect": one_of(
            *("hygiene", "home", "supervision", "missed_care", "appearance", "clothing", "food"),
            ask="What was not good enough?",
            unchecked=True,
            also={"home_conditions": "home", "house": "home"},
            words={
                "home": "the state of the home",
                "missed_care": "health care that was missed",
                "food": "meals",
            },
        ),
    },
)
