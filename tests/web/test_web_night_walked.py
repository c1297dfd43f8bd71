"""From the day to the night and back: by keyboard alone, on a phone that runs no script."""

import pytest

from kith.access import operations as access
from kith.access import policies
from kith.caseload import queries as caseload
from kith.chronology import queries as chronology
from kith.journeys import over_the_weekend
from kith.kernel.clock import now
from kith.web.needs_me import night as needed
from kith.web.weekend import filling as list_filling
from tests.web.forms import bay, page, problems, said, signed_in, value, worker
from tests.web.living import by_code
from tests.web.walking import opened, press, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
WORKER, NIGHT, MANAGER = "joel-prewett", "ravi-chandran", "ruth-abara"
PHONE = 360
LISTED = {
    "may_happen": "Lewis may come to the house.",
    "may_happen_because": "He came on the last two Saturdays.",
    "then_do": "Ring police, then see Tam at her Nan’s.",
    "then_do_because": "Nan agreed on Thursday.",
}
NOTE = {"happened": "Keren rang: he is outside.", "was_done": "Police went.", "morning": "Ring Nan at nine."}


@pytest.fixture
def area():
    return bay()


@pytest.fixture
def out_of_hours(monkeypatch):
    """It is night, whenever these tests run."""
    for module in (over_the_weekend, needed, list_filling):
        monkeypatch.setattr(module, "is_out_of_hours", lambda at: True)


@pytest.fixture
def tam(area):
    child = area.child("Tam Orrey", aged=7)
    for role, code in (("allocated_social_worker", WORKER), ("team_manager", MANAGER)):
        access.allocate(child=child.id, practitioner=worker(code).id, role=role, by=area.system, at=area.now)
    return child


def put_on(tam, **answers):
    client = signed_in(WORKER)
    typed = {**LISTED, "until": value(client.get(f"/children/{tam.id}/weekend/"), "until")}
    for piece in ("until_month", "until_year"):
        typed[piece] = value(client.get(f"/children/{tam.id}/weekend/"), piece)
    return client.post(f"/children/{tam.id}/weekend/", {**typed, "what": "list", **answers})


def night_href(client, tam) -> str:
    return (
        page(client.get(f"/children/{tam.id}/note-from-the-night/")).classed("form")[0].attributes["action"]
    )


def test_the_day_hands_to_the_night_the_night_to_the_morning_and_each_reads_who_has_it(
    browser, live_server, tam, out_of_hours
):
    phone = {"width": PHONE, "java_script_enabled": False}
    with opened(browser, live_server.url, WORKER, **phone) as at:
        at.goto(f"{live_server.url}/children/{tam.id}/")
        press(at, "Put on the list for the night")
        press(at, "Put Tam on the list")
        assert at.locator(".error-summary a").all_inner_texts() == ["Say what may happen, in a sentence."]
        for field, words in LISTED.items():
            write(at, field, words)
        press(at, "Put Tam on the list")
        assert "On the list." in at.locator("#said").inner_text()

    with opened(browser, live_server.url, NIGHT, **phone) as at:
        at.goto(f"{live_server.url}/")
        press(at, "One child may ring")
        assert LISTED["then_do"] in at.locator("main").inner_text()
        press(at, "Tam Orrey")
        assert LISTED["may_happen"] in at.locator(".handed").inner_text()
        assert "Nobody has told us" in at.locator("main").inner_text()
        press(at, "Write what happened tonight")
        for field, words in NOTE.items():
            write(at, field, words)
        press(at, "Keep this note")
        assert "Joel Prewett has not taken it yet." in at.locator(".receipts").inner_text()
        assert at.evaluate("document.documentElement.scrollWidth") <= PHONE

    with opened(browser, live_server.url, WORKER, **phone) as at:
        at.goto(f"{live_server.url}/")
        press(at, "For the morning: Tam Orrey")
        assert "Ring Nan at nine." in at.locator(".handed").inner_text()
        assert "What happened: Keren rang" in at.locator(".told-lines").inner_text()
        press(at, "I have it")
        assert "You have it." in at.locator("#said").inner_text()

    with opened(browser, live_server.url, NIGHT, **phone) as at:
        at.goto(f"{live_server.url}/weekend/")
        assert "Joel Prewett took it" in at.locator(".receipts").inner_text()

    with opened(browser, live_server.url, WORKER, **phone) as at:
        (task,) = caseload.open_tasks_of(owner=worker(WORKER).id)
        at.goto(f"{live_server.url}/children/{tam.id}/morning/{task.id}/")
        write(at, "done", "Rang Nan: Tam slept there.")
        press(at, "It is done")
        assert "It is done." in at.locator("main").inner_text()
    texts = [row.text for row in chronology.entries_for_page(child=tam.id, as_at=now())]
    assert texts[0] == "Done, as the night asked: Rang Nan: Tam slept there."
    assert "For the morning: Ring Nan at nine." in texts


@pytest.mark.slow
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_on_any_of_them(browser, live_server, tam, out_of_hours, width):
    from tests.web.walking import check

    put_on(tam)
    client = signed_in(NIGHT)
    client.get("/weekend/")
    client.post(night_href(client, tam), NOTE)
    (task,) = caseload.open_tasks_of(owner=worker(WORKER).id)
    with opened(browser, live_server.url, WORKER, width=width) as at:
        for path in (
            "weekend/",
            *(
                f"children/{tam.id}/{part}"
                for part in ("tonight/", "before-you-knock/", "note-from-the-night/", "weekend/")
            ),
            f"children/{tam.id}/morning/{task.id}/",
        ):
            at.goto(f"{live_server.url}/{path}")
            check(at, width=width)


