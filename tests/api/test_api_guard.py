"""Every endpoint says who may ask: what guards it follows from that word, and no other word is known."""

import pytest

from kith.api.policies import POLICIES, AgencyToken, guard_of


def test_what_is_public_asks_for_no_token_and_everything_else_does():
    guards = {name: guard_of(name) for name in POLICIES}
    assert guards.pop("public") is None
    assert guards and all(isinstance(guard, AgencyToken) for guard in guards.values())


def test_an_endpoint_under_a_policy_that_is_not_listed_cannot_be_put_up():
    with pytest.raises(ValueError, match="no policy 'everyone'"):
        guard_of("everyone")
