"""A message comes in: kept first, taken part by part, once; and nothing of it is lost when Kith itself fails."""

import json
from dataclasses import replace

import pytest

from kith.chronology import queries as chronology
from kith.jobs.rounds import one_round
from kith.journeys.feeding import receiving
from kith.journeys.feeding.found import feeds, switched_on
from kith.journeys.feeding.types import Reading
from kith.kernel import dead_letters, messages, outbox
from kith.kernel.errors import BadInput
from kith.pathway import queries as contacts
from tests.feeds.world import entries_from, rows, send, told

HEAD = "upn,forename,surname,date_of_birth,from,code\n"


def absence(upn="A801234500099", name="Ivo,Hart", day="2026-03-09", code="O"):
    return f"{upn},{name},2015-05-05,{day},{code}\n"


def notice(incident="TC-1", **more):
    said = {"incident": incident, "happened": "2026-03-08", "category": "domestic_abuse", "account": "Shouting.",
            "children": [{"person": "P-1", "name": "Mia Lark", "born": "2016-01-01"}]}  # fmt: skip
    return json.dumps(said | more)


def test_the_message_is_kept_before_anything_reads_it(area, monkeypatch):
    kept = []

    def looks(letter):
        kept.append((rows("chronology_envelope"), rows("kernel_received_message")))
        raise RuntimeError("the feed broke")

    monkeypatch.setitem(feeds(), "police_notice", replace(feeds()["police_notice"], receive=looks))
    came = send(area, "police_notice", notice())
    assert kept == [(1, 1)]
    assert came.taken == 0 and [one.wrong[0].words for one in came.letters] == [receiving.OUR_FAULT]
    assert dead_letters.letter(came.letters[0].id).body == notice().encode()


def test_good_rows_go_on_and_each_bad_row_is_a_letter_of_its_own_with_its_place(area):
    body = (
        HEAD
        + absence()
        + absence(upn="A801234500098", day="2026-02-31")
        + absence(upn="A801234500097", code="")
    )
    came = send(area, "school_absence", body)
    assert came.taken == 1
    assert [(one.place, one.wrong[0].field) for one in came.letters] == [("row 3", "from"), ("row 4", "code")]
    letter = dead_letters.letter(came.letters[0].id)
    assert letter.body.decode().splitlines() == [
        HEAD.strip(),
        absence(upn="A801234500098", day="2026-02-31").strip(),
    ]


def test_the_same_row_in_a_later_file_is_the_same_entry(area):
    send(area, "school_absence", HEAD + absence())
    later = send(area, "school_absence", HEAD + absence() + absence(upn="A801234500098"))
    assert later.taken == 2 and not later.letters
    assert rows("chronology_entry") == 2
    assert len(entries_from(later.message)) == 1  # the first rests on the message in which it came first


def test_two_police_feeds_about_one_incident_tell_of_one_occurrence(area):
    first = send(area, "police_notice", notice("TC-9"))
    told = {
        "incident": "TC-9",
        "happened": "2026-03-08",
        "children": [{"person": "P-1", "name": "Mia Lark", "born": "2016-01-01"}],
    }
    second = send(area, "police_to_school", json.dumps(told))
    (one,), (other,) = entries_from(first.message), entries_from(second.message)
    occurrences = {chronology.entry(id, as_at=area.now).occurrence for id in (one, other)}
    assert one != other and len(occurrences) == 1


def test_the_same_reference_with_other_words_is_for_a_person_to_see(area):
    send(area, "police_notice", notice("TC-9"))
    came = send(area, "police_notice", notice("TC-9", account="It was worse than we wrote."))
    assert came.taken == 0
    assert "something else said under it" in came.letters[0].wrong[0].words


def test_each_child_of_a_notice_is_an_entry_of_its_own(area):
    children = [{"person": f"P-{n}", "name": f"Ola Reed{n}", "born": "2016-01-01"} for n in range(3)]
    came = send(area, "police_notice", notice(children=children))
    about = [chronology.children_of(entry=id) for id in entries_from(came.message)]
    assert came.taken == 3 and len({child for (child,) in about}) == 3


