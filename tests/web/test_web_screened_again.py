"""A second, blind screening on its page, and what is counted of the front door."""

import pytest

from kith.agencies import queries as agencies
from kith.journeys import screening_again
from kith.kernel.clock import now
from kith.pathway import queries as contacts
from tests.web.living import amira_in, living_area, main_of, signed_in, worker
from tests.web.test_web_contacts_filled import decide, read, tell

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
REASONS = "Seen in school each day."


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def amira(area):
    return amira_in(area)


@pytest.fixture
def contact(area, amira, monkeypatch):
    """Decided, and drawn by the lot."""
    monkeypatch.setattr(screening_again, "falls_on", lambda contact: True)
    contact = tell(area, amira)
    assert (
        decide(signed_in(worker(area, contact.owner)), contact, despite="Agreed by telephone.").status_code
        == 302
    )
    return contact


@pytest.fixture
def second(area, contact):
    """Whoever makes it again, in their browser, and the way there."""
    (other,) = [one for one in area_screeners(area) if one.id != contact.owner]
    (held,) = contacts.second_screenings_of(owner=other.id)
    return signed_in(other), f"/contacts/again/{held.id}/"


def area_screeners(area):
    return [worker(area, one.id) for one in agencies.holders_of(role="screener", area=area.code, at=now())]


def test_it_needs_its_owner_and_names_nobody_before_the_look_is_kept(second):
    client, _ = second
    needs = read(client, "/")
    line = needs[needs.index("Screen a contact again") :][:200]
    assert "Amira" not in line


def test_what_was_told_is_read_and_the_decision_nowhere(second):
    client, here = second
    page = read(client, here)
    assert "She had no coat and said nobody was home." in page
    assert "Amira Haddad" in page
    assert REASONS not in page and "Perhaps a hard week" not in page
    assert "Agreed by telephone" not in page and "Below the area" not in page


def test_what_is_missing_is_asked_for_and_every_word_kept(second):
    client, here = second
    answer = client.post(here, {"reasons": "Nobody was home, twice."})
    assert answer.status_code == 422
    assert "Nobody was home, twice." in answer.content.decode()


def test_more_than_was_decided_comes_back_and_less_is_counted(area, contact, second):
    client, here = second
    answer = client.post(here, {"outcome": "assessment", "reasons": "Nobody was home, twice."}, follow=True)
    assert "a third person looks" in main_of(answer)
    assert client.get(here).status_code == 403
    figures = read(client, "/contacts/figures/")
    assert "Two who screened the same agreed on 0 of 1" in figures
    assert not any(one.name in figures for one in (who.actor for who in area_screeners(area)))


def test_whoever_decided_is_not_let_in_and_nobody_outside_the_front_door_reads_the_figures(
    area, contact, second
):
    _, here = second
    assert signed_in(worker(area, contact.owner)).get(here).status_code == 403
    assert signed_in(worker(area, area.school.actor.id)).get("/contacts/figures/").status_code == 403
