"""The guardian reads what waits, answers it, and prepares who looked for a family; nobody else comes in."""

from datetime import timedelta

import pytest

from kith.access import models as access_models
from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.kernel.clock import now
from kith.oversight import operations, policies, queries
from kith.people import operations as people
from kith.people.types import NewPerson
from tests.web.forms import bay, problems, said, signed_in, worker
from tests.web.walking import check, opened, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
GUARDIAN, WORKER, ON_CALL = "philippa-venn", "joel-prewett", "margaret-oyelaran"
OTHERS = (WORKER, "ruth-abara", "dana-ferris", "anneka-bright", ON_CALL)


@pytest.fixture(autouse=True)
def tolland_bay():
    return bay()


def a_child(name="Amira Rahman", tier="normal"):
    by = worker("dana-ferris")
    made = people.register_person(person=NewPerson(kind="child", display_name=name), by=by, at=now())
    if tier != "normal":
        people.set_tier(person=made, tier=tier, because="A story.", by=by, at=now())
    return made


def looked(of, code=WORKER, *, days=1, basis="allocated", purpose="read the chronology"):
    """A look that no involvement stands behind, so many days ago."""
    return access_models.Look.objects.create(
        area="tolland-bay",
        child_id=of,
        practitioner_id=worker(code).id,
        basis=basis,
        purpose=purpose,
        looked_at=now() - timedelta(days=days),
    )


def found(*children, code=WORKER):
    """The one finding about these looks of yesterday."""
    for one in children:
        looked(one, code)
    operations.ask_about_looks(at=now())
    by = worker(GUARDIAN)
    return queries.findings_waiting(
        area=by.area, owner_roles=("information_guardian", "area_on_call_manager"), but_not_of=by.id
    )


def test_only_the_guardian_comes_in(tolland_bay):
    amira = a_child()
    (one,) = found(amira)
    told = operations.tell_family(child=amira, recipient=recipient(), by=worker(GUARDIAN), at=now())
    paths = (
        "/looks/",
        f"/looks/{one.id}/",
        f"/children/{amira}/who-looked/",
        f"/children/{amira}/who-looked/{told.id}/",
        f"/children/{amira}/who-looked/{told.id}/print.css",
    )
    for code in OTHERS:
        for path in paths:
            answer = signed_in(code).get(path)
            assert answer.status_code == 403, (code, path)
            assert "Amira" not in answer.content.decode()
    assert [signed_in(GUARDIAN).get(path).status_code for path in paths] == [200] * 5


def recipient(kind="parent"):
    from kith.oversight.types import Recipient

    return Recipient(name="Leanne Carter", kind=kind)


def test_what_waits_is_listed_with_its_reason_and_its_age():
    found(a_child())
    words = said(signed_in(GUARDIAN).get("/looks/"))
    assert "1 finding waits, none of them overdue" in words
    assert "Joel Prewett" in words and "No relationship at that time" in words and "asked today" in words
    assert "Drawn by lot" in words and "Amira" not in words
    assert "Review looks: 1 finding waits" in said(signed_in(GUARDIAN).get("/"))
    assert "Review looks" not in said(signed_in("ruth-abara").get("/"))


def test_a_child_who_is_held_closely_is_not_named_unless_the_guardian_is_involved():
    tam, sealed, amira = a_child("Tam Orrey", "restricted"), a_child("Rowan Pell", "sealed"), a_child()
    (one,) = found(tam, sealed, amira)
    words = said(signed_in(GUARDIAN).get(f"/looks/{one.id}/"))
    assert "Amira Rahman" in words and words.count("A child held closely") == 2
    assert "Tam" not in words and "Rowan" not in words
    whom = Whom(practitioner=worker(GUARDIAN).id)
    access.involve(child=tam, whom=whom, basis="gives_legal_advice", by=worker("dana-ferris"), at=now())
    words = said(signed_in(GUARDIAN).get(f"/looks/{one.id}/"))
    assert "Tam Orrey" in words and "Rowan" not in words


def test_reading_of_a_childs_looks_is_a_look():
    amira, sealed = a_child(), a_child("Rowan Pell", "sealed")
    (one,) = found(amira, sealed)
    signed_in(GUARDIAN).get(f"/looks/{one.id}/")
    newest = looks.looks_at(child=amira)[0]
    assert (newest.name, newest.purpose) == ("Philippa Venn", "review who looked at this child")
    assert [look.name for look in looks.looks_at(child=sealed)] == ["Joel Prewett"]


def test_a_finding_about_the_guardian_is_not_there_for_them_and_the_on_call_manager_answers_it():
    found(a_child(), code=GUARDIAN)
    by = worker(ON_CALL)
    (one,) = queries.findings_waiting(
        area=by.area, owner_roles=policies.reviews_as(by=by, at=now()), but_not_of=by.id
    )
    assert signed_in(GUARDIAN).get(f"/looks/{one.id}/").status_code == 403
    assert "Nothing waits" in said(signed_in(GUARDIAN).get("/looks/"))
    assert "Philippa Venn" in said(signed_in(ON_CALL).get("/looks/"))
    sent = signed_in(ON_CALL).post(f"/looks/{one.id}/", {"answer": "refer", "because": "To the director."})
    assert sent.status_code == 302


