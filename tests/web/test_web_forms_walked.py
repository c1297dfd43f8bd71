"""Both forms in a real browser: by keyboard alone, without any script, on a phone, and with axe on every page and error."""

from datetime import timedelta

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.clock import now
from kith.patterns import queries as prompts
from tests.web.forms import bay, worker
from tests.web.walking import check, go_to, opened, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
HEALTH_VISITOR = "bukola-stannard"
GO_ON, SEND, KEEP = "Save and go on", "Send to the duty desk", "Keep this note"


@pytest.fixture
def area():
    return bay()


@pytest.fixture
def noor(area):
    """A baby of twelve weeks, on the health visitor's caseload."""
    baby = area.child("Noor Haddad", born=(now() - timedelta(days=84)).date())
    by = worker(HEALTH_VISITOR)
    access.involve(child=baby.id, whom=Whom(practitioner=by.id), basis="health_caseload", by=by, at=now())
    return baby


def test_a_bruise_on_a_baby_is_sent_by_keyboard_alone_on_a_phone_without_script(
    browser, live_server, area, noor
):
    with opened(browser, live_server.url, HEALTH_VISITOR, width=360, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/concern/?child={noor.id}")
        press(page, GO_ON)
        go_to(page, "Say where Noor is now, or choose that you do not know")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "where_now"
        page.keyboard.press("Space")
        tick(page, "collected_by_not_known")
        tick(page, "leaves_not_known")
        tick(page, "safe_to_go", place=3)
        press(page, GO_ON)
        press(page, GO_ON)
        write(page, "happened_year", str(now().year))
        write(page, "seen_or_heard", "A bruise, 2 cm, on the left cheek.")
        tick(page, "who_said")
        tick(page, "worry_about")
        press(page, GO_ON)
        tick(page, "mark_seen")
        go_to(page, "Or choose from a list")
        page.keyboard.press("Enter")
        tick(page, "site-8")
        tick(page, "appearance")
        tick(page, "child_mobile", place=2)
        press(page, GO_ON)
        tick(page, "how_soon")
        assert page.locator("#family_told-5").is_checked(), "the safe answer is chosen for a baby with a mark"
        press(page, GO_ON)
        assert "Cheek" in page.locator("main").inner_text()
        press(page, SEND)
        assert page.locator(".slab").inner_text().startswith("Ring now. Do not wait.")
        top = page.locator(".slab").bounding_box()["y"]
        assert top < 740, "the number to ring is not on the first screen of a phone"
        page.reload()
        assert page.locator("h1").inner_text() == "Sent. Now ring."
    area.now = now()
    kinds = sorted(entry.kind for entry in area.entries_about(noor))
    assert kinds == ["contact_opened", "contact_received", "injury_seen"]
    assert "obtain_paediatric_opinion" in {one.step for one in prompts.prompts_about(child=noor.id)}


def test_a_visit_is_written_by_keyboard_alone_on_a_phone_without_script(browser, live_server, area, noor):
    with opened(browser, live_server.url, HEALTH_VISITOR, width=360, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/children/{noor.id}/visit/")
        assert not page.locator("#others_present").is_visible()
        tick(page, "seen", place=2)
        write(page, "others_present", "Her mother; footsteps upstairs")
        write(page, "where", "Home, the kitchen")
        write(page, "said_or_did", "Smiled, and reached for my badge.")
        tick(page, "did_not_speak")
        write(page, "worry", "A cold room.")
        write(page, "next_step", "I visit on Friday.")
        press(page, KEEP)
        (line,) = page.locator(".said").all()
        assert "Your visit note about Noor is saved" in line.inner_text()
        assert 0 <= line.bounding_box()["y"] < 400
    area.now = now()
    (visit,) = area.entries_about(noor)
    assert visit.details["others_present_text"] == "Her mother; footsteps upstairs"


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_any_topic_or_error_of_a_concern(browser, live_server, area, noor, width):
    with opened(browser, live_server.url, HEALTH_VISITOR, width=width) as page:

        def submitted(*, wrong: bool) -> None:
            page.get_by_role("button", name=GO_ON).click()
            assert bool(page.locator(".error-summary").count()) == wrong
            check(page, width=width)

        page.goto(f"{live_server.url}/concern/")
        check(page, width=width)
        submitted(wrong=True)
        page.locator("#where_now-3").check()
        page.locator("#where_else").fill("At her aunt’s")
        page.locator("#collected_by_not_known").check()
        page.locator("#leaves").fill("15")
        page.locator("#leaves_minute").fill("15")
        page.locator("#safe_to_go-2").check()
        submitted(wrong=False)
        submitted(wrong=True)
        page.locator("#child_name").fill("Casper Lyle")
        page.locator("#born").fill("31")
        page.locator("#born_month").fill("2")
        page.locator("#born_year").fill("2022")
        submitted(wrong=True)
        page.locator("#born").fill("28")
        submitted(wrong=False)
        submitted(wrong=True)
        page.locator("#happened_not_known").check()
        page.locator("#seen_or_heard").fill("A mark on the arm.")
        page.locator("#who_said-3").check()
        page.locator("#worry_about").check()
        submitted(wrong=False)
        page.locator("summary", has_text="Or choose from a list").click()
        page.get_by_label("Forearm", exact=True).check()
        check(page, width=width)
        submitted(wrong=False)
        page.locator("#family_told-3").check()
        submitted(wrong=True)
        page.locator("#how_soon").check()
        page.locator("#why_not_told").fill("They are not here.")
        submitted(wrong=False)
        page.get_by_role("button", name=SEND).click()
        check(page, width=width)
        page.goto(f"{live_server.url}/concern/?child={noor.id}")
        check(page, width=width)


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_any_state_of_a_visit_note(browser, live_server, area, noor, width):
    with opened(browser, live_server.url, HEALTH_VISITOR, width=width) as page:
        page.goto(f"{live_server.url}/children/{noor.id}/visit/")
        check(page, width=width)
        for seen in ("", "#seen-2", "#seen-3"):
            if seen:
                page.locator(seen).check()
            check(page, width=width)
            page.get_by_role("button", name=KEEP).click()
            assert page.locator(".error-summary").count() == 1
            check(page, width=width)


def test_what_was_typed_is_there_after_the_browser_was_closed(browser, live_server, area):
    with opened(browser, live_server.url, HEALTH_VISITOR, width=360) as page:
        page.goto(f"{live_server.url}/concern/")
        page.locator("#collected_by").fill("his father, Dean")
        page.get_by_role("button", name="Stop and come back").click()
    with opened(browser, live_server.url, HEALTH_VISITOR, width=360) as page:
        page.goto(f"{live_server.url}/concern/")
        page.locator(".unsent a").click()
        assert page.locator("#collected_by").input_value() == "his father, Dean"
