"""Everything that changes people, households, relationships or addresses; each takes ``by`` and ``at``."""

from kith.people.operations.addresses import (
    correct_address,
    end_address,
    give_address,
    withdraw_address,
)
from kith.people.operations.born import record_birth, record_loss, withdraw_loss
from kith.people.operations.carry_over import carry_over, give_back
from kith.people.operations.presence import end_presence, start_presence, withdraw_presence
from kith.people.operations.referrers import hold_referrer, reveal_referrer
from kith.people.operations.register import (
    register_birth,
    register_death,
    register_household,
    register_person,
    rename,
    set_tier,
)
from kith.people.operations.register_many import register_people
from kith.people.operations.relate import end_relationship, relate, withdraw_relationship
from kith.people.operations.reside import end_residency, start_residency, withdraw_residency
from kith.people.operations.searching import search_for_hidden
from kith.people.operations.settle_many import (
    give_addresses,
    register_households,
    relate_many,
    start_residencies,
)
from kith.people.operations.vault import end_confidential_address, hold_confidential_address, reveal

__all__ = [
    "carry_over",
    "correct_address",
    "end_address",
    "end_confidential_address",
    "end_presence",
    "end_relationship",
    "end_residency",
    "give_address",
    "give_addresses",
    "give_back",
    "hold_confidential_address",
    "hold_referrer",
    "record_birth",
    "record_loss",
    "register_birth",
    "register_death",
    "register_household",
    "register_households",
    "register_people",
    "register_person",
    "relate",
    "relate_many",
    "rename",
    "reveal",
    "reveal_referrer",
    "search_for_hidden",
    "set_tier",
    "start_presence",
    "start_residencies",
    "start_residency",
    "withdraw_address",
    "withdraw_loss",
    "withdraw_presence",
    "withdraw_relationship",
    "withdraw_residency",
]
