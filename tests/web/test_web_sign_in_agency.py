"""Signing in by one's agency, against a provider that runs as a process of its own; and what is refused."""

import base64
import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
import yaml
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.auth import get_user_model
from django.test import Client

from kith.kernel.clock import now
from kith.web import models
from kith.web.sign_in import agencies_that_prove, openid
from kith.web.sign_in.agencies_that_prove import AgencyProvider
from tests.web.forms import bay, said, way_in
from tests.web.signing_in import code_of, is_in, with_app

pytestmark = pytest.mark.django_db
DOOR = "/sign-in/agency/council"
WHO = "dana-ferris"


@pytest.fixture(scope="module")
def issuer():
    """The provider's address: a real server, spoken to over HTTP."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    started = subprocess.Popen(
        [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), "--require-nonce"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(200):
        try:
            requests.get(address, timeout=1)
            break
        except requests.ConnectionError:
            time.sleep(0.1)
    yield address
    started.terminate()
    started.wait()


@pytest.fixture(autouse=True)
def council(issuer, settings, tmp_path, monkeypatch):
    bay()
    monkeypatch.setenv("COUNCIL_SECRET", "a secret between two servers")
    entry = {
        "code": "council", "name": "Tolland Bay Council", "area": "tolland-bay", "agency": "childrens_social_care",
        "issuer": issuer, "our_id": "kith-at-tolland-bay", "secret_in": "COUNCIL_SECRET",
    }  # fmt: skip
    file = tmp_path / "agencies.yaml"
    file.write_text(yaml.safe_dump([entry]))
    settings.KITH_AGENCY_SIGN_INS = str(file)
    settings.KITH_SECOND_FACTOR = False
    return file


def says(issuer: str, known_as: str, **claims) -> None:
    """What the agency says of one of its people."""
    requests.put(f"{issuer}/users/{known_as}", json=claims, timeout=5).raise_for_status()


def there_and_back(client: Client, known_as: str) -> str:
    """To the agency's page, on as this person, and the address that the browser is sent back to."""
    there = client.get(DOOR)
    assert there.status_code == 302, said(there)
    come_back = requests.post(there.url, data={"sub": known_as}, allow_redirects=False, timeout=5)
    return come_back.headers["Location"].removeprefix("http://testserver")


def refused(client: Client, address: str) -> bool:
    answer = client.get(address)
    assert answer.status_code == 403
    assert "01632 960 140" in said(answer)
    return not is_in(client)


def test_somebody_of_the_agency_comes_in_and_is_known_by_its_name_for_them_from_then_on(issuer):
    person, client = way_in(WHO), Client()
    says(issuer, "d-1", email=person.email.upper(), email_verified=True)
    assert "Sign in by Tolland Bay Council" in said(client.get("/sign-in"))
    answer = client.get(there_and_back(client, "d-1"))
    assert (answer.status_code, answer.url) == (302, "/")
    assert is_in(client)
    says(issuer, "d-1", email="another@tollandbay.example", email_verified=False)
    later = Client()
    later.get(there_and_back(later, "d-1"))
    assert is_in(later)
    client.post("/sign-out")
    assert not is_in(client)
    assert is_in(later)


