"""Somebody without an account tells of a worry: one question a page, nothing on their device, and nothing is refused."""

import json
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.agencies.types import SOCIAL_CARE
from kith.chronology import queries as chronology
from kith.jobs.rounds import one_round
from kith.kernel.clock import now
from kith.people import operations as people
from kith.people import queries as held
from kith.web.models import HalfTold, Telling
from kith.web.tell.pace import PACE
from tests.web.forms import bay, said, signed_in, worker
from tests.web.living import signed_in as is_signed_in
from tests.web.telling import SEEN, TOLD, at_once, carried, five_words, go_on, heading, send, to_the_end

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture
def area():
    PACE.forget()
    return bay()


@pytest.fixture
def nobody(area):
    """A browser in which nobody is signed in."""
    return Client()


def contacts():
    return [
        chronology.entry(one.contact, as_at=now() + timedelta(seconds=1))
        for one in Telling.objects.order_by("received_at")
    ]


def test_a_neighbour_tells_and_the_words_stand_as_a_contact_without_a_name(area, nobody):
    answer = send(nobody, to_the_end(nobody, *TOLD))
    assert heading(answer) == "Thank you. We have it."
    (contact,) = contacts()
    assert contact.kind == "contact_received" and contact.said_by == SOCIAL_CARE and contact.voice == "public"
    assert SEEN in contact.text and "Most nights" in contact.text and "Quay Street" in contact.text
    assert contact.details["referrer_role"] == "a member of the public"
    everything = json.dumps([contact.text, dict(contact.details)])
    assert "Zebedee" not in everything and "900321" not in everything
    (told,) = held.referrers_called(informant=contact.details["informant"])
    manager = worker("dana-ferris")
    revealed = people.reveal_referrer(referrer=told, purpose="To ring back.", by=manager, at=area.now)
    assert (revealed.name, revealed.safe_way) == ("Zebedee Quillfeather", "Text first")
    assert revealed.asked_to_stay_unnamed and revealed.relation == "I live near them"


def waiting(area):
    """The contacts at the front door, and who has the first."""
    from kith.pathway import queries as pathway
    from tests.web.living import worker as works

    found = pathway.open_contacts(area=area.code)
    return found, works(area, found[0].owner)


def test_one_named_person_at_the_front_door_has_it_and_opens_it(area, nobody):
    send(nobody, at_once(nobody, *TOLD))
    (contact,), owner = waiting(area)
    client = is_signed_in(owner)
    assert "Casper Lyle" in said(client.get("/")) and "Contact from" in said(client.get("/"))
    assert "shed" in said(client.get(f"/contacts/{contact.id}/"))
    assert "Contact from" not in said(signed_in("joel-prewett").get("/"))


def test_where_they_say_danger_it_is_due_within_the_hour(area, nobody):
    send(nobody, at_once(nobody, {"danger": "yes"}, *TOLD[1:]))
    (contact,), _ = waiting(area)
    assert contact.how_soon == "now"
    assert (contact.due_at - contact.opened_at).total_seconds() == 3600


def test_however_much_was_told_what_needs_somebody_asks_as_often_of_the_database(area, nobody):
    def asked() -> int:
        dana.get("/")
        with CaptureQueriesContext(connection) as asking:
            dana.get("/")
        return len(asking)

    dana = signed_in("dana-ferris")
    counts = []
    for number in range(2):
        send(nobody, at_once(nobody, {}, {}, {"seen": f"Worry {number}"}, {}, {}, {}, {}))
        counts.append(asked())
    assert counts[0] == counts[1]


