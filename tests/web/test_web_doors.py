"""Signing in and out, who is let through to a child's page, and the headers of every answer."""

import importlib
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Thread
from uuid import UUID, uuid4
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.agencies.areas import load_area
from kith.config import pages
from kith.kernel.clock import now
from kith.people import operations as people
from kith.people.types import NewPerson
from kith.web.about_child import about_child
from kith.web.parts.form import Form
from kith.web.policy import policy
from kith.web.show import show
from kith.web.sign_in.demo import SHOWN
from kith.web.sign_in.page import SignInPage
from kith.web.urls import urlpatterns as web_urls
from tests.web.drawing import read

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]

AREA = "tolland-bay"
FILE = Path(__file__).resolve().parents[2] / "areas" / "tolland-bay.yaml"
EMAIL, PASSWORD = "dana@tolland-bay.example", "a long walk by the harbour"


@about_child(purpose="read a page of this test")
def about(request, *, child, by, at, basis):
    return HttpResponse(f"{child.display_name}, read by {by.name}: {basis.code}")


@policy("signed_in")
def write_something(request):
    return show(request, SignInPage(form=Form(answers=request.POST.dict())))


handler404 = "kith.web.refused.views.not_found"
urlpatterns = [*web_urls, path("read-of-a-child/<uuid:child>/", about), path("write", write_something)]


@pytest.fixture(autouse=True)
def tolland_bay(settings):
    settings.ROOT_URLCONF = __name__
    load_area(FILE, at=now())


@pytest.fixture
def dana():
    at = now()
    found = agencies.practitioner_by_code(area=AREA, code="dana-ferris")
    way_in = get_user_model().objects.get(practitioner=found.id)
    way_in.email = EMAIL
    way_in.set_password(PASSWORD)
    way_in.save()
    return agencies.actor(practitioner=found.id, at=at)


@pytest.fixture
def signed_in(dana) -> Client:
    client = Client()
    client.post("/sign-in", {"email": EMAIL, "password": PASSWORD})
    return client


def amira(by) -> UUID:
    return people.register_person(person=NewPerson(kind="child", display_name="Amira"), by=by, at=now())


class _Quiet(WSGIRequestHandler):
    def log_message(self, format, *arguments):
        """Says nothing."""


@contextmanager
def served(application):
    """The pages at an address of this machine, as long as a browser needs them."""
    server = make_server("127.0.0.1", 0, application, handler_class=_Quiet)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def main_of(answer) -> str:
    return read(answer.content.decode()).all("main")[0].text


def test_the_right_password_goes_on_to_where_the_person_was_going(dana):
    answer = Client().post("/sign-in", {"email": EMAIL.upper(), "password": PASSWORD, "next": "/children/x/"})
    assert (answer.status_code, answer.url) == (302, "/children/x/")


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site_after_signing_in(dana, elsewhere):
    answer = Client().post("/sign-in", {"email": EMAIL, "password": PASSWORD, "next": elsewhere})
    assert answer.url == "/"


def test_a_wrong_password_keeps_the_email_and_never_gives_the_password_back(dana):
    answer = Client().post("/sign-in", {"email": EMAIL, "password": "wrong horse"})
    assert answer.status_code == 422
    assert "Check your work e-mail and password" in main_of(answer)
    assert EMAIL in answer.content.decode()
    assert "wrong horse" not in answer.content.decode()


def test_signing_in_gives_the_session_a_new_key(dana):
    client = Client()
    client.get("/sign-in")
    before = client.session.session_key
    client.post("/sign-in", {"email": EMAIL, "password": PASSWORD})
    assert client.session.session_key != before


def test_signing_out_ends_the_session_on_the_server_and_clears_the_browser(signed_in):
    answer = signed_in.post("/sign-out")
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert signed_in.get("/write").status_code == 302


def test_signing_out_is_never_done_by_a_link(signed_in):
    assert signed_in.get("/sign-out").status_code == 405


def test_a_working_day_ends_after_ten_hours(signed_in):
    session = signed_in.session
    session["signed_in_at"] = (now() - timedelta(hours=10, minutes=1)).isoformat()
    session.save()
    assert signed_in.get("/write").status_code == 302


def test_the_page_says_who_is_signed_in_and_the_desk_to_ring(signed_in):
    page = read(signed_in.get("/write").content.decode())
    assert page.classed("top__me")[0].text.startswith("Dana Ferris")
    assert "Tolland Bay" in page.all("footer")[0].text
    assert "01632 960 140" in page.all("footer")[0].text


def test_a_child_is_opened_on_a_basis_and_the_look_is_kept(signed_in, dana):
    child = amira(dana)
    access.involve(child=child, whom=Whom(practitioner=dana.id), basis="allocated", by=dana, at=now())

    answer = signed_in.get(f"/read-of-a-child/{child}/")

    assert answer.content.decode() == "Amira, read by Dana Ferris: allocated"
    (look,) = looks.looks_at(child=child)
    assert (look.name, look.basis, look.purpose) == ("Dana Ferris", "allocated", "read a page of this test")


