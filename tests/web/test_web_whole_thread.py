"""One concern, from a school's page to a decision with its reasons in the chronology: a real browser, and no script at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.decisions import queries as decisions
from kith.kernel.clock import LONDON, now
from kith.patterns import queries as patterns
from tests.support.world import Worker
from tests.web.living import PASSWORD, days_ago, give_password, living_area, worker
from tests.web.test_web_browser import AXE, RULES

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.filterwarnings("ignore:No directory at")]

SHE_SAID = "He comes in the night now so the lady doesn’t see."
POLICE_SAY = "We hold one call, of this month. A named visitor whom we had met would change it."
BECAUSE = "Her own words, a call and a bruise, and nobody has spoken to her alone"
QUESTION = "Can everyone who knows something about Amira Haddad put it together?"


@pytest.fixture
def area(settings):
    settings.KITH_DEMO = True
    return living_area()


@pytest.fixture
def amira(area):
    """Police and the hospital each hold a piece, and nobody has put them together."""
    amira = area.child("Amira Haddad", aged=7)
    area.now = days_ago(20)
    area.police.report(
        amira, "domestic_abuse_incident", child_present=True, text="999 from next door: shouting."
    )
    area.now = days_ago(12)
    area.agency("hospital").report(amira, "injury_seen", appearance="bruise", site=["arm"])
    return amira


class Room:
    """Browsers of several people at once, none of which runs a script."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url

    @contextmanager
    def somebody(self, width: int = 1280) -> Iterator[Page]:
        context = self.browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=False, base_url=self.url
        )
        context.set_default_timeout(10_000)
        yield context.new_page()
        context.close()

    @contextmanager
    def signed_in(self, who: Worker, *, width: int = 1280) -> Iterator[Page]:
        email = give_password(who)
        with self.somebody(width) as page:
            page.goto("/sign-in")
            page.fill("#email", email)
            page.fill("#password", PASSWORD)
            page.get_by_role("button", name="Sign in").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("What needs me")
            yield page


@pytest.fixture
def room(browser, live_server) -> Room:
    return Room(browser, live_server.url)


def the_school_finds_the_child(page: Page) -> None:
    """By her name in the head of any page: known, to whom, whom to ring, and nothing else."""
    page.get_by_label("Find a child", exact=True).fill("amira hadad")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="One child may be the one")).to_be_visible()
    found = page.locator(".found")
    expect(found).to_contain_text("Known to: hospital")
    expect(found).to_contain_text("You are not involved")
    assert "shouting" not in page.content()
    assert "amira" not in page.url.lower()


def the_school_records_a_concern(page: Page, amira) -> None:
    page.locator(".found").get_by_role("link", name="Record a concern").click()
    for field, choice in (("where_now", "here"), ("safe_to_go", "not_sure")):
        page.locator(f"input[name={field}][value={choice}]").check()
    page.locator("#collected_by_not_known").check()
    page.locator("#leaves_not_known").check()
    page.get_by_role("button", name="Save and go on").click()

    page.get_by_label("The child’s name").fill("Amira Haddad")
    for field, piece in (("born", "%-d"), ("born_month", "%-m"), ("born_year", "%Y")):
        page.fill(f"#{field}", f"{amira.born:{piece}}")
    page.get_by_role("button", name="Save and go on").click()

    today = now().astimezone(LONDON)
    for field, piece in (("happened", "%-d"), ("happened_month", "%-m"), ("happened_year", "%Y")):
        page.fill(f"#{field}", f"{today:{piece}}")
    page.fill("#seen_or_heard", "She hid under the table when a door banged.")
    page.fill("#childs_words", SHE_SAID)
    page.locator("input[name=who_said][value=self]").check()
    page.get_by_role("button", name="Save and go on").click()

    page.locator("input[name=how_soon][value=today]").check()
    page.locator("input[name=family_told][value=told]").check()
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_role("button", name="Send to the duty desk").click()
    expect(page.locator(".sent")).to_contain_text("Sent to the duty desk at")


def the_question(amira) -> tuple[UUID, UUID]:
    """The prompt to put the pieces together, and whom it names."""
    (found,) = [
        one for one in patterns.prompts_about(child=amira.id) if one.step == "multi_agency_discussion"
    ]
    return found.id, found.owner


