"""From a refusal to four hours of sight, to those who are told, to the review; and from a search to a call."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest

from kith.access import operations as access
from kith.access import queries
from kith.identity import operations as identity
from kith.identity.types import NewDescription
from kith.jobs.rounds import one_round
from kith.kernel.clock import now
from kith.people import operations as people
from kith.people.types import NewPerson
from tests.web.drawing import read
from tests.web.forms import PASSWORD, bay, signed_in, worker
from tests.web.walking import check, opened, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
WHY = "Her grandmother is at the desk and says that he has her."
TEACHER, WORKER, GUARDIAN = "anneka-bright", "joel-prewett", "philippa-venn"


@pytest.fixture
def tolland_bay(settings):
    settings.KITH_RING_ONE_IN = 10**12
    return bay()


def a_child(tier="normal", name="Amira Rahman"):
    by = worker("dana-ferris")
    made = people.register_person(person=NewPerson(kind="child", display_name=name), by=by, at=now())
    access.allocate(
        child=made, practitioner=worker(WORKER).id, role="allocated_social_worker", by=by, at=now()
    )
    if tier != "normal":
        people.set_tier(person=made, tier=tier, because="A story.", by=by, at=now())
    return made


def plain(answer) -> bytes:
    """An answer without the token by which its forms are known, which is another each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", answer.content)


def text(answer) -> str:
    return read(answer.content.decode()).all("main")[0].text