def test_by_day_whoever_is_on_duty_reads_nothing_of_a_listed_child_and_does_not_see_them(tam, monkeypatch):
    for module in (over_the_weekend, needed, list_filling):
        monkeypatch.setattr(module, "is_out_of_hours", lambda at: False)
    assert put_on(tam).status_code == 302
    client = signed_in(NIGHT)
    assert "Tam" not in said(client.get("/weekend/")) and "Tam" not in said(client.get("/"))
    assert client.get(f"/children/{tam.id}/tonight/").status_code == 403


def test_reading_the_list_keeps_a_look_at_each_child_and_lets_nobody_else_in(tam, out_of_hours):
    from kith.access import queries as looks

    put_on(tam)
    assert "Tam Orrey" in said(signed_in(NIGHT).get("/weekend/"))
    kept = [one for one in looks.looks_at(child=tam.id) if one.practitioner == worker(NIGHT).id]
    assert [(one.purpose, one.basis) for one in kept] == [("read the list for the night", "team_duty")]
    assert "Tam" not in said(signed_in("imran-hussain").get("/weekend/"))
    assert not policies.sees(child=tam.id, by=worker("imran-hussain"), at=now())


def test_taken_off_the_list_the_child_is_closed_to_the_night_again(tam, out_of_hours):
    put_on(tam)
    night = signed_in(NIGHT)
    assert night.get(f"/children/{tam.id}/tonight/").status_code == 200
    client = signed_in(WORKER)
    answer = client.post(f"/children/{tam.id}/weekend/", {"what": "take_off"})
    assert problems(answer) == [("off_because", "Say why the child comes off the list.")]
    client.post(f"/children/{tam.id}/weekend/", {"what": "take_off", "off_because": "He was arrested."})
    assert night.get(f"/children/{tam.id}/tonight/").status_code == 403
    assert "Tam" not in said(night.get("/weekend/"))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"then_do": ""}, "then_do"),
        ({"may_happen": "x" * 301}, "may_happen"),
        ({"until": "31", "until_month": "2"}, "until"),
        ({"until": "1", "until_month": "1", "until_year": "2020"}, "until"),
    ],
)
def test_what_is_missing_or_too_long_is_asked_for_and_every_word_comes_back(tam, typed, field):
    answer = put_on(tam, **typed)
    assert answer.status_code == 422
    assert [one for one, _ in problems(answer)] == [field]
    assert value(answer, "may_happen_because") == LISTED["may_happen_because"]
    assert caseload.listing_of(child=tam.id, at=now()) is None


def test_somebody_who_neither_works_with_the_child_nor_manages_is_told_who_does(tam, area):
    area.involve(by_code(area, "dana-ferris"), tam)
    client = signed_in("dana-ferris")
    assert "Ring Ruth Abara, 01632 960 112" in said(client.get(f"/children/{tam.id}/weekend/"))
    assert client.post(f"/children/{tam.id}/weekend/", LISTED).status_code == 403


def test_an_unfinished_note_is_kept_as_a_draft_and_found_in_what_needs_them(tam):
    client = signed_in(WORKER)
    answer = client.post(night_href(client, tam), {"happened": "Keren rang."})
    assert answer.status_code == 422
    assert [one for one, _ in problems(answer)] == ["was_done"]
    assert value(client.get(f"/children/{tam.id}/note-from-the-night/"), "happened") == "Keren rang."
    assert "A note from the night that you have not finished" in said(client.get("/"))


def test_a_note_that_is_sent_twice_is_kept_once(tam):
    client = signed_in(WORKER)
    href = night_href(client, tam)
    assert client.post(href, NOTE).status_code == client.post(href, NOTE).status_code == 302
    assert len(chronology.entries_for_page(child=tam.id, as_at=now())) == 2
    assert len(caseload.open_tasks_of(owner=worker(WORKER).id)) == 1


def test_a_task_is_handed_back_with_a_reason_to_a_named_manager(tam):
    client = signed_in(WORKER)
    client.post(night_href(client, tam), NOTE)
    (task,) = caseload.open_tasks_of(owner=worker(WORKER).id)
    href = f"/children/{tam.id}/morning/{task.id}/"
    answer = client.post(href, {"what": "hand_back", "back": " "})
    assert [one for one, _ in problems(answer)] == ["back"]
    assert client.post(href, {"what": "hand_back", "back": "I am in court."}).status_code == 302
    told = said(signed_in(MANAGER).get(href))
    assert "Ruth Abara, 01632 960 112" in told and "I am in court." in told
    assert client.post(href, {"what": "take"}).status_code == 403


def test_a_task_of_another_child_is_not_there(tam, area):
    other = area.child("Robin Sayle", aged=4)
    area.involve(area.holder("team_manager"), other)
    client = signed_in(WORKER)
    client.post(night_href(client, tam), NOTE)
    (task,) = caseload.open_tasks_of(owner=worker(WORKER).id)
    access.allocate(
        child=other.id,
        practitioner=worker(WORKER).id,
        role="allocated_social_worker",
        by=area.system,
        at=area.now,
    )
    answer = client.get(f"/children/{other.id}/morning/{task.id}/")
    assert answer.status_code == 403 and "There is no such task here." in said(answer)