def test_what_is_asked_of_the_agency_has_pkce_state_and_nonce_and_the_session_keeps_them_once(issuer):
    client = Client()
    asked = parse_qs(urlsplit(client.get(DOOR).url).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [f"http://testserver{DOOR}/back"]
    kept = client.session["at_their_agency"]
    assert (kept["state"], kept["nonce"]) == (asked["state"][0], asked["nonce"][0])
    assert kept["verifier"] not in str(asked)


def test_an_agency_that_proves_one_thing_is_followed_by_our_second_step(issuer):
    person, secret = with_app(WHO)
    says(issuer, "d-2", email=person.email, email_verified=True)
    client = Client()
    assert client.get(there_and_back(client, "d-2")).url == "/sign-in/second"
    assert not is_in(client)
    client.post("/sign-in/second", {"code": code_of(secret)})
    assert is_in(client)


def test_whoever_has_no_second_factor_is_led_to_set_one_up_unless_the_agency_proved_two(
    issuer, council, settings
):
    settings.KITH_SECOND_FACTOR = True
    person = way_in(WHO)
    says(issuer, "d-3", email=person.email, email_verified=True, amr=["pwd", "mfa"])
    client = Client()
    assert client.get(there_and_back(client, "d-3")).url == "/sign-in/set-up"
    (entry,) = yaml.safe_load(council.read_text())
    council.write_text(yaml.safe_dump([{**entry, "two_factors": "amr:mfa"}]))
    agencies_that_prove._read.cache_clear()
    client = Client()
    assert client.get(there_and_back(client, "d-3")).url == "/"
    assert is_in(client)


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_e_mail_that_the_agency_does_not_vouch_for_leads_nowhere(issuer, verified):
    person, client = way_in(WHO), Client()
    says(issuer, "u-1", email=person.email, email_verified=verified)
    assert refused(client, there_and_back(client, "u-1"))
    assert not models.AgencyIdentity.objects.exists()


@pytest.mark.parametrize("whose", ["anneka-bright", "nobody"])
def test_the_e_mail_of_another_agencys_person_and_one_of_nobody_lead_nowhere_and_make_nobody(issuer, whose):
    email = "new@tollandbay.example" if whose == "nobody" else way_in(whose).email
    before, client = get_user_model().objects.count(), Client()
    says(issuer, f"o-{whose}", email=email, email_verified=True)
    assert refused(client, there_and_back(client, f"o-{whose}"))
    assert get_user_model().objects.count() == before
    assert not models.AgencyIdentity.objects.exists()


def test_an_e_mail_that_was_given_to_somebody_else_does_not_open_the_first_ones_sign_in(issuer):
    person, client = way_in(WHO), Client()
    says(issuer, "first", email=person.email, email_verified=True)
    client.get(there_and_back(client, "first"))
    assert is_in(client)
    says(issuer, "second", email=person.email, email_verified=True)
    other = Client()
    assert refused(other, there_and_back(other, "second"))


def test_a_closed_sign_in_stays_closed(issuer):
    person, client = way_in(WHO), Client()
    person.is_active = False
    person.save()
    says(issuer, "c-1", email=person.email, email_verified=True)
    assert refused(client, there_and_back(client, "c-1"))


def test_what_came_back_once_does_not_count_twice_nor_in_another_browser(issuer):
    person = way_in(WHO)
    says(issuer, "r-1", email=person.email, email_verified=True)
    client, thief = Client(), Client()
    address = there_and_back(client, "r-1")
    thief.get(DOOR)
    assert refused(thief, address), "another browser has another state"
    assert refused(Client(), address), "or none"
    client.get(address)
    assert is_in(client)
    client.post("/sign-out")
    assert refused(client, address), "and the same one has used it"


@pytest.mark.parametrize(
    "part", ["state=x", "error=access_denied", "code=made-up", "iss=https://elsewhere.example"]
)
def test_an_answer_that_was_changed_on_its_way_is_refused(issuer, part):
    person, client = way_in(WHO), Client()
    says(issuer, "w-1", email=person.email, email_verified=True)
    address = there_and_back(client, "w-1")
    given = {name: words[0] for name, words in parse_qs(urlsplit(address).query).items()}
    name, _, words = part.partition("=")
    given = {"state": given["state"]} if name == "error" else given
    assert refused(
        client, f"{DOOR}/back?" + "&".join(f"{key}={said}" for key, said in {**given, name: words}.items())
    )


def test_a_token_made_for_another_nonce_is_refused(issuer):
    person, client = way_in(WHO), Client()
    says(issuer, "v-1", email=person.email, email_verified=True)
    address = there_and_back(client, "v-1")
    session = client.session
    session["at_their_agency"] = {**session["at_their_agency"], "nonce": "another"}
    session.save()
    assert refused(client, address)


def test_an_agency_whose_server_is_down_is_told_of_with_the_desk(settings, tmp_path, council, monkeypatch):
    (entry,) = yaml.safe_load(council.read_text())
    file = tmp_path / "down.yaml"
    file.write_text(yaml.safe_dump([{**entry, "issuer": "http://127.0.0.1:9"}]))
    settings.KITH_AGENCY_SIGN_INS = str(file)
    assert refused(Client(), DOOR)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_signs_nobody_in_unasked(site):
    client = Client()
    assert client.get(DOOR, headers={"Sec-Fetch-Site": site}).url == "/sign-in"
    assert not client.session.keys(), "nothing was begun"
    for own in ("same-origin", "none"):
        assert "code_challenge=" in client.get(DOOR, headers={"Sec-Fetch-Site": own}).url


def test_no_such_agency_is_no_such_page():
    assert Client().get("/sign-in/agency/elsewhere").status_code == 404


@pytest.mark.parametrize(
    ("change", "words"), [({"issuer": "http://login.example"}, "https"), ({"secret_in": "NOT_SET"}, "secret")]
)
def test_a_file_with_a_fault_is_told_at_once(council, change, words):
    (entry,) = yaml.safe_load(council.read_text())
    council.write_text(yaml.safe_dump([{**entry, **change}]))
    agencies_that_prove._read.cache_clear()
    with pytest.raises(ValueError, match=words):
        agencies_that_prove.providers()
    assert "NOT_SET" not in os.environ


OURS = AgencyProvider(
    code="c",
    name="C",
    area="a",
    agency="childrens_social_care",
    issuer="https://login.example",
    our_id="kith",
    secret="s",
)
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
KEYS = {
    "keys": [{**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key())), "kid": "1", "alg": "RS256"}]
}


