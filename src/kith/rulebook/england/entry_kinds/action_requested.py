"""One agency asked another to do something."""

from kith.grammar.entry_kinds import either, entry_kind, one_of
from kith.rulebook.england.agencies import agency

action_requested = entry_kind(
    label="Action asked for",
    sentence=(
        either(
            "{from} asked {to} for {action}",
            "a request to {to} for {action}",
            "{from} asked for {action}",
            "{action} was asked for",
            "{from} asked {to} to act",
            "a request to {to} to act",
            "{from} asked another agency to act",
            "another agency was asked to act",
        ),
    ),
    details={
        "action": one_of(
            *("welfare_check", "joint_visit", "medical", "x_ray", "bed", "place"),
            ask="What was asked for?",
            words={
                "welfare_check": "a welfare check",
                "joint_visit": "a joint visit",
                "medical": "a medical examination",
                "x_ray": "an X-ray",
                "bed": "a hospital bed",
                "place": "a place to stay",
            },
        ),
        "from": agency(ask="Which agency asked?", label="Asked by"),
        "to": agency(ask="Which agency was asked?", label="Asked of"),
    },
)
