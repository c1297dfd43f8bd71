"""A change of the home and a birth, told by keyboard alone on a phone that runs no script."""

from datetime import timedelta

import pytest

from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.clock import LONDON, now
from kith.people import operations as people
from kith.people import queries as held
from kith.people.types import Birth, NewPerson
from tests.web.forms import bay, worker
from tests.web.walking import go_to, opened, press, tick, write

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore:No directory at"),
]
SOCIAL_WORKER = "joel-prewett"
PHONE = 360


@pytest.fixture
def area():
    return bay()


def see(child) -> None:
    by = worker(SOCIAL_WORKER)
    access.involve(child=child, whom=Whom(practitioner=by.id), basis="allocated", by=by, at=now())


def test_somebody_who_joined_is_told_from_the_page_of_the_home(browser, live_server, area):
    tam = area.child("Tam Orrey", aged=7)
    see(tam.id)
    with opened(browser, live_server.url, SOCIAL_WORKER, width=PHONE, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/children/{tam.id}/home/")
        press(page, "Tell a change of the home")
        go_to(page, "Somebody joined, or is around")
        page.keyboard.press("Enter")
        tick(page, "who")
        write(page, "name", "Lewis Dane")
        tick(page, "how", place=2)
        press(page, "Write it down")
        assert "It is written down who came" in page.inner_text("#said")
        assert "Lewis Dane" in page.inner_text("main")
    (lewis,) = held.adults_around(child=tam.id, as_at=now())
    assert (lewis.name, lewis.lives_there) == ("Lewis Dane", False)


def test_a_birth_is_told_from_the_unborn_childs_page(browser, live_server, area):
    yesterday = (now() - timedelta(days=1)).astimezone(LONDON).date()
    new = NewPerson(kind="unborn", display_name="Baby Orrey", birth=Birth(expected_on=yesterday))
    baby = people.register_person(person=new, by=area.system, at=area.now)
    see(baby)
    with opened(browser, live_server.url, SOCIAL_WORKER, width=PHONE, java_script_enabled=False) as page:
        page.goto(f"{live_server.url}/children/{baby}/")
        press(page, "The birth")
        write(page, "born", str(yesterday.day))
        write(page, "born_month", str(yesterday.month))
        write(page, "born_year", str(yesterday.year))
        write(page, "name", "Noah Orrey")
        press(page, "Write down the birth")
        assert "the birth is written down" in page.inner_text("#said")
        assert "Noah Orrey" in page.inner_text("h1")
    assert held.person(id=baby).kind == "child"
