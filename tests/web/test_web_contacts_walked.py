"""The front door in a real browser: thought, decided, asked and answered by keyboard alone, on a phone, without any script."""

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import queries as agencies
from kith.journeys.ask_an_agency import Asked, ask_an_agency
from kith.kernel.clock import now
from kith.pathway import queries as contacts
from tests.web.forms import bay, worker
from tests.web.test_web_contacts_filled import tell
from tests.web.walking import check, opened, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
OFFICER = "hamish-orde"


@pytest.fixture
def area():
    return bay()


@pytest.fixture
def casper(area):
    return area.child("Casper Lyle", aged=6)


@pytest.fixture
def contact(area, casper):
    return tell(area, casper)


def code_of(practitioner):
    return agencies.practitioner(id=practitioner).code


def test_a_contact_is_thought_about_and_decided_by_keyboard_alone_on_a_phone_without_script(
    browser, live_server, contact
):
    with opened(
        browser, live_server.url, code_of(contact.owner), width=360, java_script_enabled=False
    ) as page:
        page.goto(f"{live_server.url}/contacts/{contact.id}/")
        tick(page, "leaning", place=2)
        write(page, "view", "A hard week. A second telling would change my mind.")
        press(page, "Write what I think")
        tick(page, "outcome", place=4)
        write(page, "reasons", "A social worker sees him at home and at school.")
        tick(page, "spoken_to")
        press(page, "Decide")
        assert "An assessment (section 17)" in page.inner_text("main")
    assert contacts.contact(id=contact.id).outcome == "assessment"


def test_a_request_is_answered_by_keyboard_alone_on_a_phone_without_script(
    browser, live_server, casper, contact
):
    asked = Asked(agency="police", what="Any notices since June?", purpose="To decide on a contact.")
    made = ask_an_agency(
        children=(casper.id,), asked=asked, contact=contact.id, by=worker("tomasz-wilk"), at=now()
    )
    owner = code_of(contacts.request(id=made).owner)
    with opened(browser, live_server.url, owner, width=360, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/asked/{made}/")
        tick(page, "answer")
        write(page, "words", "Two calls in July. Nobody was hurt.")
        tick(page, "parents_may_be_told", place=2)
        press(page, "Answer")
        assert "Answered" in page.inner_text("main")
    assert contacts.request(id=made).answer == "told"


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.slow), 360])
def test_axe_finds_nothing_on_any_page_of_the_front_door(browser, live_server, area, casper, contact, width):
    officer = worker(OFFICER)
    access.involve(
        child=casper.id, whom=Whom(practitioner=officer.id), basis="open_request", by=area.system, at=now()
    )
    with opened(browser, live_server.url, code_of(contact.owner), width=width) as page:
        for path in ("/contacts/", f"/contacts/{contact.id}/", "/contacts/figures/"):
            page.goto(f"{live_server.url}{path}")
            check(page, width=width)
    with opened(browser, live_server.url, OFFICER, width=width) as page:
        page.goto(f"{live_server.url}/children/{casper.id}/closing/")
        check(page, width=width)
        page.click("text=End our part >> nth=-1")
        assert "Say why your agency" in page.inner_text("main")
        check(page, width=width)
