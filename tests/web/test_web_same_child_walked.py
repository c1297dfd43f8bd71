"""From the list of doubts to an answer and back, in a real browser: by keyboard alone, without any script, on a phone."""

import pytest

from kith.identity import operations, queries
from kith.identity.types import NewDescription
from kith.kernel.clock import now
from tests.web.forms import bay, worker
from tests.web.walking import check, opened, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
BORN = now().date().replace(year=now().year - 6, day=1)
FRONT_DOOR = "dana-ferris"


@pytest.fixture
def doubt():
    """Hassan, and somebody called Hussain in the same house with the same birthday."""
    area = bay()
    found = None
    for code, agency, name in (
        ("anneka-bright", "school", "Hassan Rahman"),
        ("sunita-grewal", "police", "Hussain Rahman"),
    ):
        said = NewDescription(
            said_by=agency, said_by_area=area.code, full_name=name, sex="male", born_from=BORN, born_to=BORN,
            postcode="TQ12 3AB", guardian_names=("Amal Rahman",),
        )  # fmt: skip
        found = operations.resolve(description=said, by=worker(code), at=now())
    return queries.review(id=found.reviews[0])


def test_a_doubt_is_answered_and_the_answer_undone_by_keyboard_alone_on_a_phone_without_script(
    browser, live_server, doubt
):
    with opened(browser, live_server.url, FRONT_DOOR, width=360, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/")
        press(page, "All questions of who is who")
        press(page, "Hussain Rahman and Hassan Rahman")
        tick(page, "decision")
        press(page, "Answer")
        assert page.locator(".error-summary a").inner_text() == "Say how you know"
        write(page, "because", "I asked his mother.")
        press(page, "Answer")
        assert page.locator("h1").inner_text() == "Answered: one child"
        write(page, "because", "His school has both.")
        press(page, "They are two children: undo it")
        assert "from Hassan Rahman to Hussain Rahman" in page.locator("main").inner_text()
        press(page, "Who Hussain Rahman is, and how we know")
        assert "Kept apart" in page.locator("main").inner_text()
    assert queries.stands_for(person=doubt.person, as_at=now()) == doubt.person


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(browser, live_server, doubt, width):
    with opened(browser, live_server.url, FRONT_DOOR, width=width) as page:
        for path in ("same-child/", f"same-child/{doubt.id}/", f"children/{doubt.person}/who/"):
            page.goto(f"{live_server.url}/{path}")
            check(page, width=width)