def test_a_refusal_leads_to_the_record_by_keyboard_alone_on_a_phone_without_script(
    browser, live_server, tolland_bay
):
    amira = a_child()
    with opened(browser, live_server.url, TEACHER, width=360, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/children/{amira}/")
        press(page, "Open with a written reason")
        tick(page, "category")
        write(page, "because", "Needed.")
        press(page, "Open for four hours")
        assert "30 characters" in page.locator(".error-summary a").inner_text()
        write(page, "because", WHY)
        press(page, "Open for four hours")
        assert "Open to you for four hours" in page.locator("#said").inner_text()
    with opened(browser, live_server.url, WORKER, width=360, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/")
        page.locator("main a[href^='/openings/']").first.click()
        assert WHY in page.locator("main").inner_text()
        assert "Amira Rahman’s record" in page.locator("main").inner_text()
        press(page, "I have read this")
    with opened(browser, live_server.url, GUARDIAN, width=360, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/openings/")
        page.locator("main table a").first.click()
        words = page.locator("main").inner_text()
        assert "Joel Prewett: read it" in words and "Amira" not in words
        tick(page, "found")
        write(page, "because", "I rang the school.")
        press(page, "Write down what you found")
        assert "Every opening was reviewed" in page.locator("main").inner_text()


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, live_server, tolland_bay, width):
    amira = a_child()
    search_for_somebody_sealed()
    with opened(browser, live_server.url, TEACHER, width=width) as page:
        page.goto(f"{live_server.url}/children/{amira}/open/")
        check(page, width=width)
    access.open_in_emergency(child=amira, category="danger_now", because=WHY, by=worker(TEACHER), at=now())
    (opening,) = queries.openings_to_review(area=tolland_bay.code)
    (call,) = queries.calls_waiting(area=tolland_bay.code, but_not_of=worker(GUARDIAN).id)
    with opened(browser, live_server.url, GUARDIAN, width=width) as page:
        for path in ("own-family/", "openings/", f"openings/{opening.id}/", "desk/", f"desk/{call.id}/"):
            page.goto(f"{live_server.url}/{path}")
            check(page, width=width)


def test_a_sealed_child_and_one_who_is_not_there_are_answered_byte_for_byte_alike(tolland_bay):
    sealed, nobody = a_child(tier="sealed"), uuid4()
    client = signed_in(TEACHER)
    for path in ("/children/{}/", "/children/{}/open/"):
        pages = [client.get(path.format(who)) for who in (sealed, nobody)]
        assert [page.status_code for page in pages] == [403, 403]
        assert plain(pages[0]) == plain(pages[1])
        assert b"/open/" not in pages[0].content
    posted = [
        client.post(f"/children/{who}/open/", {"category": "danger_now", "because": WHY})
        for who in (sealed, nobody)
    ]
    assert posted[0].status_code == posted[1].status_code == 403
    assert plain(posted[0]) == plain(posted[1])


def test_whoever_sees_the_child_is_taken_to_the_page(tolland_bay):
    amira = a_child()
    answer = signed_in(WORKER).get(f"/children/{amira}/open/")
    assert (answer.status_code, answer.url) == (302, f"/children/{amira}/")


def test_an_opening_is_read_by_those_who_were_told_and_by_nobody_else(tolland_bay):
    access.open_in_emergency(child=a_child(), category="other", because=WHY, by=worker(TEACHER), at=now())
    (opening,) = queries.openings_to_review(area=tolland_bay.code)
    for code in (TEACHER, "david-mensah", "dana-ferris"):
        answer = signed_in(code).get(f"/openings/{opening.id}/")
        assert answer.status_code == 403
        assert WHY not in answer.content.decode()
        assert signed_in(code).get("/openings/").status_code == 403
    assert signed_in(GUARDIAN).get(f"/openings/{opening.id}/").status_code == 200


def test_the_guardian_says_who_somebody_is_and_the_child_is_gone_for_them_until_it_is_lifted(tolland_bay):
    amira = a_child()
    by = worker("dana-ferris")
    joel = identity.resolve(
        description=NewDescription(
            said_by="gp", said_by_area=tolland_bay.code, full_name="Joel Prewett", kind="adult",
            born_from=date(1985, 5, 3), born_to=date(1985, 5, 3),
        ),
        by=by,
        at=now(),
    ).person  # fmt: skip
    people.relate(person=joel, kind="aunt_or_uncle", other=amira, by=by, at=now())
    client, theirs = signed_in(GUARDIAN), signed_in(WORKER)
    assert theirs.get(f"/children/{amira}/").status_code == 200
    said = {"what": "look", "practitioner": str(worker(WORKER).id), "text": "Joel Prewett 3/5/1985"}
    assert str(joel) in client.post("/own-family/", said).content.decode()
    assert client.post("/own-family/", said | {"what": "say"}).status_code == 422
    client.post("/own-family/", said | {"what": "say", "person": str(joel)})
    assert plain(theirs.get(f"/children/{amira}/")) == plain(theirs.get(f"/children/{uuid4()}/"))
    assert "worked with a child near to their own family" in text(client.get("/"))
    assert "They could see the child until then" in text(client.get("/own-family/"))
    (near,) = queries.conflicts_in(area=tolland_bay.code, but_not_of=worker(GUARDIAN).id)
    assert client.post("/own-family/", {"what": "lift", "conflict": str(near.id)}).status_code == 422
    client.post("/own-family/", {"what": "lift", "conflict": str(near.id), "because": "They never met."})
    assert theirs.get(f"/children/{amira}/").status_code == 200
    assert theirs.get("/own-family/").status_code == 403


def search_for_somebody_sealed(code="marcus-delroy"):
    access.looked_for(sealed=[a_child(tier="sealed", name="Rowan Pell")], by=worker(code), at=now())
    one_round(at=now())


def test_the_desk_rings_writes_what_the_search_was_for_and_then_sees_who_was_meant(tolland_bay):
    search_for_somebody_sealed()
    client = signed_in(GUARDIAN)
    assert "Ring back" in text(client.get("/"))
    (call,) = queries.calls_waiting(area=tolland_bay.code, but_not_of=worker(GUARDIAN).id)
    before = client.get(f"/desk/{call.id}/")
    assert "Rowan" not in before.content.decode()
    assert "01632 960 300" in text(before)
    assert client.post(f"/desk/{call.id}/", {"what": "rung"}).status_code == 422
    client.post(f"/desk/{call.id}/", {"what": "rung", "search_was_for": "A neighbour rang."})
    after = text(client.get(f"/desk/{call.id}/"))
    assert "Rowan Pell: ring Joel Prewett" in after
    assert client.post(f"/desk/{call.id}/", {"what": "closed"}).status_code == 422
    client.post(f"/desk/{call.id}/", {"what": "closed", "came_of_it": "put_through"})
    assert "They were put through" in text(client.get("/desk/"))


@pytest.mark.parametrize("code", ["dana-ferris", "joel-prewett", "marcus-delroy"])
def test_nobody_else_sees_that_anybody_is_rung(tolland_bay, code):
    search_for_somebody_sealed("ellie-thorne")
    (call,) = queries.calls_waiting(area=tolland_bay.code, but_not_of=worker(GUARDIAN).id)
    client = signed_in(code)
    assert client.get("/desk/").status_code == client.get(f"/desk/{call.id}/").status_code == 403
    assert "Ring back" not in text(client.get("/"))


def test_whoever_comes_to_anothers_open_screen_proves_who_they_are_first(tolland_bay):
    amira = a_child()
    client = signed_in(TEACHER)
    session = client.session
    session["proved_at"] = (now() - timedelta(minutes=6)).isoformat()
    session.save()
    typed = {"category": "danger_now", "because": WHY}
    answer = client.post(f"/children/{amira}/open/", typed)
    assert WHY in answer.content.decode()
    assert queries.openings_to_review(area=tolland_bay.code) == ()
    again = client.post(
        f"/children/{amira}/open/", typed | {"again_asked": "POST", "again_password": PASSWORD}
    )
    assert (again.status_code, again.url) == (302, f"/children/{amira}/#said")
