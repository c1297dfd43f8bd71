"""A relative rings the front door: the worry stands in the chronology, who rang does not."""

import json
from dataclasses import replace

import pytest
from django.db import connection

from kith.access import queries as looks
from kith.chronology import queries as chronology
from kith.identity.types import NewDescription
from kith.journeys.receive_concern import receive_concern
from kith.journeys.receive_many import Arrival, receive_many
from kith.journeys.reveal_who_told import reveal_who_told
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.errors import BadInput, Refused
from kith.patterns import queries as prompts
from kith.people import operations as people
from kith.people import queries as held
from kith.people.referrer_types import NewReferrer
from tests.support.world import tolland_bay

pytestmark = pytest.mark.django_db
AUNT = NewReferrer(
    told_as="relative", name="Zebedee Quillfeather", telephone="07700 900321", relation="his aunt"
)
UNCLE = NewReferrer(told_as="relative", name="Ottoline Madeup", telephone="07700 900322")


@pytest.fixture
def area():
    return tolland_bay()


def concern(area, child, referrer: NewReferrer | None) -> Concern:
    described = NewDescription(
        said_by="childrens_social_care", said_by_area=area.code, sender_key=f"known-{child.id}", full_name=child.name,
        born_from=child.born, born_to=child.born,
    )  # fmt: skip
    told = EntrySaid(
        key="told", kind="contact_received", happened_from=area.now, happened_to=area.now, about=("child",),
        details={"nature": "physical"}, text="A mark on his arm.", voice="family",
    )  # fmt: skip
    return Concern(
        said_by="childrens_social_care", said_by_area=area.code,
        people=(PersonSaid(key="child", description=described, person=child.id),), entries=(told,), referrer=referrer,
    )  # fmt: skip


def ring(area, child, referrer, *, on: str):
    area.on(on)
    by = area.social_care.actor
    return receive_concern(concern=concern(area, child, referrer), by=by, at=area.now).entries["told"]


def asked_about(child) -> set[str]:
    """The patterns behind every open question about a child."""
    return {name for one in prompts.prompts_about(child=child.id) for name in one.patterns}


def everything_but_the_vault() -> str:
    """Every row of every table that holds text, but the one behind the wall."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall() if name != "people_referrervault"]
        said = []
        for table in tables:
            cursor.execute(f'SELECT to_jsonb(t)::text FROM "{table}" t')  # noqa: S608
            said += [row for (row,) in cursor.fetchall()]
    return "\n".join(said)


def test_the_entry_says_a_relative_and_counts_them_without_a_name(area):
    amira = area.child("Amira Haddad", aged=6)
    ids = [
        ring(area, amira, who, on=day) for who, day in ((AUNT, "3 Apr"), (UNCLE, "9 Apr"), (AUNT, "13 Apr"))
    ]
    entries = [chronology.entry(id) for id in ids]
    assert {entry.details["referrer_role"] for entry in entries} == {"a relative"}
    first, second, again = (entry.details["informant"] for entry in entries)
    assert first == again != second
    assert not any(
        word in everything_but_the_vault() for word in ("Zebedee", "900321", "Ottoline", "his aunt")
    )
    manager = area.holder("mash_manager").actor
    (told, *_) = held.referrers_called(informant=first)
    revealed = people.reveal_referrer(referrer=told, purpose="To ring back.", by=manager, at=area.now)
    assert revealed.name == "Zebedee Quillfeather"


def test_two_relatives_whom_nobody_rang_back_still_raise_the_question(area):
    amira = area.child("Amira Haddad", aged=6)
    ring(area, amira, AUNT, on="3 Apr")
    ring(area, amira, AUNT, on="5 Apr")
    assert "relatives_told_us" not in asked_about(amira)
    ring(area, amira, UNCLE, on="9 Apr")
    assert "relatives_told_us" in asked_about(amira)


def test_many_at_once_are_kept_apart_in_the_same_way(area):
    amira = area.child("Amira Haddad", aged=6)
    by = area.social_care.actor
    arrivals = [Arrival(concern=concern(area, amira, who), by=by, at=area.now) for who in (AUNT, UNCLE)]
    kept = [chronology.entry(one.entries["told"]) for one in receive_many(arrivals=arrivals)]
    alone = chronology.entry(ring(area, amira, AUNT, on="9 Apr"))
    assert alone.details["informant"] == kept[0].details["informant"] != kept[1].details["informant"]
    assert "Zebedee" not in everything_but_the_vault()


def test_a_message_that_would_be_kept_word_for_word_is_not_taken_with_a_name(area):
    amira = area.child("Amira Haddad", aged=6)
    body = json.dumps({"from": AUNT.name}).encode()
    given = replace(concern(area, amira, AUNT), envelope=("application/json", body))
    with pytest.raises(BadInput) as refused:
        receive_concern(concern=given, by=area.social_care.actor, at=area.now)
    assert refused.value.field == "envelope" and "Zebedee" not in str(refused.value)
    assert "Zebedee" not in repr(concern(area, amira, AUNT))
    assert held.referrers_of(child=amira.id) == ()


def test_if_the_concern_cannot_be_taken_no_name_is_held_either(area):
    amira = area.child("Amira Haddad", aged=6)
    given = concern(area, amira, AUNT)
    wrong = replace(given, entries=(replace(given.entries[0], details={"nature": "nonsense"}),))
    with pytest.raises(BadInput):
        receive_concern(concern=wrong, by=area.social_care.actor, at=area.now)
    assert held.referrers_of(child=amira.id) == ()


def test_whoever_answers_for_the_front_door_this_sunday_learns_who_told_and_the_look_is_kept(area):
    amira = area.child("Amira Haddad", aged=6)
    ring(area, amira, AUNT, on="9 Apr")
    (told,) = held.referrers_of(child=amira.id)
    sunday = area.on("12 Apr")
    on_the_rota = sunday.mash_manager.actor
    assert "mash_manager" not in on_the_rota.roles
    revealed = reveal_who_told(referrer=told, purpose="To ring back.", by=on_the_rota, at=sunday.now)
    assert revealed.telephone == "07700 900321"
    (look,) = looks.looks_at(child=amira.id)
    assert (look.practitioner, look.purpose) == (on_the_rota.id, "learn who told of a worry")
    monday = area.on("13 Apr")
    with pytest.raises(Refused):
        reveal_who_told(referrer=told, purpose="To ring back.", by=on_the_rota, at=monday.now)
    assert [one.what for one in held.asked_who_told(referrer=told)] == [
        "referrer_held", "referrer_revealed", "referrer_refused"
    ]  # fmt: skip
    assert len(looks.looks_at(child=amira.id)) == 1