def test_a_sealed_child_is_opened_to_nobody_by_a_name_that_somebody_typed(area, nobody):
    sealed = area.child("Casper Lyle", aged=4)
    people.set_tier(
        person=sealed.id, tier="sealed", because="He is in danger.", by=worker("philippa-venn"), at=now()
    )
    telling = at_once(nobody, *TOLD[:1], {"child_name": "Casper Lyle", "child_age": "4"}, *TOLD[2:])
    assert heading(send(nobody, telling)) == "Thank you. We have it."
    for code in ("dana-ferris", "tomasz-wilk", "jasmin-thorley", "joel-prewett"):
        assert signed_in(code).get(f"/children/{sealed.id}/").status_code == 403


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_three_submits_at_the_same_moment_are_one_telling(area, nobody):
    last = at_once(nobody, *TOLD)
    together, answers = Barrier(3), []

    def submit() -> None:
        together.wait()
        answers.append(send(Client(), last))
        connections.close_all()

    threads = [Thread(target=submit) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len({five_words(answer) for answer in answers}) == 1 and len(contacts()) == 1
    assert not HalfTold.objects.exists()


def test_no_answer_sets_a_cookie_or_may_be_kept_or_says_where_somebody_was(area, nobody):
    last = to_the_end(nobody, *TOLD)
    answers = [
        nobody.get("/tell/"), last, send(nobody, last), nobody.get("/tell/again/"), nobody.get("/tell/me/"),
        nobody.post("/tell/again/", {"words": "a b c d e"}), nobody.post("/tell/me/", {"face": "sad"}),
        nobody.get("/tell/leave/"), signed_in("dana-ferris").get("/tell/"),
    ]  # fmt: skip
    for answer in answers:
        assert not answer.cookies
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not nobody.cookies


def test_the_way_out_goes_to_the_weather_and_clears_what_the_browser_kept(nobody):
    answer = nobody.get("/tell/leave/")
    assert answer.url == "https://www.bbc.co.uk/weather"
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_everything_but_the_words_of_the_worry_may_be_left_out(nobody):
    answer = to_the_end(
        nobody, {}, {}, {"seen": "kid screaming at no 9, f*** off if you dont come"}, {}, {}, {}, {}
    )
    assert heading(send(nobody, answer)) == "Thank you. We have it."
    (contact,) = contacts()
    assert contact.text.startswith("kid screaming at no 9, f*** off")
    assert contact.details["referrer_role"] == "a member of the public"


def test_without_words_the_page_asks_for_a_few_and_keeps_the_rest(nobody):
    answer = nobody.get("/tell/")
    for one in ({"danger": "not_sure"}, {"child_name": "A boy in a red coat"}):
        answer = go_on(nobody, answer, one)
    answer = go_on(nobody, answer, {"seen": "  "})
    assert answer.status_code == 422 and "A few words will do." in said(answer)
    answer = go_on(nobody, answer, {"seen": SEEN})
    assert heading(answer) == "When was it, and how often?"


@pytest.mark.parametrize(
    "words",
    [
        "Dziecko płacze każdej nocy.",
        "الطفل يبكي كل ليلة",
        "😢" * 40,
        "<b>x</b> {{ 7 }} %s",
        "a\x00b",
        "'; DROP TABLE--",
    ],
)
def test_any_language_and_any_signs_are_taken_as_they_are(nobody, words):
    told = (
        TOLD[0],
        {"child_name": words, "child_age": words, "child_place": words},
        {"seen": words},
        {},
        {},
        {},
        {},
    )
    assert heading(send(nobody, at_once(nobody, *told))) == "Thank you. We have it."
    assert words.replace("\x00", "") in contacts()[0].text


def test_words_too_long_come_back_whole(nobody):
    answer = nobody.get("/tell/")
    for one in TOLD[:2]:
        answer = go_on(nobody, answer, one)
    long = "He cried. " * 2_100
    answer = go_on(nobody, answer, {"seen": long})
    assert answer.status_code == 422 and answer.content.decode().count("He cried.") == 2_100
    assert "All your words are still here." in said(answer)


def test_two_clicks_and_a_page_sent_again_are_one_telling_with_the_same_five_words(nobody):
    last = at_once(nobody, *TOLD)
    first, second = send(nobody, last), send(nobody, last)
    assert five_words(first) == five_words(second)
    assert len(contacts()) == 1 and not HalfTold.objects.exists()


def test_words_changed_on_a_page_that_somebody_went_back_to_are_put_beside_what_was_sent(nobody):
    last = at_once(nobody, *TOLD)
    first = send(nobody, last)
    for _ in range(2):
        again = go_on(nobody, last, {"step": "seen", "seen": "And he has no shoes."})
        assert five_words(again) == five_words(first)
    go_on(nobody, last, {"step": "seen", "seen": SEEN})
    (contact,) = contacts()
    entries = chronology.entries_for_page(
        child=contact.people[0], as_at=now() + timedelta(seconds=1), kinds=("contact_received",)
    )
    assert sorted(one.text == "And he has no shoes." for one in entries) == [False, True]


def test_going_back_and_changing_one_answer_loses_nothing(nobody):
    answer = to_the_end(nobody, *TOLD)
    answer = go_on(nobody, answer, {"go": "to-child"})
    assert 'value="Casper Lyle"' in answer.content.decode()
    answer = go_on(nobody, answer, {"child_name": "Caspar Lyle", "go": "back"})
    assert heading(answer) == "Is the child in danger now?"
    answer = go_on(nobody, answer, {"go": "to-check", "danger": "no"})
    assert "Caspar Lyle" in said(answer) and SEEN in said(answer)


def test_a_submit_that_a_browser_sends_again_on_its_way_back_does_not_bring_old_words_back(nobody):
    empty = go_on(nobody, go_on(nobody, nobody.get("/tell/"), TOLD[0]), TOLD[1])
    old = {**carried(empty), "seen": "", "go": "back"}
    child = nobody.post("/tell/", old)
    go_on(nobody, go_on(nobody, child, TOLD[1]), {"seen": SEEN})
    answer = nobody.post("/tell/", old)
    assert heading(answer) == "Which child is it?"
    assert SEEN in go_on(nobody, answer, TOLD[1]).content.decode()


def test_what_is_half_told_can_be_read_by_nobody_and_goes_after_a_day(nobody):
    at_once(nobody, *TOLD)
    (row,) = HalfTold.objects.all()
    assert b"Casper" not in bytes(row.words) and b"Zebedee" not in bytes(row.words)
    assert {field.name for field in HalfTold._meta.fields} == {"id", "words", "received_at"}
    one_round(at=now() + timedelta(hours=23))
    assert HalfTold.objects.exists()
    one_round(at=now() + timedelta(hours=25))
    assert not HalfTold.objects.exists()


def test_somebody_whose_words_had_gone_is_told_and_keeps_what_they_just_typed(nobody):
    answer = nobody.get("/tell/")
    for one in TOLD[:2]:
        answer = go_on(nobody, answer, one)
    HalfTold.objects.all().delete()
    answer = go_on(nobody, answer, {"seen": SEEN})
    assert "What you typed before has gone." in said(answer)
    answer = go_on(nobody, answer, {"danger": "no"})
    answer = go_on(nobody, answer, {"child_name": "Casper"})
    assert SEEN in answer.content.decode()


def test_words_too_long_come_back_whole_also_where_the_rest_had_gone(nobody):
    answer = at_once(nobody, *TOLD)
    HalfTold.objects.all().delete()
    answer = go_on(nobody, answer, {"step": "seen", "seen": "He cried. " * 2_100})
    assert answer.status_code == 422 and answer.content.decode().count("He cried.") == 2_100
    assert "What you typed before has gone." in said(answer)


def test_somebody_who_stays_unnamed_leaves_no_name_behind(nobody):
    told = (*TOLD[:6], {**TOLD[6], "contact": "no"})
    answer = at_once(nobody, *told)
    assert "Zebedee" not in said(answer)
    send(nobody, answer)
    (contact,) = contacts()
    assert contact.text.endswith("May be rung back: no")
    (told_by,) = held.referrers_called(informant=contact.details["informant"])
    assert str(told_by) == "a member of the public"


def test_words_that_tell_who_told_are_shown_before_they_are_sent_and_may_be_sent(nobody):
    told = (
        *TOLD[:2],
        {"seen": "I am her aunt. She told only me."},
        *TOLD[3:5],
        {"who": "family"},
        {"contact": "no"},
    )
    answer = at_once(nobody, *told)
    assert "I am her aunt" in said(answer) and "Your words could show who you are" in said(answer)
    again = go_on(nobody, answer, {"go": "to-seen"})
    assert heading(again) == "What have you seen or heard?"
    assert heading(send(nobody, answer)) == "Thank you. We have it."
    assert contacts()[0].voice == "family"


def test_whoever_may_be_named_is_not_asked_about_their_words(nobody):
    told = (*TOLD[:2], {"seen": "I am her aunt."}, *TOLD[3:6], {**TOLD[6], "contact": "openly"})
    assert "Your words could show who you are" not in said(at_once(nobody, *told))


def test_many_reports_from_one_place_are_all_taken_and_the_page_says_that_it_may_take_longer(nobody):
    pages = [
        send(nobody, at_once(nobody, {}, {}, {"seen": f"Worry {number}"}, {}, {}, {}, {}))
        for number in range(8)
    ]
    assert len(contacts()) == 8
    assert "more time" not in said(pages[0]) and "may take us more time" in said(pages[-1])


def test_danger_now_is_answered_with_999_first_on_the_page_and_in_the_words(nobody):
    answer = go_on(nobody, nobody.get("/tell/"), {"danger": "yes"})
    assert "Have you rung 999" in said(answer)
    answer = send(nobody, at_once(nobody, {"danger": "yes"}, *TOLD[1:]))
    assert said(answer).startswith("Is a child in danger right now? Ring 999")
    assert contacts()[0].text.startswith("SAYS THAT THE CHILD IS IN DANGER NOW")


@pytest.mark.parametrize(
    "sent",
    [{"HTTP_SEC_FETCH_SITE": "cross-site"}, {"HTTP_ORIGIN": "https://elsewhere.example"}],
)
def test_a_form_that_another_site_sends_keeps_nothing_and_gives_every_word_back(nobody, sent):
    answer = go_on(nobody, nobody.get("/tell/"), {"step": "seen", "seen": SEEN}, **sent)
    assert answer.status_code == 409 and SEEN in answer.content.decode()
    assert not HalfTold.objects.exists()
    assert heading(
        go_on(nobody, answer, {"seen": SEEN}, HTTP_SEC_FETCH_SITE="same-origin", HTTP_ORIGIN="null")
    )
