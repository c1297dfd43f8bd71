"""Sessions: a new key at every proof, ended on the server, seen and ended by their own person, short on a shared device."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from kith.config.routes import every_route
from kith.kernel.clock import now
from kith.web import drafts, models
from tests.web.forms import bay, page, said, way_in, worker
from tests.web.signing_in import first_step, is_in, through_both, with_app

pytestmark = pytest.mark.django_db
WHO, OTHER = "dana-ferris", "ruth-abara"
ON_WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
ON_A_PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"


@pytest.fixture(autouse=True)
def tolland_bay():
    bay()


def test_a_session_that_somebody_planted_is_not_the_one_that_is_let_in():
    planted = Client()
    planted.get("/sign-in")
    key = planted.session.session_key
    victim = Client()
    victim.cookies["kith"] = key
    person, secret = with_app(WHO)
    through_both(person, secret, client=victim)
    assert victim.session.session_key != key
    assert not Session.objects.filter(session_key=key).exists()
    assert not is_in(planted)


def test_the_key_changes_at_each_step():
    person, secret = with_app(WHO)
    client = Client()
    client.get("/sign-in")
    keys = [client.session.session_key]
    first_step(person, client=client)
    keys.append(client.session.session_key)
    through_both(person, secret, client=client)
    keys.append(client.session.session_key)
    assert len(set(keys)) == 3


def test_signing_out_ends_it_on_the_server_also_for_a_stolen_cookie():
    client, _ = first_step(way_in(WHO))
    stolen = Client()
    stolen.cookies["kith"] = client.cookies["kith"].value
    assert is_in(stolen)
    client.post("/sign-out")
    assert not is_in(stolen)
    assert not models.OpenSession.objects.exists()


def test_my_devices_are_listed_in_words_without_addresses_and_nobody_elses():
    person = way_in(WHO)
    here, _ = first_step(person, client=Client(HTTP_USER_AGENT=ON_WINDOWS, REMOTE_ADDR="192.0.2.10"))
    first_step(person, client=Client(HTTP_USER_AGENT=ON_A_PHONE, REMOTE_ADDR="192.0.2.11"))
    first_step(way_in(OTHER), client=Client(HTTP_USER_AGENT="Edg/1 Mac OS", REMOTE_ADDR="192.0.2.12"))
    answer = here.get("/sign-in/mine")
    assert "Firefox on Windows , this one" in said(answer)
    assert "Chrome on Android" in said(answer)
    assert "a Mac" not in said(answer)
    assert "192.0.2." not in answer.content.decode()
    assert here.session.session_key not in answer.content.decode()


def test_one_device_is_ended_from_another():
    person = way_in(WHO)
    here, _ = first_step(person)
    lost, _ = first_step(person, client=Client(HTTP_USER_AGENT=ON_A_PHONE))
    (device,) = [
        one.attributes["value"]
        for one in page(here.get("/sign-in/mine")).all("input")
        if one.attributes.get("name") == "device" and one.attributes["value"] != "everywhere"
    ]
    assert here.post("/sign-in/mine/end", {"device": device}).url == "/sign-in/mine"
    assert "That device is signed out." in said(here.get("/sign-in/mine"))
    assert "That device is signed out." not in said(here.get("/sign-in/mine")), "it is said once"
    assert not is_in(lost)
    assert is_in(here)


def test_nobody_ends_anothers_session():
    here, _ = first_step(way_in(WHO))
    theirs, _ = first_step(way_in(OTHER))
    device = models.OpenSession.objects.get(sign_in__practitioner__code=OTHER)
    for chosen in (str(device.id), "", "x"):
        assert here.post("/sign-in/mine/end", {"device": chosen}).status_code == 404
    assert is_in(theirs)


def test_signing_out_everywhere_ends_every_one_and_this_one_too():
    person = way_in(WHO)
    clients = [first_step(person)[0] for _ in range(3)]
    theirs, _ = first_step(way_in(OTHER))
    answer = clients[0].post("/sign-in/mine/end", {"device": "everywhere"})
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not [one for one in clients if is_in(one)]
    assert is_in(theirs)


def test_half_an_hour_without_a_page_ends_it_and_each_page_begins_it_anew():
    client, _ = first_step(way_in(WHO))
    row = Session.objects.get(session_key=client.session.session_key)
    assert timedelta(minutes=29) < row.expire_date - now() <= timedelta(minutes=30)
    Session.objects.update(expire_date=now() + timedelta(minutes=1))
    assert is_in(client)
    row.refresh_from_db()
    assert row.expire_date - now() > timedelta(minutes=29)
    Session.objects.update(expire_date=now() - timedelta(seconds=1))
    assert not is_in(client)


def test_ten_hours_end_it_however_busy_it_was_and_its_line_goes_too():
    client, _ = first_step(way_in(WHO))
    session = client.session
    session["signed_in_at"] = (now() - timedelta(hours=10, minutes=1)).isoformat()
    session.save()
    assert not is_in(client)
    assert not models.OpenSession.objects.exists()


def test_a_sign_in_that_is_closed_is_out_at_its_next_page():
    person = way_in(WHO)
    client, _ = first_step(person)
    person.is_active = False
    person.save()
    assert not is_in(client)


def test_a_shared_device_locks_after_five_minutes_and_says_how_to_hand_it_on():
    client, answer = first_step(way_in(WHO), shared="yes")
    cookie = answer.cookies["kith-shared"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    row = Session.objects.get(session_key=client.session.session_key)
    assert timedelta(minutes=4) < row.expire_date - now() <= timedelta(minutes=5)
    assert "Switch person" in page(client.get("/")).classed("top__me")[0].text
    row.refresh_from_db()
    assert row.expire_date - now() <= timedelta(minutes=5), "a page does not make it long again"


def test_the_device_stays_shared_for_whoever_comes_next_until_somebody_says_otherwise():
    client, _ = first_step(way_in(WHO), shared="yes")
    client.post("/sign-out")
    ticked = page(client.get("/sign-in"))
    assert (
        "checked"
        in next(one for one in ticked.all("input") if one.attributes.get("id") == "shared").attributes
    )
    client, answer = first_step(way_in(OTHER), client=client)
    assert answer.cookies["kith-shared"].value == ""
    assert "Sign out" in page(client.get("/")).classed("top__me")[0].text


def test_a_mark_that_was_made_up_is_none():
    client = Client()
    client.cookies["kith-shared"] = "shared"
    ticked = page(client.get("/sign-in"))
    assert (
        "checked"
        not in next(one for one in ticked.all("input") if one.attributes.get("id") == "shared").attributes
    )


def test_switching_person_ends_the_first_and_drafts_stay_their_writers():
    client, _ = first_step(way_in(WHO), shared="yes")
    client.post("/concern/", {})
    first = worker(WHO)
    kept = drafts.begin(task="concern", answers={"seen_or_heard": "Three round bruises."}, by=first, at=now())
    client.post("/sign-out")
    first_step(way_in(OTHER), client=client, shared="yes")
    theirs = client.get(f"/concern/{kept.id}/")
    assert "Three round bruises" not in theirs.content.decode()
    assert theirs.status_code == 403
    client.post("/sign-out")
    first_step(way_in(WHO), client=client, shared="yes")
    assert drafts.open_draft(draft=kept.id, by=first).answers["seen_or_heard"] == "Three round bruises."
    assert client.get(f"/concern/{kept.id}/seen/").status_code in (200, 302)


def test_a_form_whose_session_ran_out_gives_its_words_back_and_none_of_the_proofs():
    person = way_in(WHO)
    client, _ = first_step(person, client=Client(enforce_csrf_checks=False))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["kith"] = client.cookies["kith"].value
    Session.objects.update(expire_date=now() - timedelta(seconds=1))
    sent = {
        "seen_or_heard": "Three round bruises.",
        "again_password": "p4ss",
        "again_code": "123456",
        "code": "654321",
    }
    answer = strict.post("/children/", sent)
    assert answer.status_code == 403
    assert "Three round bruises." in said(answer)
    for proof in ("p4ss", "123456", "654321"):
        assert proof not in answer.content.decode()


def test_two_people_in_two_browsers_are_two_people_and_the_second_in_one_browser_replaces_the_first():
    one, _ = first_step(way_in(WHO))
    two, _ = first_step(way_in(OTHER))
    assert "Dana Ferris" in page(one.get("/")).classed("top__me")[0].text
    assert "Ruth Abara" in page(two.get("/")).classed("top__me")[0].text
    before = one.session.session_key
    first_step(way_in(OTHER), client=one)
    assert "Ruth Abara" in page(one.get("/")).classed("top__me")[0].text
    assert not Session.objects.filter(session_key=before).exists()


def test_a_tab_of_the_person_before_posts_nothing_as_the_next():
    strict = Client(enforce_csrf_checks=True)
    first_step(way_in(WHO), client=_with_token(strict))
    old_tab = _token(strict.get("/"))
    strict.post("/sign-out", {"csrfmiddlewaretoken": old_tab})
    _sign_in_strictly(strict, way_in(OTHER))
    answer = strict.post("/sign-out", {"csrfmiddlewaretoken": old_tab})
    assert answer.status_code == 403
    assert is_in(strict)


def test_every_address_that_takes_a_form_refuses_one_without_its_token():
    client, _ = first_step(way_in(WHO))
    strict = Client(enforce_csrf_checks=True)
    strict.cookies["kith"] = client.cookies["kith"].value
    asked = sorted({one.address for one in every_route() if one.address.startswith(("sign-in", "sign-out"))})
    assert len(asked) > 10
    for address in asked:
        answer = strict.post("/" + address.replace("<slug:code>", "council"), {"device": "everywhere"})
        assert answer.status_code == 403, address
    assert is_in(strict)


def test_over_https_both_cookies_carry_the_prefix_that_ties_them_to_this_host(settings):
    settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE = "__Host-kith", True
    _, answer = first_step(way_in(WHO), shared="yes", client=Client(headers={}))
    assert set(answer.cookies) == {"__Host-kith", "__Host-kith-shared"}
    for cookie in answer.cookies.values():
        assert (cookie["secure"], cookie["httponly"], cookie["path"], cookie["domain"]) == (
            True,
            True,
            "/",
            "",
        )


def _token(answer) -> str:
    return next(
        one.attributes["value"]
        for one in page(answer).all("input")
        if one.attributes.get("name") == "csrfmiddlewaretoken"
    )


def _with_token(strict: Client) -> Client:
    strict.handler.enforce_csrf_checks = False
    return strict


def _sign_in_strictly(strict: Client, person) -> None:
    strict.handler.enforce_csrf_checks = False
    first_step(person, client=strict)
    strict.handler.enforce_csrf_checks = True
