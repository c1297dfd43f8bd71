"""What the reference says of signing in is what the code does."""

from pathlib import Path

import pytest
from django.conf import settings

from kith.api import operations as tokens
from kith.config.routes import every_route
from kith.web.sign_in import codes, device, hours, throttle

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
SIGNING_IN = (REFERENCE / "signing-in.md").read_text(encoding="utf-8")
KEYS = (REFERENCE / "keys-logs-and-connections.md").read_text(encoding="utf-8")
NUMBERS = {5: "Five", 20: "Twenty"}


def test_the_page_of_signing_in_says_the_figures_that_the_code_holds():
    minutes = int(throttle.WITHIN.total_seconds() // 60)
    idle, shared = settings.SESSION_COOKIE_AGE // 60, device.IDLE_ON_A_SHARED_DEVICE // 60
    longest = int(hours.LONGEST.total_seconds() // 3600)
    for said in (
        f"{NUMBERS[throttle.TRIES]} wrong passwords, or {NUMBERS[throttle.TRIES].lower()} wrong codes, in {minutes} minutes",
        f"{NUMBERS[throttle.TRIES_OF_CODES]} wrong codes in {minutes} minutes",
        f"ends after {idle} minutes without a page, {shared} on a device marked as shared, and after {longest} hours",
        f"good for its {codes.PERIOD} seconds and the {codes.PERIOD} on either side",
    ):
        assert said in SIGNING_IN, said


def test_every_address_that_signs_somebody_in_is_one_of_the_ways_that_are_told():
    ways = {
        "sign-in": "a work e-mail and a password",
        "sign-in/second": "the second step",
        "sign-in/passkey": "| a passkey |",
        "sign-in/agency/<slug:code>": "OpenID Connect",
        "sign-in/agency/<slug:code>/back": "OpenID Connect",
        "sign-in/as": "one click in the demo",
        "sign-in/cannot": "what to do where one cannot get in",
        "sign-in/code": "a code that a keeper read out",
        "sign-in/code/password": "a code that a keeper read out",
    }
    open_to_all = {one.address for one in every_route() if one.policy == "public" and "sign" in one.address}
    assert open_to_all == set(ways)
    for words in ways.values():
        assert words in SIGNING_IN, words


@pytest.mark.parametrize(
    "name",
    ["KITH_SECRET_KEY", "KITH_SECOND_FACTOR_KEY", "KITH_LOOKS_KEY", "KITH_WAY_BACK_KEY", "KITH_ROOTS_PLACES"],
)
def test_every_key_of_the_settings_has_its_line(name):
    assert f"`{name}`" in KEYS


def test_the_page_of_keys_lists_every_setting_that_is_a_key():
    held = {name for name in dir(settings) if name.startswith("KITH") and name.endswith("_KEY")}
    assert held == {"KITH_SECOND_FACTOR_KEY", "KITH_LOOKS_KEY", "KITH_WAY_BACK_KEY", "KITH_GIVING_KEY"}
    assert f"within {tokens.LONGEST.days} days" in KEYS
