"""One agency asked another to do something."""

from kith.grammar.entry_kinds import either, entry_kind, one_of
from kith.rulebook.england.agencies import agency
from kith.rulebook.england.contacts import ACTIONS_AS_THINGS

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
            *ACTIONS_AS_THINGS,
            ask="What was asked for?",
            words=ACTIONS_AS_THINGS,
        ),
        "from": agency(ask="Which agency asked?", label="Asked by"),
        "to": agency(ask="Which agency was asked?", label="Asked of"),
    },
)