def test_an_answer_without_a_reason_is_given_back_and_one_with_it_closes():
    (one,) = found(a_child())
    client = signed_in(GUARDIAN)
    answer = client.post(f"/looks/{one.id}/", {"answer": "acceptable", "because": " "})
    assert (answer.status_code, problems(answer)) == (422, [("because", "Say why, in a sentence.")])
    assert problems(client.post(f"/looks/{one.id}/", {"because": "x"})) == [
        ("answer", "Choose what you found.")
    ]
    assert client.post(f"/looks/{one.id}/", {"answer": "acceptable", "because": "I rang."}).url == "/looks/"
    assert "Joel Prewett" in said(client.get("/looks/")) and "It was in order" in said(client.get("/looks/"))
    again = client.post(f"/looks/{one.id}/", {"answer": "refer", "because": "No."})
    assert again.status_code == 403 and "closed already" in again.content.decode()


def test_a_record_is_prepared_for_somebody_who_is_named_and_reads_the_same_later():
    amira = a_child()
    looked(amira, days=30)
    looked(amira, days=3, purpose="write down a visit")
    client = signed_in(GUARDIAN)
    made = client.post(f"/children/{amira}/who-looked/", {"recipient": "Leanne Carter", "kind": "parent"})
    words = said(client.get(made.url))
    assert "For Leanne Carter" in words and "To read what has happened so far" in words
    assert "Joel" not in words and "Harbour" not in words and "visit" not in words.lower().split()
    looked(amira, days=60)
    sheet = client.get(f"{made.url}print.css").content.decode()
    assert "Leanne Carter" in sheet and "A.R." in sheet and "Amira" not in sheet
    assert "Leanne Carter (a parent" in said(client.get(f"/children/{amira}/who-looked/"))
    kept = [look.purpose for look in looks.looks_by(practitioner=worker(GUARDIAN).id)]
    assert kept and set(kept) == {"prepare who looked for the family"}


def test_a_parent_from_whom_an_address_is_hidden_is_refused_in_words_that_tell_nothing():
    amira, by = a_child(), worker("dana-ferris")
    home = people.register_household(name="A home", by=by, at=now())
    people.start_residency(
        person=amira, household=home, from_on=now().date() - timedelta(days=90), by=by, at=now()
    )
    people.hold_confidential_address(household=home, whereabouts="1 Nowhere Street, ZX9 0AA", by=by, at=now())
    looked(amira, days=30)
    client = signed_in(GUARDIAN)
    made = client.post(f"/children/{amira}/who-looked/", {"recipient": "Leanne Carter", "kind": "parent"})
    words = said(client.get(made.url))
    assert "We cannot give you this list" in words
    assert "address" not in words.lower() and "confidential" not in words.lower() and "Nowhere" not in words
    listed = said(client.get(f"/children/{amira}/who-looked/"))
    assert "For you alone: An address of the child is confidential" in listed


def test_a_child_who_is_held_closely_is_refused_to_a_guardian_who_is_not_involved():
    for tier in ("restricted", "sealed"):
        answer = signed_in(GUARDIAN).get(f"/children/{a_child('Tam Orrey', tier)}/who-looked/")
        assert answer.status_code == 403 and "Tam" not in answer.content.decode()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"what": "prepare", "recipient": "", "kind": "parent"}, "recipient"),
        ({"what": "prepare", "recipient": "Leanne Carter", "kind": "aunt"}, "kind"),
        ({"what": "release", "until": "1", "until_month": "13", "until_year": "2026"}, "until"),
        ({"what": "release", "until": "1", "until_month": "1", "until_year": "2099"}, "until"),
        ({"what": "release", "until": "1", "until_month": "1", "until_year": "2026"}, "release_because"),
    ],
)
def test_what_is_missing_is_said_at_its_field(sent, field):
    answer = signed_in(GUARDIAN).post(f"/children/{a_child()}/who-looked/", sent)
    assert answer.status_code == 422 and [one for one, _ in problems(answer)] == [field]


def test_a_release_is_kept_and_said():
    amira, today = a_child(), now()
    sent = {
        "what": "release",
        "until": str(today.day),
        "until_month": str(today.month),
        "until_year": str(today.year),
        "release_because": "The enquiry was told to both parents.",
    }
    client = signed_in(GUARDIAN)
    answer = client.post(f"/children/{amira}/who-looked/", sent, follow=True)
    assert "Released." in said(answer) and queries.released_until(child=amira) is not None


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.slow)])
def test_the_guardian_walks_it_by_keyboard_without_script(browser, live_server, width):
    amira = a_child()
    looked(amira, days=30)
    (one,) = found(amira)
    with opened(browser, live_server.url, GUARDIAN, width=width, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/looks/{one.id}/")
        tick(page, "answer")
        press(page, "Write down what you found")
        assert "Say why" in page.locator(".error-summary a").inner_text()
        write(page, "because", "I rang her: the school had asked.")
        press(page, "Write down what you found")
        assert "No rule has found anything that is still open" in page.locator("main").inner_text()
        page.goto(f"{live_server.url}/children/{amira}/who-looked/")
        write(page, "recipient", "Leanne Carter")
        tick(page, "kind")
        press(page, "Prepare it")
        assert "For Leanne Carter" in page.locator("main").inner_text()


@pytest.mark.parametrize("width", [320, pytest.param(1280, marks=pytest.mark.slow)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, live_server, width):
    amira = a_child()
    looked(amira, days=30)
    (one,) = found(amira)
    made = operations.tell_family(child=amira, recipient=recipient(), by=worker(GUARDIAN), at=now())
    base = f"children/{amira}/who-looked/"
    with opened(browser, live_server.url, GUARDIAN, width=width) as page:
        for path in ("looks/", f"looks/{one.id}/", base, f"{base}{made.id}/"):
            page.goto(f"{live_server.url}/{path}")
            check(page, width=width)
