"""Somebody who cannot get in: what they are told, the code of a colleague, and what ends when it is used."""

import logging
import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from kith.agencies import models as agencies
from kith.agencies import one_time_codes
from kith.kernel.clock import now
from kith.web.sign_in import agencies_that_prove, codes, letting_in, throttle
from tests.web.forms import PASSWORD, bay, page, problems, said
from tests.web.lettings_in import (
    COUNCIL,
    JOEL,
    NEW,
    YUSUF,
    choose,
    come_in,
    email_of,
    keeper,
    made,
    make,
    type_code,
)
from tests.web.signing_in import code_of, first_step, is_in, of_nobody, through_both, with_app

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture(autouse=True)
def two_are_required(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.KITH_SECOND_FACTOR = True
    bay()


# ── for whoever cannot get in ────────────────────────────────────────────────────────────────────────────────────


def test_the_way_is_told_from_the_sign_in_page_and_asks_nothing():
    client = Client()
    assert "/sign-in/cannot" in [one.attributes["href"] for one in page(client.get("/sign-in")).all("a")]
    shown = page(client.get("/sign-in/cannot"))
    main = shown.all("main")[0]
    assert "Ring a sign-in keeper of your own agency" in main.text and "01632 960 140" in main.text
    assert not main.all("input", "form")
    assert client.post("/sign-in/cannot", {"email": email_of(JOEL)}).status_code == 405


def test_the_page_is_the_same_in_every_byte_for_everybody():
    plain = {
        Client().get("/sign-in/cannot").content,
        Client(REMOTE_ADDR="192.0.2.9").get("/sign-in/cannot").content,
    }
    client, _ = first_step(with_app(JOEL)[0])
    assert {client.get("/sign-in/cannot").content} == plain and len(plain) == 1


def test_a_code_leads_to_a_new_password_and_a_new_second_factor_and_nothing_before_both():
    client, answer = type_code(made())
    assert answer.url == "/sign-in/code/password"
    assert not is_in(client)
    assert choose(client).url == "/sign-in/set-up"
    for address in ("/", "/children/", "/sign-in/mine"):
        assert client.get(address).url == "/sign-in/set-up"
    secret = page(client.get("/sign-in/set-up")).classed("code-letters")[0].text.replace(" ", "")
    assert client.post("/sign-in/set-up", {"code": code_of(secret)}).url == "/sign-in/recovery"
    assert is_in(client)
    assert len(codes.recovery_codes(agencies.SignIn.objects.get(practitioner__code=JOEL))[0]) == 10


def test_nothing_changes_until_it_is_used_and_then_everything_before_ends_at_once():
    person, secret = with_app(JOEL)
    codes.make_recovery_codes(person)
    recovery, *_ = codes.recovery_codes(person)[0]
    here = through_both(person, secret)
    halfway, _ = first_step(person)
    code = made()
    type_code(code)
    assert is_in(here) and Authenticator.objects.filter(user=person).count() == 2
    come_in(code)
    assert not is_in(here)
    assert not Authenticator.objects.filter(user=person).exists()
    assert first_step(person)[1].status_code == 422, "the old password"
    assert halfway.post("/sign-in/second", {"code": recovery}).status_code == 422
    assert not is_in(halfway)


def test_a_code_counts_once_and_of_two_who_typed_it_the_second_learns_that_it_ended():
    code = made()
    first, _ = type_code(code)
    second, _ = type_code(code)
    assert choose(first).status_code == 302
    answer = choose(second, "another quiet turnip ladder")
    assert answer.status_code == 422
    assert "does not let you in" in said(answer)
    assert second.get("/sign-in/code/password").url == "/sign-in/code"
    assert type_code(code)[1].status_code == 422
    assert agencies.SignIn.objects.get(practitioner__code=JOEL).check_password(NEW)


def test_a_code_that_ran_out_opens_nothing_also_where_it_was_typed_in_time(monkeypatch):
    code = made()
    client, _ = type_code(code)
    later = now() + timedelta(hours=1, seconds=1)
    session = client.session
    session["let_in_again"] = {**session["let_in_again"], "at": later.isoformat()}
    session.save()
    monkeypatch.setattr("kith.web.sign_in.code_views.now", lambda: later)
    assert "does not let you in" in said(choose(client))
    assert type_code(code)[1].status_code == 422
    assert not agencies.LettingInEnd.objects.exists()


def test_ten_minutes_after_typing_it_must_be_typed_again(monkeypatch):
    client, _ = type_code(made())
    later = now() + letting_in.LONGEST_BETWEEN_STEPS + timedelta(seconds=1)
    monkeypatch.setattr("kith.web.sign_in.code_views.now", lambda: later)
    assert client.get("/sign-in/code/password").url == "/sign-in/code"
    assert choose(client).url == "/sign-in/code"


def test_without_a_code_nobody_reaches_the_new_password():
    assert Client().get("/sign-in/code/password").url == "/sign-in/code"
    assert choose(Client()).url == "/sign-in/code"


def test_a_password_that_will_not_do_is_said_and_the_code_is_not_used_up():
    client, _ = type_code(made())
    answer = choose(client, "joel prewett 2026!")
    assert [field for field, _ in problems(answer)] == ["new_password"]
    assert "joel prewett 2026!" not in answer.content.decode()
    assert choose(client).status_code == 302


def test_a_session_that_somebody_planted_is_not_the_one_that_comes_in():
    planted = Client()
    type_code("wrong", planted)
    planted.get("/sign-in")
    key = planted.session.session_key or "planted0000000000000000000000000"
    victim = Client()
    victim.cookies["kith"] = key
    type_code(made(), victim)
    assert victim.session.session_key != key
    between = victim.session.session_key
    choose(victim)
    assert victim.session.session_key != between
    assert not is_in(planted)


def test_known_unknown_closed_and_waiting_are_answered_alike_in_every_byte_to_the_wait_and_beyond():
    made()
    agencies.SignIn.objects.filter(practitioner__code="folasade-adeyemi").update(is_active=False)
    everybody = [email_of(JOEL), email_of(YUSUF), email_of("folasade-adeyemi"), of_nobody()]
    clients = {email: Client() for email in everybody}
    for _ in range(throttle.TRIES + 2):
        answers = [
            (type_code("AAAA-BBBB-CCCC-DDDD-EEEE", clients[email], email=email)[1], email)
            for email in everybody
        ]
        assert len({answer.status_code for answer, _ in answers}) == 1
        bodies = {TOKEN.sub("", answer.content.decode()).replace(email, "") for answer, email in answers}
        assert len(bodies) == 1
        assert len({tuple(sorted(answer.headers)) for answer, _ in answers}) == 1


@pytest.mark.parametrize("whose", ["waits", "none", "nobody"])
def test_a_code_is_hashed_once_whoever_it_is_for(monkeypatch, whose):
    made()
    hashed = []
    for name in ("make_password", "check_password"):
        real = getattr(one_time_codes, name)
        monkeypatch.setattr(
            one_time_codes, name, lambda *given, _real=real: hashed.append(1) or _real(*given)
        )
    email = {"waits": email_of(JOEL), "none": email_of(YUSUF), "nobody": of_nobody()}[whose]
    type_code("wrong", email=email)
    assert len(hashed) == 1


def test_the_sixth_try_waits_even_with_the_right_code_and_nobody_is_kept_out_from_elsewhere():
    code, client = made(), Client()
    for _ in range(throttle.TRIES):
        type_code("AAAA-BBBB-CCCC-DDDD-EEEE", client)
    answer = type_code(code, client)[1]
    assert answer.status_code == 429 and "Wait 15 minutes" in said(answer)
    assert type_code(code, Client(REMOTE_ADDR="198.51.100.7"))[1].status_code == 302


def test_refusals_are_kept_as_codes_that_name_nobody_and_neither_code_nor_e_mail_reaches_a_log(caplog):
    caplog.set_level(logging.DEBUG)
    code, client = made(), Client()
    for _ in range(throttle.TRIES + 1):
        type_code("AAAA-BBBB-CCCC-DDDD-EEEE", client)
    lines = [one.getMessage() for one in caplog.records if one.name == "kith.web.sign_in.code_views"]
    assert lines == ["letting in again refused: reason=wrong_code"] * 5 + [
        "letting in again refused: reason=too_many"
    ]
    told = " ".join(one.getMessage() for one in caplog.records if one.name.startswith("kith"))
    for secret in (code, "AAAA-BBBB", email_of(JOEL)):
        assert secret not in told


def test_neither_code_nor_password_is_given_back_by_a_form_that_came_too_late():
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        "/sign-in/code", {"let_in_code": "7KQM-4RTX", "new_password": NEW, "password_now": PASSWORD}
    )
    assert answer.status_code == 403
    for secret in ("7KQM-4RTX", NEW, PASSWORD):
        assert secret not in answer.content.decode()


