"""Changing one's own password on a page: a fresh proof, the one of now, every other device out, and told."""

from datetime import timedelta

import pytest
from django.test import Client

from kith.agencies import models as agencies
from kith.kernel.clock import now
from kith.web.sign_in import agencies_that_prove, throttle
from tests.web.forms import PASSWORD, bay, page, problems, said, way_in
from tests.web.signing_in import code_of, first_step, is_in, through_both, with_app

pytestmark = pytest.mark.django_db
WHO = "dana-ferris"
HERE = "/sign-in/mine/password"
ANOTHER = "heron ladder quiet turnip"
ON_WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture(autouse=True)
def tolland_bay(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    bay()


def change(client, password=ANOTHER, again=None, password_now=PASSWORD, **more):
    typed = {
        "password_now": password_now,
        "new_password": password,
        "new_password_again": again or password,
        **more,
    }
    return client.post(HERE, typed)


def at_windows(person) -> Client:
    return first_step(person, client=Client(HTTP_USER_AGENT=ON_WINDOWS))[0]


def test_the_new_one_opens_and_the_old_one_does_not():
    person = way_in(WHO)
    assert change(at_windows(person)).url == "/sign-in/mine"
    assert first_step(person)[1].status_code == 422
    answer = Client().post("/sign-in", {"email": person.email, "password": ANOTHER})
    assert answer.status_code == 302


def test_this_session_goes_on_under_a_new_key_and_every_other_one_ends_and_it_says_so():
    person = way_in(WHO)
    here, others = at_windows(person), [first_step(person)[0] for _ in range(2)]
    before = here.session.session_key
    stolen = Client()
    stolen.cookies["kith"] = before
    theirs, _ = first_step(way_in("ruth-abara"))
    change(here)
    assert here.session.session_key != before
    assert "You are signed out on 2 other devices." in said(here.get("/sign-in/mine"))
    assert is_in(here) and is_in(theirs)
    assert not is_in(stolen) and not [one for one in others if is_in(one)]


def test_the_person_is_told_when_and_on_what_device():
    here = at_windows(way_in(WHO))
    change(here)
    told = said(here.get("/sign-in/mine"))
    assert "Your password was changed, on Firefox on Windows." in told
    assert "Was one of these not you?" in told
    row = agencies.AgencyChange.objects.get(what="password_changed")
    assert row.practitioner.code == WHO and ANOTHER not in row.sentence


def test_it_needs_a_fresh_proof_and_no_password_is_carried_through_the_page_that_asks():
    here = at_windows(way_in(WHO))
    session = here.session
    session["proved_at"] = (now() - timedelta(minutes=6)).isoformat()
    session.save()
    assert here.get(HERE).status_code == 401
    answer = change(here)
    assert answer.status_code == 401
    assert ANOTHER not in answer.content.decode() and PASSWORD not in answer.content.decode()
    proved = here.post(HERE, {"again_asked": "POST", "again_password": PASSWORD})
    assert [field for field, _ in problems(proved)] == ["password_now"]
    assert change(here).status_code == 302


def test_the_password_of_now_is_asked_for_and_its_tries_are_counted_with_those_of_signing_in():
    person = way_in(WHO)
    here = at_windows(person)
    assert [field for field, _ in problems(change(here, password_now=""))] == ["password_now"]
    for _ in range(throttle.TRIES):
        assert "not right" in said(change(here, password_now="wrong horse"))
    assert "Too many wrong tries" in said(change(here))
    assert first_step(person)[1].status_code == 429


@pytest.mark.parametrize("short", ["", "heron ladder", "Dana.Ferris.2026.Dana", "passwordpassword", PASSWORD])
def test_one_that_will_not_do_changes_nothing_and_is_never_given_back(short):
    person = way_in(WHO)
    here = at_windows(person)
    answer = change(here, password=short)
    assert answer.status_code == 422
    assert [field for field, _ in problems(answer)] == ["new_password"]
    assert not short or short not in answer.content.decode()
    assert first_step(person)[1].status_code == 302


def test_it_is_typed_twice_where_it_is_hidden_and_once_where_it_is_shown():
    person = way_in(WHO)
    here = at_windows(person)
    assert [field for field, _ in problems(change(here, again="another"))] == ["new_password_again"]
    hidden = {one.attributes.get("id"): one.attributes for one in page(here.get(HERE)).all("input")}
    assert hidden["new_password"]["type"] == hidden["new_password_again"]["type"] == "password"
    shown = {
        one.attributes.get("id"): one.attributes for one in page(here.get(f"{HERE}?shown=yes")).all("input")
    }
    assert shown["new_password"]["type"] == "text" and "new_password_again" not in shown
    answer = here.post(HERE, {"password_now": PASSWORD, "new_password": ANOTHER, "shown": "yes"})
    assert answer.status_code == 302


def test_it_may_be_pasted_and_kept_by_a_browser_and_blanks_at_its_ends_stay():
    person = way_in(WHO)
    here = at_windows(person)
    fields = {one.attributes.get("id"): one.attributes for one in page(here.get(HERE)).all("input")}
    assert fields["new_password"]["autocomplete"] == "new-password"
    assert fields["password_now"]["autocomplete"] == "current-password"
    assert not {"maxlength", "onpaste", "pattern"} & set(fields["new_password"])
    change(here, password=f"  {ANOTHER} ")
    person.refresh_from_db()
    assert person.check_password(f"  {ANOTHER} ") and not person.check_password(ANOTHER)


def test_second_factors_stay_and_the_next_sign_in_asks_for_both(settings):
    settings.KITH_SECOND_FACTOR = True
    person, secret = with_app(WHO)
    here = through_both(person, secret)
    change(here)
    assert is_in(here)
    answer = Client().post("/sign-in", {"email": person.email, "password": ANOTHER})
    assert answer.url == "/sign-in/second"


def test_whoever_has_no_password_here_is_told_so_and_whom_to_ring(tmp_path, monkeypatch, settings):
    provider = agencies_that_prove.AgencyProvider(
        code="council", name="Tolland Bay Council", area="tolland-bay", agency="childrens_social_care",
        issuer="https://login.council.example", our_id="kith", secret="s",
    )  # fmt: skip
    person = way_in(WHO)
    here = at_windows(person)
    person.set_unusable_password()
    person.save()
    here.force_login(person)
    session = here.session
    session["proved_at"] = now().isoformat()
    session.save()
    assert "You came in another way" in said(here.get(HERE))
    monkeypatch.setattr(agencies_that_prove, "providers", lambda: (provider,))
    told = said(here.get(HERE))
    assert "Tolland Bay Council proves who you are" in told and "01632 960 100" in told
    assert change(here).status_code == 409
    assert "your password is kept there" in said(here.get("/sign-in/mine"))
    person.refresh_from_db()
    assert not person.has_usable_password()


def test_setting_up_and_taking_away_a_factor_is_told_too(settings):
    settings.KITH_SECOND_FACTOR = True
    client, _ = first_step(way_in(WHO), client=Client(HTTP_USER_AGENT=ON_WINDOWS))
    secret = page(client.get("/sign-in/set-up")).classed("code-letters")[0].text.replace(" ", "")
    client.post("/sign-in/set-up", {"code": code_of(secret)})
    client.post("/sign-in/recovery/new")
    told = said(client.get("/sign-in/mine"))
    assert "A code app was set up, on Firefox on Windows." in told
    assert "New recovery codes were made, on Firefox on Windows." in told
