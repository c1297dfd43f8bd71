"""A child was registered with a GP practice or health visitor."""

from kith.grammar.entry_kinds import by, entry_kind, having, one_of

registered_with_health = entry_kind(
    label="Registered with health",
    sentence=(
        by(
            "register",
            {
                "gp": "the child was registered with a GP practice",
                "health_visiting": "the child was registered with a health visitor",
            },
            unknown="the child was registered with a health service",
        ),
    ),
    location_bearing=True,
    routine_when=(having(),),
    details={
        "register": one_of(
            *("gp", "health_visiting"),
            ask="With which service?",
            label="Service",
            unchecked=True,
            words={"gp": "GP practice", "health_visiting": "health visiting"},
        ),
    },
)