def token(key=KEY, algorithm="RS256", kid="1", **changed) -> str:
    soon = int(now().timestamp())
    said = {
        "iss": OURS.issuer, "aud": "kith", "sub": "x", "nonce": "n", "iat": soon, "exp": soon + 300, **changed,
    }  # fmt: skip
    return jwt.encode(
        {k: v for k, v in said.items() if v is not None}, key, algorithm=algorithm, headers={"kid": kid}
    )


def test_a_token_that_is_right_is_taken():
    assert openid.checked(token(), keys=KEYS, provider=OURS, nonce="n")["sub"] == "x"


@pytest.mark.parametrize(
    "changed",
    [
        {"aud": "another-service"}, {"aud": None}, {"iss": "https://elsewhere.example"}, {"nonce": "m"}, {"nonce": None},
        {"exp": 1}, {"exp": None}, {"sub": None}, {"azp": "another-service"}, {"iat": int(now().timestamp()) + 3600},
        {"kid": "2"}, {"key": rsa.generate_private_key(public_exponent=65537, key_size=2048)},
        {"key": "k" * 64, "algorithm": "HS256"}, {"key": None, "algorithm": "none"},
    ],
    ids=lambda changed: "-".join(changed),
)  # fmt: skip
def test_a_token_for_another_or_of_another_or_too_late_or_unsigned_is_refused(changed):
    with pytest.raises(openid.NotProvedByAgency):
        openid.checked(token(**changed), keys=KEYS, provider=OURS, nonce="n")


@contextmanager
def stranger(answers: dict[str, tuple[int, dict]]):
    """A provider of our own making, by what it answers at which address; and every address that it was asked for."""
    asked: list[str] = []

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            status, body = answers.get(self.path, (404, {}))
            self.send_response(status)
            self.send_header("Location", body.get("to", "/"))
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, *said):
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    yield replace(OURS, issuer=address), asked
    server.shutdown()
    server.server_close()


WELL_KNOWN = "/.well-known/openid-configuration"


def test_a_provider_that_says_it_is_another_one_is_not_believed():
    told = {"issuer": "https://elsewhere.example", "authorization_endpoint": "https://elsewhere.example/in"}
    refused = pytest.raises(openid.NotProvedByAgency)
    with stranger({WELL_KNOWN: (200, told)}) as (provider, _), refused as wrong:
        openid.begin(provider, back="https://kith.example/back", at=now())
    assert wrong.value.reason == "issuer"


def test_no_redirect_of_a_provider_is_followed():
    answers, refused = {WELL_KNOWN: (302, {"to": "/inside"})}, pytest.raises(openid.NotProvedByAgency)
    with stranger(answers) as (provider, asked), refused as wrong:
        openid.begin(provider, back="https://kith.example/back", at=now())
    assert wrong.value.reason == "answer"
    assert asked == [WELL_KNOWN]


def test_with_the_code_goes_the_verifier_whose_hash_went_before(monkeypatch):
    sent: dict[str, str] = {}
    nothing = requests.Response()
    nothing.status_code = 400
    told = {
        "authorization_endpoint": "https://login.example/in",
        "token_endpoint": "https://login.example/token",
    }
    monkeypatch.setattr(openid, "_told_by", lambda provider: told)
    monkeypatch.setattr(
        openid.requests, "post", lambda address, *, data, **more: sent.update(data) or nothing
    )
    address, begun = openid.begin(OURS, back="https://kith.example/back", at=now())
    with pytest.raises(openid.NotProvedByAgency):
        openid.finish(
            OURS, begun, given={"state": begun.state, "code": "c"}, back="https://kith.example/back"
        )
    digest = sha256(sent["code_verifier"].encode()).digest()
    (challenge,) = parse_qs(urlsplit(address).query)["code_challenge"]
    assert challenge == base64.urlsafe_b64encode(digest).decode().rstrip("=")
    assert sent["code"] == "c"
