"""Every proof, held or refused, and every session is a line of the log, which names nobody but by id."""

import json
import logging
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from structlog.testing import capture_logs

from kith.config.logs import OneLine
from kith.kernel.clock import now
from kith.web.sign_in import factors, throttle
from tests.web.forms import PASSWORD, bay, page, way_in
from tests.web.signing_in import code_of, first_step, forget_taken_codes, of_nobody, through_both, with_app

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
WHO = "dana-ferris"


@pytest.fixture(autouse=True)
def two_are_required(settings):
    settings.KITH_SECOND_FACTOR = True
    bay()


@pytest.fixture
def said():
    with capture_logs() as lines:
        yield lines


def events(lines: list[dict]) -> list[tuple]:
    return [(one["event"], one.get("proof") or one.get("why") or one.get("what")) for one in lines]


def test_both_proofs_and_the_session_are_said_with_who_and_from_where(said):
    person, secret = with_app(WHO)
    through_both(person, secret)
    assert events(said) == [("proof_held", "password"), ("proof_held", "code"), ("signed_in", None)]
    assert {one["sign_in"] for one in said} == {str(person.pk)}
    assert len({one["from_hash"] for one in said}) == 1
    assert (said[-1]["two_factors"], said[-1]["shared_device"]) == (True, False)


def test_wrong_passwords_for_somebody_and_for_nobody_are_said_alike_and_belong_together(said):
    person = way_in(WHO)
    for email in (person.email, person.email.upper(), of_nobody()):
        Client().post("/sign-in", {"email": email, "password": "wrong horse"})
    assert events(said) == [("proof_refused", "password")] * 3
    assert {one["log_level"] for one in said} == {"warning"}
    assert [set(one) for one in said] == [set(said[0])] * 3 and "sign_in" not in said[0]
    assert said[0]["email_hash"] == said[1]["email_hash"] != said[2]["email_hash"]


def test_a_try_that_has_to_wait_is_said_too(said):
    person = way_in(WHO)
    for _ in range(throttle.TRIES + 1):
        Client().post("/sign-in", {"email": person.email, "password": "wrong horse"})
    assert [one["why"] for one in said] == ["wrong"] * throttle.TRIES + ["too_many_tries"]


def test_a_wrong_code_a_wrong_passkey_and_a_wrong_fresh_proof_are_said(said):
    person, secret = with_app(WHO)
    client, _ = first_step(person, client=Client())
    client.post("/sign-in/second", {"code": "000000"})
    client.post("/sign-in/passkey", {"passkey": "{}"}, headers={"Host": "localhost"})
    client = through_both(person, secret)
    before = len(said)
    session = client.session
    session["proved_at"] = (now() - timedelta(minutes=6)).isoformat()
    session.save()
    client.post("/sign-in/recovery/new", {"again_asked": "POST", "again_password": "wrong horse"})
    refused = [(one["proof"], one["why"]) for one in said if one["event"] == "proof_refused"]
    assert refused == [("code", "wrong"), ("passkey", "wrong"), ("password", "wrong")]
    assert said[before]["sign_in"] == str(person.pk)


def test_the_end_of_a_session_is_said_with_its_reason(said):
    person, secret = with_app(WHO)
    through_both(person, secret).post("/sign-out")
    through_both(person, secret).post("/sign-in/mine/end", {"device": "everywhere"})
    late = through_both(person, secret)
    session = late.session
    session["signed_in_at"] = (now() - timedelta(hours=10, minutes=1)).isoformat()
    session.save()
    late.get("/")
    ended = [(one["why"], one["sign_in"]) for one in said if one["event"] == "session_ended"]
    assert ended == [(why, str(person.pk)) for why in ("signed_out", "everywhere", "longest_day")]


def test_a_second_factor_that_is_set_up_is_said(said):
    client, _ = first_step(way_in(WHO))
    letters = page(client.get("/sign-in/set-up")).classed("code-letters")[0].text.replace(" ", "")
    client.post("/sign-in/set-up", {"code": code_of(letters)})
    client.post("/sign-in/recovery/new")
    changed = [one["what"] for one in said if one["event"] == "factors_changed"]
    assert changed == ["set_up", "recovery_codes_anew"]


def test_taking_a_factor_away_ends_every_other_session(said):
    person, secret = with_app(WHO)
    here, elsewhere = through_both(person, secret), through_both(person, secret)
    forget_taken_codes()
    other = _a_passkey_of(person)
    assert here.post("/sign-in/mine/take-away", {"factor": str(other.pk)}).status_code == 302
    assert len(factors.factors_of(person=person)) == 1
    assert here.get("/").status_code == 200
    assert elsewhere.get("/").url.startswith("/sign-in")
    assert events(said)[-1] == ("factors_changed", "taken_away")


def test_no_line_holds_an_e_mail_a_password_a_code_or_an_address(said, caplog):
    caplog.set_level(logging.INFO)
    person, secret = with_app(WHO)
    somewhere = Client(REMOTE_ADDR="192.0.2.77")
    somewhere.post("/sign-in", {"email": person.email, "password": "wrong horse"})
    through_both(person, secret, client=Client(REMOTE_ADDR="192.0.2.77")).post("/sign-out")
    lines = " ".join(map(repr, said)) + caplog.text
    for word in (person.email, "wrong horse", PASSWORD, code_of(secret), secret, "192.0.2.77"):
        assert word not in lines


def _a_passkey_of(person):
    return Authenticator.objects.create(
        user=person, type=Authenticator.Type.WEBAUTHN, data={"name": "a tablet"}
    )


def test_a_refusal_says_whose_sign_in_it_was(caplog):
    person, secret = with_app(WHO)
    client = through_both(person, secret)
    assert client.get("/sign-out").status_code == 405
    lines = [json.loads(OneLine().format(one)) for one in caplog.records if one.name == "django.request"]
    assert (lines[-1]["status"], lines[-1]["path"]) == (405, "/sign-out")
    assert lines[-1]["sign_in"] == str(person.pk)
