"""Passkeys in a real browser with an authenticator of its own; and what the back button shows after signing out."""

import json
from contextlib import contextmanager

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from playwright.sync_api import expect

from kith.web.sign_in import passkeys
from tests.web.drawing import read
from tests.web.forms import PASSWORD, bay, way_in
from tests.web.signing_in import code_of, first_step, with_app

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.filterwarnings("ignore:No directory at")]
WHO = "dana-ferris"
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(autouse=True)
def two_are_required(settings):
    settings.KITH_SECOND_FACTOR = True
    bay()


@contextmanager
def device(browser, address, **key):
    """A browser on a device that holds passkeys; it fails where a page breaks its own policy."""
    context = browser.new_context(base_url=address)
    context.set_default_timeout(15_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    cdp = context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    made = cdp.send("WebAuthn.addVirtualAuthenticator", {"options": {**KEY, **key}})
    page.authenticator = (cdp, made["authenticatorId"])
    yield page
    assert not [one for one in complaints if "Content Security" in one]
    context.close()


def sign_in(page, person) -> None:
    page.goto("/sign-in")
    page.fill("#email", person.email)
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def make_passkey(page, person) -> None:
    sign_in(page, person)
    page.get_by_role("link", name="Make a passkey on this device").click()
    page.get_by_role("button", name="Make a passkey on this device").click()
    page.get_by_role("button", name="I have kept them: go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What needs me")


def sign_out(page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def use_passkey(page) -> None:
    page.goto("/sign-in/passkey?next=/concern/")
    page.get_by_role("button", name="Use my passkey").click()


def test_a_passkey_is_made_and_then_signs_in_alone_and_as_a_second_step_and_again(browser, live_server):
    person = way_in(WHO)
    with device(browser, live_server.url) as page:
        make_passkey(page, person)
        row = Authenticator.objects.get(user=person, type="webauthn")
        assert row.data["name"].startswith("Chrome on")
        sign_out(page)
        use_passkey(page)
        page.wait_for_url("**/concern/")
        expect(page.locator(".top__me")).to_contain_text("Dana Ferris")
        sign_out(page)
        sign_in(page, person)
        expect(page.get_by_role("heading", level=1)).to_have_text("Now a second thing")
        page.get_by_role("button", name="Use my passkey").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What needs me")


def test_a_device_that_did_not_ask_who_holds_it_signs_nobody_in(browser, live_server):
    person = way_in(WHO)
    with device(browser, live_server.url) as page:
        make_passkey(page, person)
        sign_out(page)
        cdp, key = page.authenticator
        cdp.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
        use_passkey(page)
        expect(page.locator("[data-passkey-failed]")).to_be_visible()


def test_a_device_without_a_passkey_of_ours_says_so_and_goes_nowhere(browser, live_server):
    with device(browser, live_server.url) as page:
        use_passkey(page)
        expect(page.locator("[data-passkey-failed]")).to_be_visible()
        assert page.url.endswith("/sign-in/passkey?next=/concern/")


def answer_of(page) -> str:
    """What the device would send: taken from the form before it goes."""
    page.evaluate("() => { HTMLFormElement.prototype.submit = () => {}; }")
    page.get_by_role("button", name="Use my passkey").click()
    page.wait_for_function("() => document.querySelector('input[name=passkey]').value !== ''")
    return page.evaluate("() => document.querySelector('input[name=passkey]').value")


def send(page, address: str, answer: str):
    """Posts an answer from this browser's session."""
    token = page.locator("form[data-passkey] input[name=csrfmiddlewaretoken]").get_attribute("value")
    return page.request.post(
        address,
        form={"passkey": answer, "csrfmiddlewaretoken": token},
        headers={"Origin": address.split("/sign-in")[0]},
        max_redirects=0,
    )


def test_an_answer_to_another_challenge_is_refused_and_one_counts_once(browser, live_server):
    person, address = way_in(WHO), f"{live_server.url}/sign-in/passkey"
    with device(browser, live_server.url) as page:
        make_passkey(page, person)
        sign_out(page)
        page.goto(address)
        good = answer_of(page)
        assert send(page, address, good).status == 302
        with device(browser, live_server.url) as other:
            other.goto(address)
            assert send(other, address, good).status == 422, "it answers another session's challenge"
        page.goto(address)
        assert send(page, address, good).status == 422, "it was used"


def test_an_answer_that_another_page_of_the_same_name_asked_for_is_refused(browser, live_server):
    """A neighbour on another port shares our name, and the device answers it; only the origin tells it apart."""
    person, address = way_in(WHO), f"{live_server.url}/sign-in/passkey"
    with device(browser, live_server.url) as page:
        make_passkey(page, person)
        sign_out(page)
        for origin, status in (("http://localhost:8", 422), (live_server.url, 302)):
            page.goto(address)
            asked = json.loads(page.locator("form[data-passkey]").get_attribute("data-passkey"))
            token = page.locator("form[data-passkey] input[name=csrfmiddlewaretoken]").get_attribute("value")
            like_ours = f"{origin}/like-ours"
            page.route(
                like_ours, lambda route: route.fulfill(body="<p>Like ours.</p>", content_type="text/html")
            )
            page.goto(like_ours)
            answer = page.evaluate(ASK_AS_OURS, asked)
            assert answer.startswith("{"), answer
            sent = page.request.post(
                address,
                form={"passkey": answer, "csrfmiddlewaretoken": token},
                headers={"Origin": live_server.url},
                max_redirects=0,
            )
            assert sent.status == status, origin


ASK_AS_OURS = """async (options) => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const words = (b) => btoa(String.fromCharCode(...new Uint8Array(b))).replace(/\\+/g, "-").replace(/\\//g, "_").replace(/=+$/, "");
  try {
    const made = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge) } });
    const response = {};
    for (const part of ["clientDataJSON", "authenticatorData", "signature", "userHandle"]) response[part] = words(made.response[part]);
    return JSON.stringify({ id: made.id, rawId: words(made.rawId), type: made.type, response, clientExtensionResults: {} });
  } catch (wrong) { return wrong.name; }
}"""


def test_another_port_of_the_same_name_is_another_origin(rf):
    """The library alone would take any port: a neighbour on the same machine could pass an answer on."""
    request = rf.get("/sign-in/passkey", HTTP_HOST="localhost:8000")
    check = passkeys._server(request)._verify
    assert check("http://localhost:8000")
    for origin in (
        "http://localhost:8001",
        "https://localhost:8000",
        "http://localhost",
        "http://a.localhost:8000",
        "null",
    ):
        assert not check(origin), origin


@pytest.mark.parametrize(
    "posted", ["", "{", "[]", "null", '{"response": {"userHandle": "AA"}}', '{"id": 1}', "9" * 10_000]
)
def test_what_no_device_would_send_is_refused(posted):
    client = Client(HTTP_HOST="localhost")
    client.get("/sign-in/passkey")
    assert client.post("/sign-in/passkey", {"passkey": posted}).status_code == 422


def test_scripts_are_allowed_on_the_passkey_pages_alone_and_one_at_that():
    client = Client(HTTP_HOST="localhost")
    sent = client.get("/sign-in/passkey")
    assert "script-src 'self'" in sent.headers["Content-Security-Policy"]
    assert "unsafe" not in sent.headers["Content-Security-Policy"]
    (script,) = read(sent.content.decode()).all("script")
    assert script.attributes["src"].endswith("passkey.js")
    person, _ = with_app(WHO)
    for address in ("/sign-in", "/sign-in/second", "/children/"):
        assert "script-src" not in client.get(address).headers["Content-Security-Policy"], address
    first_step(person, client=client)
    assert "script-src" not in client.get("/sign-in/second").headers["Content-Security-Policy"]


def test_an_address_without_a_name_has_no_passkeys_and_offers_none():
    client = Client(HTTP_HOST="127.0.0.1")
    assert client.get("/sign-in/passkey").status_code == 404
    assert "/sign-in/passkey" not in client.get("/sign-in").content.decode()


def test_with_no_script_at_all_a_code_app_is_set_up_and_opens_the_first_page(browser, live_server):
    person = way_in(WHO)
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    sign_in(page, person)
    secret = page.locator(".code-letters").inner_text().replace(" ", "")
    page.fill("#code", code_of(secret))
    page.get_by_role("button", name="Keep this code app").click()
    page.get_by_role("button", name="I have kept them: go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What needs me")
    context.close()


@pytest.mark.parametrize("end", ["sign out", "everywhere"])
def test_after_signing_out_the_back_button_shows_nothing(browser, live_server, end):
    person, secret = with_app(WHO)
    context = browser.new_context(base_url=live_server.url)
    page = context.new_page()
    sign_in(page, person)
    page.fill("#code", code_of(secret))
    page.get_by_role("button", name="Go on").click()
    expect(page.locator(".top__me")).to_contain_text("Dana Ferris")
    page.evaluate("() => { addEventListener('pageshow', (shown) => { window.kept = shown.persisted; }); }")
    page.goto("/sign-in/mine")
    name = "Sign out everywhere" if end == "everywhere" else "Sign out"
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    for _ in range(3):
        page.go_back()
        assert "Dana Ferris" not in page.content()
        assert not page.evaluate("() => Boolean(window.kept)")
    context.close()


def test_the_button_is_not_there_before_the_script_that_answers_it(browser, live_server):
    """A press before that would send an empty form."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/sign-in/passkey")
    assert not page.locator("[data-passkey-button]").is_visible()
    context.close()
