"""Behind a proxy that ends TLS, and what our own static files carry."""

import os
import subprocess
import sys

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
OVER_TLS = {"X-Forwarded-Proto": "https", "Host": "testserver"}


@pytest.fixture
def over_tls(settings):
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31_536_000, True
    settings.CSRF_USE_SESSIONS = False
    return settings


def form_from(origin: str) -> int:
    client = Client(enforce_csrf_checks=True, headers=OVER_TLS)
    page = client.get("/sign-in")
    token = page.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = {"csrfmiddlewaretoken": token, "email": "", "password": ""}
    return client.post("/sign-in", sent, headers={"Origin": origin}).status_code


def test_every_answer_tells_the_browser_to_come_by_tls_alone_for_a_year(over_tls):
    over_tls.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for address in ("/sign-in", "/static/kith.css", "/no/such/page", "/api/v1/openapi.json"):
        sent = Client(headers=OVER_TLS).get(address).headers
        assert sent["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains", address


def test_a_form_of_ours_is_taken_over_tls_and_one_of_another_site_is_not(over_tls):
    over_tls.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert form_from("https://testserver") == 422
    assert form_from("https://elsewhere.example") == 403
    assert form_from("http://testserver") == 403


@pytest.mark.parametrize(
    ("proxies", "believed"), [("0", "None"), ("1", "('HTTP_X_FORWARDED_PROTO', 'https')")]
)
def test_the_scheme_is_a_proxys_word_only_where_there_is_a_proxy_of_ours(proxies, believed):
    asked = "from kith.config import settings; print(settings.SECURE_PROXY_SSL_HEADER)"
    environment = os.environ | {"KITH_TRUSTED_PROXIES": proxies}
    said = subprocess.run(
        [sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == believed


def test_static_files_cannot_be_framed_nor_taken_for_something_else_nor_read_by_another_site():
    sent = Client(headers={"Origin": "https://elsewhere.example"}).get("/static/kith.css").headers
    assert sent["Content-Type"].startswith("text/css")
    assert "frame-ancestors 'none'" in sent["Content-Security-Policy"]
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in sent


def test_no_other_site_is_let_in_by_an_answer_to_its_preflight():
    asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
    for address in ("/sign-in", "/children/", "/api/v1/entries", "/api/v1/openapi.json"):
        answer = Client(headers=asked).options(address)
        assert answer.status_code == 405, address
        assert not [name for name in answer.headers if name.startswith("Access-Control-")]


def test_every_answer_says_what_it_is():
    said = {
        "/sign-in": "text/html; charset=utf-8",
        "/no/such/page": "text/html; charset=utf-8",
        "/static/kith.css": 'text/css; charset="utf-8"',
        "/static/passkey.js": 'text/javascript; charset="utf-8"',
        "/static/kith.svg": "image/svg+xml",
        "/api/v1/openapi.json": "application/json",
        "/api/v1/none": "application/json",
    }
    assert {address: Client().get(address).headers["Content-Type"] for address in said} == said


@pytest.mark.parametrize(
    "address",
    [
        "/static/", "/static/fonts/", "/static/../config/settings.py", "/static/%2e%2e/jinja.py", "/.git/HEAD",
        "/.kith/", "/uv.lock", "/static/none.css", "/sign-in/none.css",
    ],
)  # fmt: skip
def test_no_folder_is_listed_and_nothing_beside_static_files_is_served(address):
    answer = Client().get(address)
    assert answer.status_code == 404
    assert "There is no such page" in answer.getvalue().decode()


def test_nothing_answers_trace():
    for address in ("/sign-in", "/", "/children/", "/static/kith.css", "/api/v1/entries"):
        answer = Client().trace(address, headers={"X-Asked": "say this back"})
        assert answer.status_code == 405, address
        assert b"say this back" not in answer.getvalue()
