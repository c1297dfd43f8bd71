"""Nobody makes Kith open an address: which code opens any is known, and no typed word chooses where to."""

import socket
from datetime import timedelta

import pytest
import requests

from kith.kernel.clock import now
from kith.web.sign_in import openid
from kith.web.sign_in.agencies_that_prove import AgencyProvider
from tests.api.conftest import System, item, person
from tests.architecture.source import Module
from tests.guard.counting import write_counts
from tests.guard.hostile import forms
from tests.guard.hostile.sources import importers
from tests.guard.hostile.world import token
from tests.guard.standing_still import taken_back

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:No directory at")]
OPENERS = (
    "requests", "httpx", "aiohttp", "urllib3", "urllib.request", "http.client", "socket", "ftplib", "smtplib", "imaplib",
    "poplib", "telnetlib", "xmlrpc", "websockets", "asyncio", "django.core.mail", "paramiko", "boto3", "webbrowser",
)  # fmt: skip
THEY_OPEN = {
    "config/commands/demo.py": "asks the loopback for a free port",
    "config/embedded_postgres.py": "asks the loopback for a free port",
    "config/demo_check.py": "fetches pages of the demo that it just started, on the loopback",
    "files/scanners.py": "clamd, where the setting KITH_CLAMD says",
    "giving/webhook/addresses.py": "looks up the name of an agency's own system, and judges every address that it has",
    "giving/webhook/posting.py": "knocks at the address that was judged, and follows nothing",
    "web/decision/stream.py": "holds streams that browsers opened; PostgreSQL is listened to where DATABASE_URL says",
    "web/sign_in/openid.py": "an agency's sign-in, where the file of KITH_AGENCY_SIGN_INS says",
    "web/sign_in/agency_views.py": "names the errors of the above, and opens nothing",
}
"""Every file that could open a connection, and who says where to. The database's own library connects to DATABASE_URL."""
ADDRESSES = (
    "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd", "gopher://127.0.0.1:5432/_x", "//x.example/a",
    "https://x.example/.well-known/openid-configuration", "\\\\x.example\\share\\a", "ftp://x.example/a.jpg",
)  # fmt: skip
ISSUER = "https://sign-in.council.example"
COUNCIL = AgencyProvider(
    code="council", name="Tolland Bay Council", area="tolland-bay", agency="childrens_social_care", issuer=ISSUER,
    our_id="kith", secret="a secret",
)  # fmt: skip


@pytest.fixture
def opened(monkeypatch):
    """Every connection is refused, and where it was to go is kept."""
    wanted = []

    def refuse(self, address, *rest):
        wanted.append(address)
        raise OSError("no connections here")

    def no_name(host, *rest, **more):
        wanted.append(host)
        raise socket.gaierror("no names here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    return wanted


def test_only_these_files_could_open_a_connection():
    assert set(importers(OPENERS)) == set(THEY_OPEN), (
        "Say in THEY_OPEN who chooses where it goes, and test that."
    )


def test_another_file_that_opens_one_is_found():
    planted = Module(
        path="web/concern/preview.py", text="from urllib.request import urlopen\nurlopen(words)\n"
    )
    assert importers(OPENERS, [planted]) == {"web/concern/preview.py": {"urllib.request"}}


def test_a_connection_that_is_opened_is_seen(opened):
    with pytest.raises(requests.ConnectionError):
        requests.get("http://169.254.169.254/", timeout=1)
    assert opened


def test_addresses_in_every_field_of_every_form_are_words(made, every_form, opened):
    counts = {"forms": 0, "sendings": 0}
    for number, form in enumerate(every_form):
        for given in (
            form.filled(ADDRESSES[number % len(ADDRESSES)]),
            dict.fromkeys(dict(form.chosen), ADDRESSES[0]),
        ):
            answer = forms.send(made, form, form.filled("") | given)
            assert answer.status_code < 500, form
            leads_out = answer.status_code in (301, 302, 303) and not answer.url.startswith("/")
            assert not leads_out and not answer.headers.get("Location", "").startswith(("//", "/\\")), form
            counts["sendings"] += 1
        counts["forms"] += 1
    assert opened == []
    write_counts("addresses in fields", {**counts, "connections": len(opened)})


def test_addresses_in_what_an_agencys_system_sends_are_words(made, opened):
    school = System(area=made.area, agency="school", post="", issued=token(made))
    for number, address in enumerate(ADDRESSES):
        with taken_back():
            who = person(full_name=address, sender_key=address, guardian_names=[address])
            said = {name: address for name in ("text", "childs_words", "sender_reference")}
            answer = school.send(item(people=[who], **said), key=f"address-{number}")
        assert answer.status_code == 201, answer.content
    assert opened == []


@pytest.mark.parametrize(
    "name", ["Host", "X-Forwarded-Host", "Forwarded", "Referer", "Origin", "X-Original-URL"]
)
def test_a_header_chooses_no_address_either(made, opened, name):
    client = made.clients["martha-hale"]
    with taken_back():
        answer = client.get("/", headers={name: "x.example"})
    assert answer.status_code in (200, 400) and b"x.example" not in answer.content
    assert opened == []


def test_what_comes_back_from_an_agency_chooses_no_host(monkeypatch):
    asked = []

    def answer(address, *rest, **more):
        asked.append(address)
        assert more["allow_redirects"] is False
        told = requests.Response()
        told.status_code, told._content = (
            200,
            b'{"issuer": "%s", "authorization_endpoint": "%s/go", "token_endpoint": "%s/token", "jwks_uri": "%s/keys"}'
            % ((ISSUER.encode(),) * 4),
        )
        return told

    monkeypatch.setattr(requests, "get", answer)
    monkeypatch.setattr(requests, "post", answer)
    at = now() - timedelta(seconds=1)
    _, begun = openid.begin(COUNCIL, back="https://kith.example/back", at=at)
    for address in ADDRESSES:
        for name in ("iss", "code", "jwks_uri", "token_endpoint", "issuer", "redirect_uri", "next"):
            given = {"state": begun.state, "code": "a code"} | {name: address}
            with pytest.raises(openid.NotProvedByAgency):
                openid.finish(COUNCIL, begun, given=given, back="https://kith.example/back")
    assert asked and all(address.startswith(f"{ISSUER}/") for address in asked)