def test_a_part_that_fails_by_our_fault_is_tried_again_and_then_waits_for_a_person(area, monkeypatch):
    def fails(**_):
        raise RuntimeError("out of memory")

    monkeypatch.setattr(receiving, "keep_concern", fails)
    came = send(area, "police_notice", notice())
    assert not came.is_done and not came.letters
    for minutes in range(1, 20):
        area.now = area.now.replace(minute=minutes)
        one_round(at=area.now)
    came = receiving.came_of(came.message)
    assert came.is_done and [one.wrong[0].words for one in came.letters] == [receiving.OUR_FAULT]


def test_a_message_that_was_begun_is_finished_by_the_next_round(area, monkeypatch):
    with monkeypatch.context() as died:
        died.setattr(receiving, "_take_all", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            send(area, "police_notice", notice())
    area.on("10 Mar", hour=13)
    one_round(at=area.now)
    again = send(area, "police_notice", notice())
    assert (again.taken, again.came_before, again.is_done) == (1, True, True)
    assert told() == 1
    assert outbox.waiting_since(topic=receiving.RECEIVED) is None


def test_two_at_once_do_a_part_once(area):
    came = send(area, "police_notice", notice())
    with pytest.raises(messages.DoneBefore):
        messages.part_done(came.message, area=area.code, number=1, letter=None, at=area.now)


def test_a_message_that_is_too_large_to_keep_is_refused(area):
    with pytest.raises(BadInput, match="too large"):
        send(area, "police_notice", b" " * (25 * 1024 * 1024 + 1))


def test_a_school_that_sends_the_same_empty_file_as_another_is_another_sender(area):
    empty = HEAD + "nothing to report\n"
    one = send(area, "school_absence", empty)
    other = send(area, "school_absence", empty, code="shabnam-akhtar")
    assert one.message != other.message and not other.came_before


def test_a_long_file_is_begun_while_its_sender_waits_and_finished_by_the_rounds(area, monkeypatch):
    monkeypatch.setattr(receiving, "IN_THE_REQUEST", 2)
    monkeypatch.setattr(receiving, "IN_A_ROUND", 3)
    rows_of = [absence(upn=f"A80123450{n:04}", name=f"Ivo{'abcdefg'[n]},Hart") for n in range(7)]
    came = send(area, "school_absence", HEAD + "".join(rows_of))
    assert (came.taken, came.is_done) == (2, False)
    for minute in range(1, 4):
        receiving.finish_received(at=area.now.replace(minute=minute))
    came = receiving.came_of(came.message)
    assert (came.taken, came.letters, came.is_done) == (7, (), True)
    assert rows("chronology_entry") == 7


def test_only_feeds_that_the_area_switches_on_are_its_own(area):
    assert {one.code for one in switched_on(area=area.code)} == set(feeds())
    assert switched_on(area="elsewhere") == ()


def test_a_folder_that_declares_no_feed_is_said(monkeypatch, tmp_path, settings):
    (tmp_path / "strange_feeds" / "one").mkdir(parents=True)
    for name in (
        "strange_feeds/__init__.py",
        "strange_feeds/one/__init__.py",
        "strange_feeds/one/receive.py",
    ):
        (tmp_path / name).touch()
    monkeypatch.syspath_prepend(tmp_path)
    settings.KITH_FEEDS = "strange_feeds"
    feeds.cache_clear()
    try:
        with pytest.raises(TypeError, match=r"one/receive\.py"):
            feeds()
    finally:
        feeds.cache_clear()


def test_a_reading_without_parts_that_does_not_say_nothing_is_never_made_by_a_feed():
    """A message that is neither taken, nor a letter, nor says that it is empty would be lost in silence."""
    for feed in feeds().values():
        for body in (
            b"",
            b"\n",
            b"{}",
            b"[]",
            b"null",
            b"\x00",
            b"MSH|",
            b"a,b\n",
            b"\xff\xfe",
            b'{"children": null}',
        ):
            reading = feed.receive(_letter(feed, body))
            assert isinstance(reading, Reading)
            assert reading.parts or reading.says_nothing, (feed.code, body)


def _letter(feed, body):
    from kith.journeys.feeding.types import Letter
    from tests.support.world import day

    return Letter(
        body=body, media_type=feed.formats[0], agency=feed.agency, area="tolland-bay", at=day("10 Mar")
    )


def test_each_child_of_a_police_notice_is_one_named_persons_to_decide(area):
    send(area, "police_notice", notice())

    (contact,) = contacts.open_contacts(area=area.code)
    assert (contact.came_from, contact.owner_role, contact.how_soon) == ("police", "screener", "working_day")