def the_owner_takes_it_and_opens_a_decision(page: Page) -> str:
    """Answers the address of the decision."""
    page.get_by_role("link", name=QUESTION, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(QUESTION.replace(" Haddad", ""))
    expect(page.locator(".ask__ev")).to_contain_text(SHE_SAID)
    page.get_by_role("button", name="I have it").click()
    expect(page.locator(".acknowledge")).to_contain_text("said that they have it")
    page.get_by_role("button", name="Arrange a discussion").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Discussion between the agencies")
    return page.url


def writes(page: Page, answer: str, reasons: str) -> None:
    page.get_by_label(answer, exact=True).check()
    page.get_by_label("Why, and what would change your mind").fill(reasons)
    page.get_by_label("The most protective thing considered").fill("Speaking to her alone today.")
    page.get_by_role("button", name="Write our position").click()


def writes_by_keyboard(page: Page, reasons: str) -> None:
    """The same without a mouse: the skip link, Tab, the space bar and Enter."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _tab_to(page, "answer")
    page.keyboard.press("Space")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    _tab_to(page, "reasons")
    page.keyboard.type(reasons)
    _tab_to(page, "most_protective")
    page.keyboard.type("Going there with social care today.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def _tab_to(page: Page, field: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(f"[name={field}]:focus").count():
            return
    raise AssertionError(f"Tab never came to {field}")


def known_the_day_before(page: Page, amira) -> None:
    before = (now() - timedelta(days=1)).astimezone(LONDON)
    page.goto(f"/children/{amira.id}/chronology/")
    for field, piece in (("day", "%-d"), ("month", "%-m"), ("year", "%Y"), ("time", "%H:%M")):
        page.fill(f"#{field}", f"{before:{piece}}")
    page.get_by_role("button", name="Show what was known").click()


def asked_for(area, decision: UUID, agency: str) -> Worker:
    held = decisions.decision(id=decision, by=area.system)
    (person,) = [one.practitioner for one in held.invitations if one.agency == agency]
    return worker(area, person)


def test_a_schools_concern_becomes_a_decision_with_reasons(area, amira, room):
    with room.somebody() as school:
        school.goto("/sign-in")
        school.get_by_role("button", name="Anneka Bright").click()
        expect(school.locator(".page-head")).to_contain_text("Anneka.")
        the_school_finds_the_child(school)
        the_school_records_a_concern(school, amira)

        prompt, owner_id = the_question(amira)
        owner = worker(area, owner_id)
        with room.signed_in(owner) as desk:
            decision_url = the_owner_takes_it_and_opens_a_decision(desk)
            decision = UUID(decision_url.rstrip("/").rpartition("/")[2])

            with room.signed_in(asked_for(area, decision, "police")) as police:
                police.get_by_role(
                    "link", name="Discussion between the agencies: Amira Haddad", exact=True
                ).click()
                writes_by_keyboard(police, POLICE_SAY)
                expect(police.locator(".opened")).to_contain_text(POLICE_SAY)

            with room.signed_in(asked_for(area, decision, "community_health"), width=360) as nurse:
                nurse.goto(decision_url)
                expect(nurse.locator(".sealed")).to_contain_text("Closed until you write yours.")
                assert POLICE_SAY not in nurse.content()
                writes(nurse, "Yes: more is needed, said in the reasons", "She has not been seen since July.")
                expect(nurse.locator(".opened")).to_contain_text(POLICE_SAY)

            desk.goto(decision_url)
            assert POLICE_SAY not in desk.content()
            writes(desk, "Yes: more is needed, said in the reasons", "Three pieces, and one of them hers.")
            desk.get_by_role("group", name="What is decided?").get_by_label("Yes: more is needed").check()
            desk.get_by_label("Reasons", exact=True).fill(BECAUSE)
            desk.get_by_label("Who tells the parents").fill("Nobody yet; decided again at 15:30.")
            desk.get_by_role("button", name="Decide", exact=True).click()
            expect(desk.locator(".outcome")).to_contain_text(BECAUSE)
            expect(desk.locator(".outcome")).to_contain_text("Made without hospital and school.")
            expect(desk.locator(".dissent")).to_contain_text(POLICE_SAY)

        school.goto(f"/children/{amira.id}/chronology/")
        expect(school.locator(".entries")).to_contain_text(BECAUSE)
        known_the_day_before(school, amira)
        expect(school.locator(".entries")).to_contain_text("999 from next door")
        expect(school.locator(".entries")).not_to_contain_text(BECAUSE)
        expect(school.locator(".entries")).not_to_contain_text(SHE_SAID)
        assert patterns.prompt(id=prompt).decision == decision


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 320])
def test_axe_finds_nothing_on_the_filled_pages(area, amira, browser, live_server, width):
    area.now = days_ago(1)
    area.school.report(amira, "behaviour_concern", aspect="distress", words=SHE_SAID)
    prompt, owner_id = the_question(amira)
    context = browser.new_context(viewport={"width": width, "height": 700}, base_url=live_server.url)
    page = context.new_page()
    page.goto("/sign-in")
    page.fill("#email", give_password(worker(area, owner_id)))
    page.fill("#password", PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto(f"/prompts/{prompt}/")
    page.get_by_role("button", name="Arrange a discussion").click()
    decision = page.url
    page.goto("/children/")
    page.locator("#name").fill("Zebedee Quill")
    page.get_by_role("button", name="Find", exact=True).click()
    found = {"found": _faults(page, width)}
    for address in (
        "/",
        f"/prompts/{prompt}/",
        decision,
        "/decisions/",
        "/children/",
        f"/children/{amira.id}/decisions/new",
    ):
        page.goto(address)
        found[address] = _faults(page, width)
    context.close()
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def _faults(page: Page, width: int) -> list[str]:
    page.evaluate(AXE)
    asked = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    wrong = page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
    sideways = page.evaluate("document.documentElement.scrollWidth") > width
    return [f"{one['id']}: {one['nodes'][0]['target']}" for one in wrong] + ["scrolls sideways"] * sideways
