"""Two proofs before any page about a child: setting one up, a code that counts once, a recovery code that counts once."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client

from kith.kernel.clock import now
from kith.web.sign_in import codes, letting_in, throttle
from tests.web.forms import bay, page, problems, said, way_in
from tests.web.signing_in import code_of, first_step, forget_taken_codes, is_in, through_both, with_app

pytestmark = pytest.mark.django_db
WHO = "dana-ferris"


@pytest.fixture(autouse=True)
def two_are_required(settings):
    settings.KITH_SECOND_FACTOR = True
    bay()


def secret_shown(client: Client) -> str:
    return page(client.get("/sign-in/set-up")).classed("code-letters")[0].text.replace(" ", "")


def test_a_password_alone_leads_to_setting_up_and_opens_nothing_else():
    client, answer = first_step(way_in(WHO), next="/children/")
    assert answer.url == "/sign-in/set-up"
    for address in ("/", "/children/", "/concern/", "/decisions/", "/sign-in/mine", "/same-child/"):
        assert client.get(address).url == "/sign-in/set-up", address
    assert client.post("/children/", {"name": "Tam"}).url == "/sign-in/set-up"


def test_setting_up_a_code_app_gives_recovery_codes_and_goes_on_to_where_the_person_was_going():
    client, _ = first_step(way_in(WHO), next="/concern/")
    before = client.session.session_key
    answer = client.post("/sign-in/set-up", {"code": code_of(secret_shown(client))})
    assert answer.url == "/sign-in/recovery"
    assert client.session.session_key != before
    kept = page(client.get("/sign-in/recovery")).classed("recovery")[0].all("li")
    assert len({one.text for one in kept}) == 10
    assert client.post("/sign-in/recovery").url == "/concern/"
    assert not page(client.get("/sign-in/recovery")).classed("recovery")
    assert is_in(client)


def test_a_wrong_first_code_sets_nothing_up_and_the_picture_stays_the_same():
    client, _ = first_step(way_in(WHO))
    secret = secret_shown(client)
    answer = client.post("/sign-in/set-up", {"code": "000000"})
    assert answer.status_code == 422
    assert [field for field, _ in problems(answer)] == ["code"]
    assert secret_shown(client) == secret
    assert not Authenticator.objects.exists()


def test_recovery_codes_are_not_shown_to_whoever_proved_one_thing_alone():
    client, _ = first_step(way_in(WHO))
    assert client.get("/sign-in/recovery").url == "/sign-in/set-up"


def test_whoever_has_a_code_app_is_not_in_before_the_code():
    person, secret = with_app(WHO)
    client, answer = first_step(person, next="/concern/")
    assert answer.url == "/sign-in/second"
    assert not is_in(client)
    assert client.get("/sign-in/set-up").status_code == 302, "no way round by setting up another"
    assert client.post("/sign-in/second", {"code": code_of(secret)}).url == "/concern/"
    assert is_in(client)


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "1" * 500])
def test_a_wrong_code_is_a_problem_at_its_field_and_is_never_given_back(code):
    person, _ = with_app(WHO)
    client, _ = first_step(person)
    answer = client.post("/sign-in/second", {"code": code})
    assert answer.status_code == 422
    assert [field for field, _ in problems(answer)] == ["code"]
    assert not code or f'value="{code}"' not in answer.content.decode()
    assert not is_in(client)


def test_a_code_counts_once():
    person, secret = with_app(WHO)
    code = code_of(secret)
    first, _ = first_step(person)
    second, _ = first_step(person)
    assert first.post("/sign-in/second", {"code": code}).status_code == 302
    assert second.post("/sign-in/second", {"code": code}).status_code == 422


def test_a_code_from_before_one_that_was_taken_is_not_taken_either():
    person, secret = with_app(WHO)
    at = now()
    assert codes.app_code_is_right(person, code=code_of(secret, at), at=at)
    before = code_of(secret, at - timedelta(seconds=30))
    assert not codes.app_code_is_right(person, code=before, at=at)


def test_the_code_that_sets_the_app_up_does_not_sign_in():
    client, _ = first_step(way_in(WHO))
    code = code_of(secret_shown(client))
    client.post("/sign-in/set-up", {"code": code})
    other, _ = first_step(way_in(WHO))
    assert other.post("/sign-in/second", {"code": code}).status_code == 422


@pytest.mark.parametrize("seconds", [-95, 95])
def test_a_code_of_another_minute_is_wrong(seconds):
    person, secret = with_app(WHO)
    at = now()
    assert not codes.app_code_is_right(person, code=code_of(secret, at + timedelta(seconds=seconds)), at=at)


def test_a_recovery_code_counts_once():
    person, _ = with_app(WHO)
    codes.make_recovery_codes(person)
    one, *_ = codes.recovery_codes(person)[0]
    client, _ = first_step(person)
    assert client.post("/sign-in/second", {"code": f"{one[:4]} {one[4:8]} {one[8:]}"}).status_code == 302
    assert is_in(client)
    again, _ = first_step(person)
    assert again.post("/sign-in/second", {"code": one}).status_code == 422
    assert codes.recovery_codes(person)[1] == 9


def test_the_first_step_is_good_for_ten_minutes(monkeypatch):
    person, secret = with_app(WHO)
    client, _ = first_step(person)
    monkeypatch.setattr(
        "kith.web.sign_in.views.now",
        lambda: now() + letting_in.LONGEST_BETWEEN_STEPS + timedelta(seconds=1),
    )
    assert client.post("/sign-in/second", {"code": code_of(secret)}).url == "/sign-in"


def test_five_wrong_codes_and_then_the_right_one_waits_too():
    person, secret = with_app(WHO)
    client, _ = first_step(person)
    for _ in range(throttle.TRIES):
        client.post("/sign-in/second", {"code": "000000"})
    answer = client.post("/sign-in/second", {"code": code_of(secret)})
    assert answer.status_code == 422
    assert "Too many wrong tries" in said(answer)


def test_guessing_codes_from_many_addresses_comes_to_an_end():
    person, secret = with_app(WHO)
    for place in range(throttle.TRIES_OF_CODES):
        client, _ = first_step(person, client=Client(REMOTE_ADDR=f"192.0.2.{place}"))
        client.post("/sign-in/second", {"code": "000000"})
    client, _ = first_step(person, client=Client(REMOTE_ADDR="198.51.100.1"))
    assert client.post("/sign-in/second", {"code": code_of(secret)}).status_code == 422


def test_another_factor_needs_a_fresh_proof_and_the_last_one_stays():
    person, secret = with_app(WHO)
    client = through_both(person, secret)
    session = client.session
    session["proved_at"] = (now() - timedelta(minutes=6)).isoformat()
    session.save()
    assert client.get("/sign-in/set-up").status_code == 401
    only = Authenticator.objects.get(user=person, type="totp")
    forget_taken_codes()
    answer = client.post(
        "/sign-in/mine/take-away",
        {"factor": str(only.pk), "again_asked": "POST", "again_code": code_of(secret)},
    )
    assert answer.status_code == 404
    assert Authenticator.objects.filter(pk=only.pk).exists()


def test_the_secrets_are_sealed_in_the_table_and_in_the_session():
    client, _ = first_step(way_in(WHO))
    secret = secret_shown(client)
    assert secret not in str(dict(client.session))
    client.post("/sign-in/set-up", {"code": code_of(secret)})
    shown = page(client.get("/sign-in/recovery")).classed("recovery")[0].all("li")
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        held = " ".join(text for (text,) in cursor.fetchall())
    assert secret not in held
    assert not [one for one in shown if one.text.replace(" ", "") in held]


def test_rules_read_none_of_what_signing_in_keeps():
    with connection.cursor() as cursor:
        for table in (
            "mfa_authenticator", "agencies_signin", "web_opensession", "web_wrongtry", "web_agencyidentity",
            "django_session", "account_emailaddress", "agencies_lettingin",
        ):  # fmt: skip
            cursor.execute("SELECT has_table_privilege('kith_asker', %s, 'SELECT')", [table])
            assert not cursor.fetchone()[0], table


def test_the_demo_asks_for_one_step_alone(settings):
    settings.KITH_SECOND_FACTOR, settings.KITH_DEMO = False, True
    client = Client()
    shown = page(client.get("/sign-in"))
    assert "A real sign-in asks for two things" in shown.all("main")[0].text
    chosen = next(one for one in shown.all("input") if one.attributes["name"] == "practitioner")
    assert client.post("/sign-in/as", {"practitioner": chosen.attributes["value"]}).url == "/"
    assert is_in(client)