def test_a_child_without_a_basis_is_refused_with_whom_to_ring_and_the_refusal_is_kept(signed_in, dana):
    child, began = amira(dana), now()
    answer = signed_in.get(f"/read-of-a-child/{child}/")
    assert answer.status_code == 403
    assert "You are not involved with this child" in main_of(answer)
    assert "01632 960 140" in main_of(answer)
    assert not looks.looks_at(child=child)
    assert [kept.asked_for for kept in looks.refusals_in(area=AREA, since=began)] == [child]


def test_a_sealed_child_and_one_who_is_not_there_are_refused_alike(signed_in, dana):
    sealed = amira(dana)
    people.set_tier(person=sealed, tier="sealed", because="A story.", by=dana, at=now())
    pages = [signed_in.get(f"/read-of-a-child/{child}/") for child in (sealed, uuid4())]
    assert [page.status_code for page in pages] == [403, 403]
    assert main_of(pages[0]) == main_of(pages[1])


def test_a_page_about_a_child_asks_to_sign_in_first(dana):
    answer = Client().get(f"/read-of-a-child/{amira(dana)}/")
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in?next=/read-of-a-child/")


def test_a_policy_that_is_not_listed_cannot_be_declared():
    with pytest.raises(ValueError, match="no policy 'everyone'"):
        policy("everyone")


def test_an_expired_form_gives_every_word_back_but_no_password(dana):
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/write", {"seen_or_heard": "Three round bruises.", "password": PASSWORD})
    assert answer.status_code == 403
    assert "nothing you typed is lost" in main_of(answer)
    assert "Three round bruises." in main_of(answer)
    assert PASSWORD not in answer.content.decode()


def test_every_answer_stays_out_of_caches_frames_and_other_sites(dana):
    sent = Client().get("/sign-in").headers
    assert sent["Cache-Control"] == "no-store"
    assert set(sent["Content-Security-Policy"].split("; ")) == {
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    }
    assert sent["Referrer-Policy"] == "same-origin"
    assert sent["X-Frame-Options"] == "DENY"
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Cross-Origin-Opener-Policy"] == "same-origin"
    assert sent["Cross-Origin-Resource-Policy"] == "same-origin"


def test_there_is_one_cookie_and_scripts_cannot_read_it(dana):
    client = Client()
    client.post("/sign-in", {"email": EMAIL, "password": PASSWORD})
    (cookie,) = client.cookies.values()
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (
        True,
        "Lax",
        "/",
        "",
    )


@override_settings(KITH_DEMO=True)
def test_the_demo_offers_a_person_of_each_role_in_one_click(dana):
    client = Client()
    forms = [one.inside for one in read(client.get("/sign-in").content.decode()).classed("role-card")]
    names = [form.text.split(",")[0] for form in forms]
    assert len(names) == len(set(names)) == len(SHOWN)
    chosen = next(one for one in forms[0].all("input") if one.attributes["name"] == "practitioner")
    answer = client.post("/sign-in/as", {"practitioner": chosen.attributes["value"]})
    assert (answer.status_code, answer.url) == (302, "/")
    assert read(client.get("/write").content.decode()).classed("top__me")[0].text.startswith(names[0])


@override_settings(KITH_DEMO=True)
@pytest.mark.parametrize("asked", ["", "someone", str(UUID(int=0))])
def test_the_demo_lets_nobody_in_who_is_not_offered(dana, asked):
    assert Client().post("/sign-in/as", {"practitioner": asked}).status_code == 404


@pytest.mark.parametrize(("demo", "address"), [(False, "127.0.0.1"), (True, "192.0.2.7")])
def test_one_click_is_for_the_demo_on_the_same_machine_alone(dana, settings, demo, address):
    settings.KITH_DEMO = demo
    client = Client(REMOTE_ADDR=address)
    assert not read(client.get("/sign-in").content.decode()).classed("role-card")
    assert client.post("/sign-in/as", {"practitioner": str(dana.id)}).status_code == 404


@override_settings(SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies")
def test_a_real_browser_may_post_a_form_under_the_policy(browser):
    with served(get_wsgi_application()) as address:
        page = browser.new_context().new_page()
        page.goto(f"{address}/sign-in")
        page.fill("#email", EMAIL)
        page.fill("#password", "wrong horse")
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("link", name="Check your work e-mail and password").click()
        assert page.evaluate("document.activeElement.id") == "email"
        page.context.close()


def test_https_turns_on_the_prefix_that_ties_a_cookie_to_this_host(monkeypatch):
    monkeypatch.setenv("KITH_HTTPS", "1")
    secure = importlib.reload(pages)
    try:
        assert (secure.SESSION_COOKIE_NAME, secure.SESSION_COOKIE_SECURE) == ("__Host-kith", True)
        assert secure.SECURE_HSTS_SECONDS >= 31_536_000
    finally:
        monkeypatch.delenv("KITH_HTTPS")
        importlib.reload(pages)
    assert settings.SESSION_COOKIE_NAME == "kith"
