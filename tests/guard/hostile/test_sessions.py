"""What a session is good for: nothing that somebody planted, nothing in a cache, and nothing for whoever no longer works here."""

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session

from kith.agencies import operations as agencies
from kith.config.routes import every_route
from tests.guard.hostile import crawl, world
from tests.guard.matrix import asking
from tests.guard.standing_still import NOW, taken_back

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
PLANTED = "a" * 32
WHO = "martha-hale"


@pytest.mark.slow
def test_every_answer_to_somebody_signed_in_is_kept_by_no_cache(made):
    asked, kept = set(), []
    for one in crawl.everything(made):
        if one.address not in asked:
            answer, _ = crawl.ask(made, one)
            asked.add(one.address)
            if answer.headers.get("Cache-Control") != "no-store":
                kept.append(f"{one}: {answer.headers.get('Cache-Control')}")
    assert not kept, kept
    assert len(asked) > 40


def test_after_signing_out_every_page_asks_to_sign_in_and_shows_nothing(made):
    robin = world.child(made)
    with taken_back():
        client = world.signed_in(made, WHO)
        pages = (
            "/",
            f"/children/{robin.id}/",
            f"/children/{robin.id}/chronology/",
            "/concern/",
            "/sign-in/mine",
        )
        assert all(client.get(page).status_code == 200 for page in pages)
        out = client.post("/sign-out")
        assert "storage" in out.headers["Clear-Site-Data"]
        answers = [client.get(page) for page in pages]
    assert [answer.url.split("?")[0] for answer in answers] == ["/sign-in"] * len(pages)
    assert all(robin.name.encode() not in answer.content for answer in answers)


def test_a_session_that_an_address_or_a_form_names_is_none(made):
    with taken_back():
        key = world.signed_in(made, WHO).session.session_key
        stranger = world.fresh()
        for name in (settings.SESSION_COOKIE_NAME, "sessionid", "session"):
            assert stranger.get("/", {name: key}).status_code == 302
            assert stranger.post("/concern/", {name: key}).status_code in (302, 403, 405)
            assert (
                stranger.get("/", headers={"Authorization": f"Bearer {key}", "X-Session": key}).status_code
                == 302
            )


@pytest.mark.parametrize("planted", [PLANTED, "", "../../etc/passwd", "x" * 5_000, "\x00", "' OR 1=1 --"])
def test_a_session_that_nobody_gave_is_nobodys_and_is_not_taken_up(made, planted):
    with taken_back():
        client = world.fresh()
        client.cookies[settings.SESSION_COOKIE_NAME] = planted
        answer = client.post("/sign-in", {"email": world.email(made, "hamish-orde"), "password": "wrong"})
        assert answer.status_code == 422
        assert client.get("/").status_code == 302
        assert planted not in Session.objects.values_list("session_key", flat=True)


def test_the_cookie_is_for_this_host_and_no_script_and_ends_with_the_browser(made):
    with taken_back():
        client = world.signed_in(made, WHO)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (
        True,
        "Lax",
        "/",
        "",
    )
    assert not cookie["max-age"] and not cookie["expires"]
    assert len(cookie.value) >= 32


def test_whoever_is_taken_off_the_list_is_out_at_the_next_page_and_their_drafts_stay(made):
    robin, guardian = world.child(made), world.actor(made, world.GUARDIAN)
    with taken_back():
        client = world.signed_in(made, WHO)
        assert client.get(f"/children/{robin.id}/").status_code == 200
        agencies.close_sign_in(practitioner=made.ids[WHO], because="She left.", by=guardian, at=NOW)
        for page in ("/", f"/children/{robin.id}/", f"/children/{robin.id}/chronology/print/", "/concern/"):
            answer = client.get(page)
            assert answer.status_code in (302, 403), page
            assert robin.name.encode() not in answer.content
        again = world.fresh().post("/sign-in", {"email": world.email(made, WHO), "password": world.PASSWORD})
        assert again.status_code == 422


def test_a_session_of_somebody_whose_roles_ended_does_at_the_next_page_what_they_may_now(made):
    from kith.agencies import queries

    with taken_back():
        client = world.signed_in(made, world.GUARDIAN)
        assert client.get("/held/").status_code == 200
        for held in queries.roles_of(practitioner=made.ids[world.GUARDIAN], at=NOW):
            agencies.end_role(held=held.id, by=world.actor(made, "margaret-oyelaran"), at=NOW)
        assert client.get("/held/").status_code == 403


def test_nobody_is_anybody_at_any_page_without_a_session(made):
    stranger, open_to_all = world.fresh(), set()
    for one in every_route():
        if "GET" in one.methods or one.methods == ("any",):
            path = "/" + one.address.replace("<uuid:", "<").replace("<slug:", "<")
            for bracket in {part.split(">")[0] for part in path.split("<")[1:]}:
                path = path.replace(f"<{bracket}>", str(asking.NOBODYS))
            with taken_back():
                answer = stranger.get(path)
            if answer.status_code == 200:
                open_to_all.add(one.address)
    told = {"tell/", "tell/again/", "tell/me/"}
    ways_in = {"sign-in", "sign-in/passkey", "sign-in/cannot", "sign-in/code"}
    assert open_to_all == {*ways_in, *told, "api/v1/openapi.json"}
