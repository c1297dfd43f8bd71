"""Wrong tries are few, cost nobody else their way in, and say nothing of who is known here."""

import logging
import re
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from django.test import Client

from kith.kernel.clock import now
from kith.web import models
from kith.web.sign_in import throttle
from tests.web.forms import PASSWORD, bay, said, way_in
from tests.web.signing_in import of_nobody

pytestmark = pytest.mark.django_db
WHO = "dana-ferris"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture(autouse=True)
def tolland_bay():
    bay()


def wrong(email: str, client: Client, times: int = 1):
    answers = [client.post("/sign-in", {"email": email, "password": "wrong horse"}) for _ in range(times)]
    return answers[-1]


def right(email: str, client: Client):
    return client.post("/sign-in", {"email": email, "password": PASSWORD})


def test_the_sixth_try_waits_even_with_the_right_password_and_says_whom_to_ring():
    person, client = way_in(WHO), Client()
    assert wrong(person.email, client, throttle.TRIES).status_code == 422
    answer = right(person.email, client)
    assert answer.status_code == 429
    assert "Wait 15 minutes, or ring your duty desk" in said(answer)
    assert "01632 960 140" in said(answer)


@pytest.mark.parametrize(
    "chosen", ["  Ä long walk, 🚢 and \\ 'quotes'  ", "a" * 64, "b" * 200], ids=["signs", "64", "200"]
)
def test_a_password_is_taken_exactly_as_it_was_typed(chosen):
    person = way_in(WHO)
    person.set_password(chosen)
    person.save()
    for typed in (chosen.strip() + " ", chosen.swapcase(), chosen[:-1], chosen + "x"):
        assert Client().post("/sign-in", {"email": person.email, "password": typed}).status_code == 422, typed
    assert Client().post("/sign-in", {"email": person.email, "password": chosen}).status_code == 302


@pytest.mark.slow
def test_nobody_is_kept_out_from_elsewhere():
    person = way_in(WHO)
    for place in range(10):
        wrong(person.email, Client(REMOTE_ADDR=f"192.0.2.{place}"), throttle.TRIES + 1)
    assert right(person.email, Client(REMOTE_ADDR="198.51.100.7")).status_code == 302


def test_a_colleague_at_the_same_address_is_not_kept_out():
    person, colleague = way_in(WHO), way_in("ruth-abara")
    wrong(person.email, Client(), throttle.TRIES + 1)
    assert right(colleague.email, Client()).status_code == 302


def test_after_a_quarter_of_an_hour_it_may_be_tried_again_and_a_right_one_clears_the_count():
    person, client = way_in(WHO), Client()
    wrong(person.email, client, throttle.TRIES)
    models.WrongTry.objects.update(at=now() - throttle.WITHIN - timedelta(seconds=1))
    assert right(person.email, client).status_code == 302
    assert not models.WrongTry.objects.exists()
    assert wrong(person.email, Client(), throttle.TRIES).status_code == 422


def test_the_same_e_mail_in_other_letters_is_the_same_sign_in():
    person, client = way_in(WHO), Client()
    for spelt in (
        person.email,
        person.email.upper(),
        f" {person.email} ",
        person.email.title(),
        person.email,
    ):
        wrong(spelt, client)
    assert right(person.email, client).status_code == 429


def test_an_address_that_a_visitor_makes_up_is_not_believed(settings):
    person = way_in(WHO)
    for place in range(throttle.TRIES):
        wrong(person.email, Client(HTTP_X_FORWARDED_FOR=f"192.0.2.{place}"))
    assert right(person.email, Client(HTTP_X_FORWARDED_FOR="192.0.2.99")).status_code == 429
    settings.KITH_TRUSTED_PROXIES = 1
    assert right(person.email, Client(HTTP_X_FORWARDED_FOR="203.0.113.9, 192.0.2.99")).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_twenty_tries_at_once_are_not_twenty_tries():
    about, at, let = throttle.about("password", "dana", "192.0.2.1"), now(), []
    together = Barrier(20)

    def one_try():
        together.wait()
        let.append(throttle.may_try(about=about, at=at))
        connection.close()

    threads = [Thread(target=one_try) for _ in range(20)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert (len(let), sum(let)) == (20, throttle.TRIES)


def without_what_differs(answer, email: str) -> bytes:
    return TOKEN.sub("", answer.content.decode()).replace(email, "").encode()


def test_known_and_unknown_e_mails_are_answered_alike_in_every_byte_to_the_wait_and_beyond():
    person, nobody = way_in(WHO), of_nobody()
    closed = way_in("ruth-abara")
    closed.is_active = False
    closed.save()
    known, unknown, shut = Client(), Client(), Client()
    for _ in range(throttle.TRIES + 2):
        answers = [
            (wrong(email, client), email)
            for email, client in ((person.email, known), (nobody, unknown), (closed.email, shut))
        ]
        assert len({answer.status_code for answer, _ in answers}) == 1
        assert len({without_what_differs(answer, email) for answer, email in answers}) == 1
        assert len({tuple(sorted(answer.headers)) for answer, _ in answers}) == 1


@pytest.mark.parametrize("who", ["known", "unknown", "closed", "no password"])
def test_a_password_is_hashed_once_whoever_it_is_for(monkeypatch, who):
    person = way_in(WHO)
    if who == "closed":
        person.is_active = False
    if who == "no password":
        person.set_unusable_password()
    person.save()
    hashed = []
    for name in ("encode", "verify"):
        real = getattr(Argon2PasswordHasher, name)
        monkeypatch.setattr(
            Argon2PasswordHasher,
            name,
            lambda self, *given, _real=real: hashed.append(1) or _real(self, *given),
        )
    wrong(of_nobody() if who == "unknown" else person.email, Client())
    assert len(hashed) == 1


def test_neither_e_mail_nor_password_nor_address_reaches_a_table_or_a_log(caplog):
    caplog.set_level(logging.DEBUG)
    person = way_in(WHO)
    wrong(person.email, Client(REMOTE_ADDR="192.0.2.77"), throttle.TRIES + 1)
    kept = " ".join(f"{row.about} {row.at}" for row in models.WrongTry.objects.all())
    told = " ".join(record.getMessage() for record in caplog.records if "SELECT" not in record.getMessage())
    said = " ".join(line for line in told.splitlines() if "INSERT" not in line and "UPDATE" not in line)
    for secret in (person.email, "wrong horse", "192.0.2.77"):
        assert secret not in kept
        assert secret not in said
