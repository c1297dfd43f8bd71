"""What the tests of signing in share: somebody with a password, a code app that we can read, and the door."""

from datetime import UTC, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client

from kith.kernel.clock import now
from tests.web.forms import PASSWORD, way_in

PERIOD = 30


def code_of(secret: str, at: datetime | None = None) -> str:
    """What a code app with this secret shows."""
    return format_hotp_value(hotp_value(secret, int((at or now()).timestamp()) // PERIOD))


def with_app(code: str) -> tuple[Any, str]:
    """A practitioner's sign-in with a password and a code app, and the app's secret."""
    person = way_in(code)
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return person, secret


def forget_taken_codes() -> None:
    """As after a minute: the code that shows now was not taken yet."""
    for row in Authenticator.objects.filter(type="totp"):
        row.data["used_period"] = 0
        row.save()


def first_step(person: Any, *, client: Client | None = None, **more: str) -> tuple[Client, HttpResponse]:
    """E-mail and password, typed at the door."""
    client = client or Client()
    return client, client.post("/sign-in", {"email": person.email, "password": PASSWORD, **more})


def through_both(person: Any, secret: str, *, client: Client | None = None, **more: str) -> Client:
    """Signed in by password and code."""
    forget_taken_codes()
    client, _ = first_step(person, client=client, **more)
    answer = client.post("/sign-in/second", {"code": code_of(secret)})
    assert answer.status_code == 302, answer.content.decode()
    return client


def is_in(client: Client) -> bool:
    """Whether the first page opens."""
    return client.get("/").status_code == 200


def of_nobody() -> str:
    """An e-mail address that is nobody's sign-in."""
    email = "nobody@tollandbay.example"
    assert not get_user_model().objects.filter(email=email).exists()
    return email


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
