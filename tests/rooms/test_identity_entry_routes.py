"""By whatever door one new child comes in eight times at once, there is one person for them, or a question to somebody."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice

import pytest

from kith.agencies import queries as agencies
from kith.api import operations as api
from kith.api import policies
from kith.api.types import NewToken
from kith.identity import models, operations, queries
from kith.identity.types import NewDescription
from kith.journeys.receive_concern import receive_concern
from kith.journeys.receive_many import Arrival, receive_many
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from tests.api.conftest import System, item, person
from tests.rooms.test_identity_races import SESSIONS, all_at_once
from tests.support.world import Area, tolland_bay

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
AGENCIES = ("school", "police", "hospital", "gp")
BORN = date(2019, 5, 4)


@pytest.fixture
def area(db, monkeypatch) -> Area:
    made = tolland_bay()
    monkeypatch.setattr(policies, "now", lambda: made.now)
    return made


def said(area: Area, agency: str) -> NewDescription:
    return NewDescription(
        said_by=agency, said_by_area=area.code, full_name="Amira Haddad", born_from=BORN, born_to=BORN, sex="female",
        postcode="ZZ1 4PJ", guardian_names=("Leila Haddad",),
    )  # fmt: skip


def concern(area: Area, agency: str) -> Concern:
    seen = area.now - timedelta(hours=2)
    entry = EntrySaid(
        key="seen", kind="injury_seen", happened_from=seen, happened_to=seen, about=("child",), details={"site": ["arm"]}
    )  # fmt: skip
    people = (PersonSaid(key="child", description=said(area, agency)),)
    return Concern(said_by=agency, said_by_area=area.code, entries=(entry,), people=people)


def by_page(area, agency):
    actor = area.agency(agency).actor
    return lambda: receive_concern(concern=concern(area, agency), by=actor, at=area.now)


def by_load(area, agency):
    actor = area.agency(agency).actor
    arrival = Arrival(concern=concern(area, agency), by=actor, at=area.now)
    return lambda: receive_many(arrivals=[arrival])


def by_list(area, agency):
    actor = area.agency(agency).actor
    stranger = replace(said(area, agency), full_name=f"Zed {agency.title()}", born_from=None, born_to=None, postcode="",
                       guardian_names=())  # fmt: skip
    return lambda: operations.resolve_many(descriptions=[said(area, agency), stranger], by=actor, at=area.now)


def by_letter(area, agency):
    post = agencies.practitioners_in(area=area.code, agency=agency)[0]
    token = NewToken(
        agency=agency, practitioner=post.code, purpose="races", to_at=area.now + timedelta(days=9)
    )
    issued = api.issue_token(token=token, by=area.system, at=area.now)
    system = System(area=area, agency=agency, post=post.code, issued=issued)
    more = {
        "sender_key": f"{agency}-7",
        "sex": "female",
        "postcode": "ZZ1 4PJ",
        "guardian_names": ["Leila Haddad"],
    }

    def send():
        answer = system.send(item(people=[person(**more)]))
        assert answer.status_code == 201, answer.content

    return send


def amiras() -> set:
    rows = models.Link.objects.filter(to_at__isnull=True, description__full_name="Amira Haddad")
    return set(rows.values_list("person", flat=True))


@pytest.mark.parametrize(
    "doors",
    [(by_page,), (by_load,), (by_list,), (by_letter,), (by_page, by_load, by_list, by_letter)],
    ids=["page", "load", "list", "letter", "every"],
)
def test_one_new_child_by_every_door_at_once_is_one_person_or_a_question(area, doors):
    agencies_in_turn = islice(cycle(AGENCIES), SESSIONS)
    all_at_once([door(area, agency) for door, agency in zip(cycle(doors), agencies_in_turn, strict=False)])
    people = amiras()
    assert len(people) == 1 or len(queries.open_reviews(area=area.code)) >= len(people) - 1
    assert not queries.links_that_differ(area=area.code)
    assert not queries.lookups_that_differ(area=area.code)
