"""Asked again who they are: the waiting form is kept word for word, goes on once it is proved, and nothing is in an address."""

from datetime import timedelta

import pytest
from django.http import JsonResponse
from django.test import Client
from django.urls import path

from kith.kernel.clock import now
from kith.web.policy import policy
from kith.web.sign_in import throttle
from kith.web.sign_in.again import proved_again
from kith.web.urls import urlpatterns as web_urls
from tests.web.forms import PASSWORD, bay, page, problems, said, way_in
from tests.web.signing_in import code_of, first_step, forget_taken_codes, through_both, with_app

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
WHO = "dana-ferris"
TYPED = {
    "because": '  Sie schrie: "komm" & <b>lief</b>\r\nweg. 🌊 \u200fمرحبا',
    "category": "danger",
    "seen": ["one", "two", "one"],
    "empty": "",
}


@policy("signed_in")
@proved_again(minutes=5)
def guarded(request):
    return JsonResponse({"method": request.method, "typed": dict(request.POST.lists())})


urlpatterns = [*web_urls, path("guarded", guarded)]
handler404 = "kith.web.refused.views.not_found"


@pytest.fixture(autouse=True)
def tolland_bay(settings):
    settings.ROOT_URLCONF = __name__
    bay()


def stale(client: Client) -> Client:
    session = client.session
    session["proved_at"] = (now() - timedelta(minutes=5, seconds=1)).isoformat()
    session.save()
    return client


def waiting(answer) -> dict[str, list[str]]:
    """The hidden fields of the page that asks, as a browser would send them."""
    form = next(
        one
        for one in page(answer).all("form")
        if one.classed("field") and "data-passkey" not in one.attributes
    )
    kept: dict[str, list[str]] = {}
    for one in form.all("input"):
        if one.attributes["type"] == "hidden" if "type" in one.attributes else False:
            kept.setdefault(one.attributes["name"], []).append(one.attributes.get("value", ""))
    return kept


def test_a_proof_of_this_minute_is_enough():
    client, _ = first_step(way_in(WHO))
    assert client.post("/guarded", TYPED).json()["method"] == "POST"


@pytest.mark.parametrize("proof", ["password", "code"])
def test_every_typed_word_goes_on_with_the_proof_and_the_proof_itself_does_not(proof):
    person, secret = with_app(WHO)
    client = stale(through_both(person, secret))
    answer = client.post("/guarded", TYPED)
    assert answer.status_code == 401
    assert "What you typed is kept" in said(answer)
    kept = waiting(answer)
    forget_taken_codes()
    proved = {"again_password": PASSWORD} if proof == "password" else {"again_code": code_of(secret)}
    before = client.session.session_key
    gone_on = client.post("/guarded", {**kept, **proved}).json()
    as_lists = {name: words if isinstance(words, list) else [words] for name, words in TYPED.items()}
    assert gone_on == {"method": "POST", "typed": as_lists}
    assert client.session.session_key != before
    assert client.post("/guarded", TYPED).status_code == 200
    assert len(page(client.get("/sign-in/mine")).classed("own-lines")[0].all("li")) == 1


def test_a_page_that_was_only_to_be_opened_is_opened():
    client = stale(first_step(way_in(WHO))[0])
    answer = client.get("/guarded")
    assert answer.status_code == 401
    gone_on = client.post("/guarded", {**waiting(answer), "again_password": PASSWORD})
    assert gone_on.json() == {"method": "GET", "typed": {}}


def test_a_wrong_proof_keeps_the_words_and_five_of_them_wait():
    client = stale(first_step(way_in(WHO))[0])
    kept = waiting(client.post("/guarded", TYPED))
    for _ in range(throttle.TRIES):
        answer = client.post("/guarded", {**kept, "again_password": "wrong horse"})
        assert answer.status_code == 422
        assert [field for field, _ in problems(answer)] == ["again_password"]
        assert waiting(answer)["because"] == [TYPED["because"]]
        assert "wrong horse" not in answer.content.decode()
    answer = client.post("/guarded", {**kept, "again_password": PASSWORD})
    assert "Too many wrong tries" in said(answer)


def test_nothing_typed_stands_in_an_address_or_in_the_session():
    client = stale(first_step(way_in(WHO))[0])
    answer = client.post("/guarded", TYPED)
    assert "Location" not in answer.headers
    assert "lief" not in str(dict(client.session))


def test_nobody_elses_password_or_code_proves_it():
    other, secret = with_app("ruth-abara")
    other.set_password("another long walk")
    other.save()
    client = stale(first_step(way_in(WHO))[0])
    kept = waiting(client.post("/guarded", TYPED))
    assert client.post("/guarded", {**kept, "again_password": "another long walk"}).status_code == 422
    assert client.post("/guarded", {**kept, "again_code": code_of(secret)}).status_code == 422
    assert client.post("/guarded", {**kept, "passkey": "{}"}).status_code == 422
    assert client.post("/guarded", kept).status_code == 422


def test_a_proof_does_not_make_the_working_day_longer():
    client = stale(first_step(way_in(WHO))[0])
    began = client.session["signed_in_at"]
    client.post("/guarded", {"again_asked": "POST", "again_password": PASSWORD})
    assert client.session["signed_in_at"] == began


def test_whoever_is_not_signed_in_is_asked_that_first():
    assert Client().post("/guarded", TYPED).url.startswith("/sign-in")


def test_the_demo_is_not_asked_again(settings):
    client = stale(first_step(way_in(WHO))[0])
    settings.KITH_DEMO = True
    assert client.post("/guarded", TYPED).status_code == 200
