"""Somebody who told comes back with their five words, adds more, and reads what may lawfully be told; others learn nothing."""

import math
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from kith.agencies.types import SOCIAL_CARE
from kith.chronology import operations as ledger
from kith.chronology import queries as chronology
from kith.journeys.describing import as_named_by
from kith.journeys.receive_concern import receive_concern
from kith.journeys.types import Concern, EntrySaid, PersonSaid
from kith.kernel.clock import now
from kith.web.models import Telling
from kith.web.tell.pace import PACE, Pace
from kith.web.tell.sealed import new_key
from kith.web.tell.way_back import give_words, spoken, telling_of, word_list, words_of
from tests.web.forms import bay, said, signed_in, worker
from tests.web.telling import TOLD, at_once, carried, five_words, main, send

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
LATER = timedelta(seconds=1)


@pytest.fixture
def area():
    PACE.forget()
    return bay()


@pytest.fixture
def nobody(area):
    return Client()


@pytest.fixture
def words(nobody):
    """The five words of somebody who told of Casper."""
    return five_words(send(nobody, at_once(nobody, *TOLD)))


def come_back(client: Client, words: str, **more: str):
    return client.post("/tell/again/", {**carried(client.get("/tell/again/")), "words": words, **more})


def first_contact():
    return chronology.entry(Telling.objects.get().contact, as_at=now() + LATER)


def test_five_words_are_55_bits_and_no_two_begin_alike():
    listed = word_list()
    assert len(listed) == len({word[:4] for word in listed}) == 2048
    assert 5 * math.log2(len(listed)) == 55
    assert max(map(len, listed)) <= 8


def test_the_words_are_kept_as_a_keyed_hash_alone(area, nobody, words, settings):
    row = Telling.objects.get()
    assert not set(words.split()) & set(" ".join(map(str, vars(row).values())).split())
    assert telling_of(words=words) == row
    settings.KITH_WAY_BACK_KEY = "another"
    assert telling_of(words=words) is None


@pytest.mark.parametrize(
    "how",
    [
        str.upper,
        lambda words: words.replace(" ", ", "),
        lambda words: " ".join(one[:4] for one in words.split()),
    ],
)
def test_words_are_understood_however_they_are_read_out(nobody, words, how):
    assert spoken(how(words)) == words
    assert "We got your words on" in said(come_back(nobody, how(words)))


def test_the_words_tell_received_read_and_decided_and_nothing_of_the_family(area, nobody, words):
    answer = come_back(nobody, words)
    assert "No one has read them yet." in said(answer) and "We have not decided yet." in said(answer)
    contact = first_contact()
    ledger.open(contact.id, by=worker("dana-ferris"), at=now())
    decided(area, contact, "assessment")
    answer = come_back(nobody, words)
    assert "A worker has read them." in said(answer) and "Something is being done." in said(answer)
    assert not [
        word for word in ("Casper", "Lyle", "assessment", "Quay", "Dana") if word in answer.content.decode()
    ]


def test_a_decision_to_do_no_more_is_said_as_that(area, nobody, words):
    decided(area, first_contact(), "no_further_action")
    assert "For now we will do no more." in said(come_back(nobody, words))


def decided(area, contact, outcome: str) -> None:
    by = worker("dana-ferris")
    child = contact.people[0]
    entry = EntrySaid(
        key="decided", kind="referral_decision", happened_from=now(), happened_to=now(), about=("child",),
        details={"outcome": outcome},
    )  # fmt: skip
    described = replace(as_named_by(person=child, by=by), said_by=SOCIAL_CARE)
    people = (PersonSaid(key="child", description=described, person=child),)
    concern = Concern(said_by=SOCIAL_CARE, said_by_area=area.code, people=people, entries=(entry,))
    receive_concern(concern=concern, by=by, at=now())


def test_more_is_a_further_contact_of_the_same_teller_about_the_same_child(nobody, words):
    answer = come_back(nobody, words, more="Now there is a second mark.")
    assert "We put it with what you told us." in said(answer)
    first = first_contact()
    entries = chronology.entries_for_page(
        child=first.people[0], as_at=now() + LATER, kinds={"contact_received"}
    )
    (more,) = [one for one in entries if one.id != first.id]
    assert more.text == "Now there is a second mark." and more.voice == "public"
    assert more.details["informant"] == first.details["informant"]
    assert [one.entry for one in more.refers_to] == [first.id]


def test_more_sent_twice_is_added_once(nobody, words):
    form = carried(come_back(nobody, words))
    for _ in range(2):
        nobody.post("/tell/again/", {**form, "more": "A second mark."})
    child = first_contact().people[0]
    entries = chronology.entries_for_page(child=child, as_at=now() + LATER, kinds={"contact_received"})
    assert sorted(one.text == "A second mark." for one in entries) == [False, True]


def test_wrong_words_and_those_of_something_erased_are_answered_in_the_same_bytes(area, nobody, words):
    key = new_key()
    give_words(key=key, contact=uuid4(), area=area.code, at=now())
    lost, wrong = words_of(key=key), "able baker acid acorn acre"
    answers = [come_back(nobody, one) for one in (wrong, lost)]
    plain = [
        one.content.decode().replace(typed, "") for one, typed in zip(answers, (wrong, lost), strict=True)
    ]
    assert plain[0] == plain[1] and [one.status_code for one in answers] == [422, 422]


def test_after_many_tries_right_words_and_wrong_ones_are_answered_alike(nobody, words):
    for _ in range(20):
        come_back(nobody, "acid acorn able acre actor")
    answers = [come_back(nobody, one, more="More.") for one in ("acid acorn able acre actor", words)]
    assert [one.status_code for one in answers] == [422, 422]
    assert all("Wait one hour, or ring us." in said(one) and "More." in said(one) for one in answers)
    assert PACE.comes(address="another", what="tries", at=now()) == 1


def test_addresses_are_forgotten_at_midnight_and_never_kept_as_they_are():
    pace = Pace()
    evening = now().replace(hour=20)
    assert [pace.comes(address="192.0.2.7", what="told", at=evening) for _ in range(3)] == [1, 2, 3]
    assert "192.0.2.7" not in repr(vars(pace))
    assert pace.comes(address="192.0.2.7", what="told", at=evening + timedelta(days=1)) == 1


def test_somebody_signed_in_learns_no_more_by_the_words(nobody, words):
    theirs = signed_in("dana-ferris")
    assert "Casper" not in main(come_back(theirs, words)).text
