"""A child was taken off the register of a GP practice or health visitor."""

from kith.grammar.entry_kinds import by, entry_kind, one_of

left_health_register = entry_kind(
    label="Left the health register",
    sentence=(
        by(
            "register",
            {
                "gp": "the child is no longer registered with the GP practice",
                "health_visiting": "the child is no longer registered with the health visitor",
            },
            unknown="the child is no longer registered with a health service",
        ),
    ),
    details={
        "register": one_of(
            *("gp", "health_visiting"),
            ask="Which service’s register?",
            label="Service",
            unchecked=True,
            words={"gp": "GP practice", "health_visiting": "health visiting"},
        ),
    },
)
