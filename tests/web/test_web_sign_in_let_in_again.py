"""Somebody who cannot get in: what they are told, the code of a colleague, and what ends when it is used."""

import logging
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from kith.agencies import models as agencies
from kith.agencies import one_time_codes
from kith.kernel.clock import now
from kith.web.sign_in import agencies_that_prove, codes, letting_in, throttle
from tests.web.forms import PASSWORD, bay, page, problems, said, signed_in, value, way_in, worker
from tests.web.signing_in import code_of, first_step, is_in, of_nobody, through_both, with_app

pytestmark = pytest.mark.django_db
HELEN, YUSUF, JOEL = "helen-marrable", "yusuf-demir", "joel-prewett"
NEW = "heron ladder quiet turnip"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
COUNCIL = agencies_that_prove.AgencyProvider(
    code="council", name="Tolland Bay Council", area="tolland-bay", agency="childrens_social_care",
    issuer="https://login.council.example", our_id="kith", secret="s",
)  # fmt: skip


@pytest.fixture(autouse=True)
def two_are_required(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.KITH_SECOND_FACTOR = True
    bay()


def keeper(code=HELEN) -> Client:
    client = signed_in(code)
    session = client.session
    session["two_factors"] = True
    session.save()
    return client


def make(client, whom=JOEL, **other):
    typed = {
        "practitioner": str(worker(whom).id),
        "proof": "by_video",
        "words": "Staff card 4471.",
        "key": str(uuid4()),
    }
    return client.post("/sign-in/let-in/code", {**typed, **other})


def made(whom=JOEL, by=HELEN) -> str:
    """A code, as the keeper reads it from the page."""
    answer = make(keeper(by), whom)
    assert answer.status_code == 200, said(answer)
    return page(answer).classed("code-letters")[0].text


def type_code(code, client=None, whom=JOEL, email=None):
    client = client or Client()
    return client, client.post("/sign-in/code", {"email": email or way_in_email(whom), "let_in_code": code})


def way_in_email(code):
    return agencies.SignIn.objects.get(practitioner__code=code).email


def choose(client, password=NEW):
    return client.post("/sign-in/code/password", {"new_password": password, "new_password_again": password})


def come_in(code, whom=JOEL) -> Client:
    client, _ = type_code(code, whom=whom)
    answer = choose(client)
    assert answer.status_code == 302, said(answer)
    return client


# ── for whoever cannot get in ────────────────────────────────────────────────────────────────────────────────────


def test_the_way_is_told_from_the_sign_in_page_and_asks_nothing():
    client = Client()
    assert "/sign-in/cannot" in [one.attributes["href"] for one in page(client.get("/sign-in")).all("a")]
    shown = page(client.get("/sign-in/cannot"))
    main = shown.all("main")[0]
    assert "Ring a sign-in keeper of your own agency" in main.text and "01632 960 140" in main.text
    assert not main.all("input", "form")
    assert client.post("/sign-in/cannot", {"email": way_in_email(JOEL)}).status_code == 405


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
    everybody = [way_in_email(JOEL), way_in_email(YUSUF), way_in_email("folasade-adeyemi"), of_nobody()]
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
    email = {"waits": way_in_email(JOEL), "none": way_in_email(YUSUF), "nobody": of_nobody()}[whose]
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
    for secret in (code, "AAAA-BBBB", way_in_email(JOEL)):
        assert secret not in told


def test_neither_code_nor_password_is_given_back_by_a_form_that_came_too_late():
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(
        "/sign-in/code", {"let_in_code": "7KQM-4RTX", "new_password": NEW, "password_now": PASSWORD}
    )
    assert answer.status_code == 403
    for secret in ("7KQM-4RTX", NEW, PASSWORD):
        assert secret not in answer.content.decode()


# ── for keepers ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_keeper_finds_their_own_colleagues_and_learns_nothing_of_anybody_else():
    client = keeper()
    found = client.post("/sign-in/let-in/", {"text": "prewett"})
    assert [one.text for one in page(found).classed("choice")][0].startswith("Joel Prewett")
    for text in ("orde", "bright", "marrable", way_in_email("hamish-orde"), "nobody at all"):
        answer = client.post("/sign-in/let-in/", {"text": text})
        assert "Nobody of those whom you keep is called so" in said(answer), text
        assert not page(answer).classed("choice")


def test_few_colleagues_are_simply_listed():
    listed = page(keeper("peter-lanyon").get("/sign-in/let-in/")).classed("choice")
    assert [one.text.split(" ")[0] for one in listed][:2] == ["Joy", "Martha"]
    assert not page(keeper().get("/sign-in/let-in/")).classed("choice"), "a large agency is searched"


@pytest.mark.parametrize("whom", [HELEN, "hamish-orde", "anneka-bright"])
def test_nobody_of_another_agency_and_never_themselves_with_the_same_answer_as_for_nobody(whom):
    client = keeper()
    answer = make(client, whom)
    nobody = make(client, practitioner=str(uuid4()))
    assert answer.status_code == nobody.status_code == 403
    assert TOKEN.sub("", answer.content.decode()) == TOKEN.sub("", nobody.content.decode())
    assert not agencies.LettingIn.objects.exists()
    kept = agencies.AgencyChange.objects.filter(what="letting_in_refused", practitioner__code=HELEN)
    assert kept.count() == 2


@pytest.mark.parametrize("who", [JOEL, "philippa-venn", "beatriz-salgado", "ruth-abara"])
def test_whoever_is_no_keeper_makes_no_code_and_that_is_kept(who):
    client = keeper(who)
    assert make(client, "tomasz-wilk").status_code == 403
    assert client.post("/sign-in/let-in/take-back", {"letting_in": str(uuid4())}).status_code == 403
    assert (
        agencies.AgencyChange.objects.filter(what="letting_in_refused", practitioner__code=who).count() == 2
    )


def test_a_keeper_needs_a_fresh_proof_and_loses_no_word_by_it():
    client = keeper()
    way_in(HELEN)
    client.force_login(agencies.SignIn.objects.get(practitioner__code=HELEN))
    session = client.session
    session.update({"two_factors": True, "proved_at": (now() - timedelta(minutes=6)).isoformat()})
    session.save()
    answer = make(client)
    assert answer.status_code == 401
    assert "Staff card 4471." in answer.content.decode()
    waiting = {
        one.attributes["name"]: one.attributes.get("value", "")
        for one in page(answer).all("input")
        if one.attributes.get("type") == "hidden"
    }
    proved = client.post("/sign-in/let-in/code", {**waiting, "again_password": PASSWORD})
    assert proved.status_code == 200
    assert page(proved).classed("code-letters")


@pytest.mark.parametrize(
    ("field", "other"),
    [("practitioner", {"practitioner": ""}), ("proof", {"proof": ""}), ("words", {"words": ""})],
)
def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(field, other):
    answer = make(keeper(), **{"text": "prewett", **other})
    assert answer.status_code == 422
    assert [one for one, _ in problems(answer)] == [field]
    assert value(answer, "text") == "prewett"
    assert not agencies.LettingIn.objects.exists()


def test_the_code_is_shown_once_and_sending_the_form_again_shows_none():
    client, key = keeper(), str(uuid4())
    answer = make(client, key=key)
    code = page(answer).classed("code-letters")[0].text
    assert answer.headers["Cache-Control"].startswith("no-store")
    assert "It is not shown again" in said(answer)
    again = make(client, key=key)
    assert again.status_code == 422 and "made already" in said(again)
    for address in ("/sign-in/let-in/", "/sign-in/mine", "/"):
        assert code not in client.get(address).content.decode()


def test_a_keeper_takes_back_what_went_to_the_wrong_person():
    code, client = made(), keeper(YUSUF)
    shown = page(client.get("/sign-in/let-in/"))
    chosen = next(one for one in shown.all("input") if one.attributes.get("name") == "letting_in")
    letting = {"letting_in": chosen.attributes["value"]}
    assert client.post("/sign-in/let-in/take-back", letting).url == "/sign-in/let-in/"
    assert "opens nothing any more" in said(client.get("/sign-in/let-in/"))
    assert type_code(code)[1].status_code == 422
    answer = client.post("/sign-in/let-in/take-back", letting)
    assert answer.status_code == 422 and [field for field, _ in problems(answer)] == ["let-in-list"]
    assert client.post("/sign-in/let-in/take-back", {"letting_in": "x"}).status_code == 422


# ── who reads it ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_other_keepers_and_the_guardian_read_who_let_in_whom_and_nobody_else_does():
    come_in(made())
    for reader in (HELEN, YUSUF, "philippa-venn"):
        told = said(keeper(reader).get("/sign-in/let-in/"))
        for words in (
            "Joel Prewett",
            "Helen Marrable",
            "Seen on video with photo card",
            "Staff card 4471.",
            "Used",
        ):
            assert words in told, (reader, words)
    assert "Joel Prewett" not in said(keeper("callum-reith").get("/sign-in/let-in/"))
    assert keeper(JOEL).get("/sign-in/let-in/").status_code == 403
    assert not page(keeper("philippa-venn").get("/sign-in/let-in/")).all("textarea"), "a guardian reads"


def test_the_colleague_reads_it_on_their_first_page_and_their_own_also_where_they_did_not_ask():
    made()
    there = keeper(JOEL)
    assert "Helen Marrable made a code to let you in" in said(there.get("/"))
    assert "If you did not ask for it, ring your duty desk" in said(there.get("/"))
    assert "A code to let you in was made by Helen Marrable" in said(there.get("/sign-in/mine"))
    come_in(made())
    assert "Helen Marrable let you in again" in said(keeper(JOEL).get("/"))


def test_another_keeper_is_told_among_what_needs_them_and_the_one_who_did_it_is_not():
    made()
    assert "Helen Marrable made a code to let Joel Prewett in again" in said(keeper(YUSUF).get("/"))
    assert "to let Joel Prewett in again" not in said(keeper(HELEN).get("/"))
    assert "to let Joel Prewett in again" not in said(keeper("callum-reith").get("/"))


def test_the_own_page_leads_keepers_and_guardians_there_and_nobody_else():
    hrefs = {
        who: [one.attributes["href"] for one in page(keeper(who).get("/sign-in/mine")).all("a")]
        for who in (HELEN, "philippa-venn", JOEL)
    }
    assert "/sign-in/let-in/" in hrefs[HELEN] and "/sign-in/let-in/" in hrefs["philippa-venn"]
    assert "/sign-in/let-in/" not in hrefs[JOEL]


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
