"""What went back, on its page: to whom each system is shown, what failed, and trying again; and a line on the child's page."""

from datetime import date, timedelta

import pytest

from kith.agencies import queries as agencies
from kith.chronology import queries as ledger
from kith.giving import knocking, models
from kith.giving.booking import put_ready
from kith.giving.handing import file_of
from kith.giving.webhook.addresses import NotAllowed
from kith.journeys.feeding.senders import owner_of
from kith.kernel import outbox
from kith.kernel.clock import now
from kith.kernel.dead_letters import Sender
from tests.rooms.giving_world import HOST, actor, given_to, lets_in, sent
from tests.support.world import Area
from tests.web.living import by_code, living_area, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
SCHOOL, OTHER_SCHOOL, POLICE, FRONT_DOOR = "anneka-bright", "shabnam-akhtar", "hamish-orde", "nadia-rahman"
AMIRA = {"full_name": "Amira Haddad", "born": date(2019, 5, 4)}


@pytest.fixture
def area(settings, tmp_path) -> Area:
    settings.KITH_GIVING_HOSTS, settings.KITH_FILES = (HOST,), str(tmp_path)
    made = living_area()
    made.now = now() - timedelta(hours=30)
    return made


@pytest.fixture
def given_up(area, monkeypatch):
    """A system of the school that never answered."""

    def fails(*given, **named):
        raise NotAllowed("not_reached")

    monkeypatch.setattr(knocking, "post", fails)
    receiver = given_to(area, SCHOOL, address=f"https://{HOST}/kith")
    sent(area, SCHOOL, "pupil-7", **AMIRA)
    put_ready(at=area.now)
    for _ in range(outbox.MOST_ATTEMPTS):
        knocking.knock(at=area.now)
        area.now += timedelta(hours=1, seconds=1)
    area.now = now()
    return receiver


def page(area, code, path="/given-back/"):
    return signed_in(by_code(area, code)).get(path)


def test_what_was_given_up_is_shown_to_the_school_and_the_front_door_and_to_nobody_else(area, given_up):
    for code in (SCHOOL, FRONT_DOOR):
        words = page(area, code).content.decode()
        assert (
            "Kith gave up telling it, after trying 20 times. It could not be reached." in words
            and "CPOMS" in words
        )
        assert "pupil-7" not in words and "Amira" not in words
    for code in (OTHER_SCHOOL, POLICE):
        assert "CPOMS" not in page(area, code).content.decode()


def test_whoever_answers_for_it_is_asked_to_look_and_nobody_else_is(area, given_up):
    owner = owner_of(
        Sender(agency="school", team=models.Receiver.objects.get().team_id), area=area.code, at=now()
    )
    everybody = agencies.practitioners_in(area=area.code)
    told = [
        one.code
        for one in everybody
        if one.code in (SCHOOL, OTHER_SCHOOL, POLICE, FRONT_DOOR, owner.code)
        and "CPOMS was not told" in page(area, one.code, "/").content.decode()
    ]
    assert told == [owner.code]


def test_trying_again_is_done_once_and_refused_to_others(area, given_up):
    path = f"/given-back/{given_up}/again"
    assert signed_in(by_code(area, POLICE)).post(path).status_code == 403
    assert models.Knock.objects.get().given_up_at
    client = signed_in(by_code(area, SCHOOL))
    for _ in "12":
        answer = client.post(path)
        assert (answer.status_code, answer.url) == (302, "/given-back/")
    assert models.Knock.objects.get().given_up_at is None
    words = client.get("/given-back/").content.decode()
    assert "Kith tries again within a minute." in words and "It waits to be told since" in words


def test_the_childs_page_says_where_it_goes_back_to_and_only_to_that_school(area):
    given_to(area, SCHOOL)
    own = sent(area, SCHOOL, "pupil-7", **AMIRA)
    (child,) = ledger.children_of(entry=own)
    for code in (SCHOOL, POLICE):
        lets_in(area, code, child)
    put_ready(at=area.now)
    path = f"/children/{child}/"
    assert "Goes back to CPOMS: 1 entry, not fetched yet." in page(area, SCHOOL, path).content.decode()
    file_of(child=models.GivenChild.objects.get().pk, form="csv", by=actor(area, SCHOOL), at=area.now)
    assert "Goes back to CPOMS: 1 entry, last fetched" in page(area, SCHOOL, path).content.decode()
    assert "Goes back" not in page(area, POLICE, path).content.decode()