# ── whose agency proves them ─────────────────────────────────────────────────────────────────────────────────────


def test_whoever_has_nothing_here_is_sent_to_their_agencys_help_desk(monkeypatch):
    monkeypatch.setattr(agencies_that_prove, "providers", lambda: (COUNCIL,))
    answer = make(keeper(), text="prewett")
    assert answer.status_code == 422
    assert "They sign in by Tolland Bay Council" in said(answer) and "01632 960 100" in said(answer)
    assert not agencies.LettingIn.objects.exists()


def test_whoever_lost_a_second_factor_of_ours_gets_rid_of_it_without_ever_having_a_password_here(monkeypatch):
    person, _ = with_app(JOEL)
    person.set_unusable_password()
    person.save()
    monkeypatch.setattr(agencies_that_prove, "providers", lambda: (COUNCIL,))
    client, _ = type_code(made())
    shown = page(client.get("/sign-in/code/password"))
    assert not [one for one in shown.all("input") if one.attributes.get("type") == "password"]
    assert (
        client.post("/sign-in/code/password", {"new_password": NEW, "new_password_again": NEW}).url
        == "/sign-in"
    )
    person.refresh_from_db()
    assert not person.has_usable_password()
    assert not Authenticator.objects.filter(user=person).exists()
    assert not is_in(client)


def test_somebody_comes_in_for_the_first_time_by_a_code():
    assert not agencies.SignIn.objects.get(practitioner__code=JOEL).has_usable_password()
    client = come_in(made())
    assert client.get("/sign-in/set-up").status_code == 200
