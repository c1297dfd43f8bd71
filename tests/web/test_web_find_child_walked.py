"""Finding a child in a real browser: one box, by keyboard alone and without any script; axe finds nothing on any answer."""

from datetime import date

import pytest

from kith.identity import operations as identity
from kith.identity.types import NewDescription
from tests.web.living import days_ago, living_area
from tests.web.walking import check, opened, press, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
HEALTH_VISITOR = "tunde-alabi"
FIRST_BOX = "name"


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def orrey(area):
    """A child of whom the school and the police have told, the police with another spelling and an old address."""
    tam = area.child("Tamsin Orrey", born=date(2019, 5, 2))
    said = NewDescription(
        said_by="police", said_by_area=area.code, full_name="Tamzin Orry", known_as="Tam",
        born_from=date(2019, 5, 2), born_to=date(2019, 5, 2), address_lines=("12 Quay Street",), postcode="TB1 4QQ",
    )  # fmt: skip
    identity.resolve_known(description=said, person=tam.id, by=area.system, at=days_ago(9))
    area.now = days_ago(2)
    area.school.report(tam, "child_seen", seen_alone=True)
    return tam


@pytest.mark.parametrize("width", [360, 1280])
def test_a_child_is_found_by_keyboard_alone_without_script_and_axe_finds_nothing(
    browser, live_server, area, orrey, width
):
    with opened(browser, live_server.url, HEALTH_VISITOR, width=width, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/children/")
        write(page, FIRST_BOX, "tamsyn 12 quay about 7")
        press(page, "Find")
        words = page.locator("main").inner_text()
        assert "One child may be the one" in words
        assert "Tamsin is written like it." in words or "Tamsyn is written like it." in words
        assert "TB1" not in words and "Quay Street" not in words
        assert page.url == f"{live_server.url}/children/"
        page.keyboard.press("Tab")
        while not page.evaluate("document.activeElement.matches('.found a[href*=concern]')"):
            page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.url == f"{live_server.url}/concern/"


@pytest.mark.parametrize(
    ("typed", "width"),
    [("tam 12 quay", 360), ("orrxy 12 quay", 1280), ("zebedee quillfeather", 360), (" ", 1280)],
)
def test_axe_finds_nothing_on_any_answer(browser, live_server, area, orrey, width, typed):
    with opened(browser, live_server.url, HEALTH_VISITOR, width=width) as page:
        page.goto(f"{live_server.url}/children/")
        page.locator("#name").fill(typed)
        page.get_by_role("button", name="Find").click()
        check(page, width=width)
