"""A sign-in keeper: finds their own people alone, makes a code and takes it back; who reads that it happened."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from kith.agencies import models as agencies
from kith.kernel.clock import now
from tests.web.forms import PASSWORD, bay, page, problems, said, value, way_in
from tests.web.lettings_in import HELEN, JOEL, YUSUF, come_in, email_of, keeper, made, make, type_code

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


@pytest.fixture(autouse=True)
def two_are_required(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.KITH_SECOND_FACTOR = True
    bay()


# ── for keepers ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_keeper_finds_their_own_colleagues_and_learns_nothing_of_anybody_else():
    client = keeper()
    found = client.post("/sign-in/let-in/", {"text": "prewett"})
    assert page(found).classed("choice")[0].text.startswith("Joel Prewett")
    for text in ("orde", "bright", "marrable", email_of("hamish-orde"), "nobody at all"):
        answer = client.post("/sign-in/let-in/", {"text": text})
        assert "Nobody of those whom you keep is called so" in said(answer), text
        assert not page(answer).classed("choice")


def test_few_colleagues_are_simply_listed():
    listed = page(keeper("peter-lanyon").get("/sign-in/let-in/")).classed("choice")
    assert [one.text.split(" ")[0] for one in listed][:2] == ["Joy", "Martha"]
    searched = page(keeper().get("/sign-in/let-in/"))
    assert not searched.classed("choice"), "a large agency is searched"
    assert "text" in [one.attributes.get("id") for one in searched.all("input")]


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
