"""Letters on their pages: the list by feed and age, one that is mended and sent, and whoever is shown nothing."""

import re

import pytest

from kith.journeys.feeding.found import feeds
from kith.kernel import dead_letters
from kith.kernel.clock import now
from kith.people import operations as people
from kith.people import queries as homes
from tests.feeds.world import rows, send, told
from tests.support.world import Area
from tests.web.living import by_code, days_ago, living_area, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
NO_DAY = '{"incident": "TC-5", "happened": "2026-03-08", "category": "welfare", "account": "Out alone.", "children": [{"person": "P-5", "name": "Ned Fry", "born": "2015-02-30"}]}'
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
HEAD = "upn,forename,surname,date_of_birth,from,code\n"
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
SENDER, FRONT_DOOR, OTHERS = "hamish-orde", "nadia-rahman", ("tunde-alabi", "joel-prewett", "philippa-venn")


@pytest.fixture
def area() -> Area:
    made = living_area()
    made.now = now()
    return made


@pytest.fixture
def letter(area):
    return send(area, "police_notice", NO_DAY).letters[0].id


def page(area, code, path):
    return signed_in(by_code(area, code)).get(path)


def posted(area, code, path, **given):
    return signed_in(by_code(area, code)).post(path, given)


def inputs(answer):
    """What the form of a letter would send as it stands."""
    words = answer.content.decode()
    found = dict(re.findall(r'<input[^>]*name="((?:was-)?f\d+)"[^>]*value="([^"]*)"', words))
    text = re.search(r'<textarea id="text"[^>]*>\n?(.*?)</textarea>', words, re.DOTALL)
    from html import unescape

    return {name: unescape(value) for name, value in found.items()} | {
        "text": unescape(text[1]) if text else ""
    }


def test_a_letter_stands_in_the_list_of_its_agency_and_of_the_front_door(area, letter):
    send(area, "school_absence", HEAD + ",,,2015-01-01,2026-03-09,O\n", code="shabnam-akhtar")
    own, door = page(area, SENDER, "/letters/"), page(area, FRONT_DOOR, "/letters/")
    for answer in (own, door):
        words = answer.content.decode()
        assert "There is no such day" in words and f"/letters/{letter}/" in words
        assert "Ned Fry" not in words and "2015-02-30" not in words
    assert "School absence" in door.content.decode() and "School absence" not in own.content.decode()
    for code in OTHERS:
        assert f"{letter}" not in page(area, code, "/letters/").content.decode()


def test_others_are_refused_in_the_bytes_for_a_letter_that_is_not_there(area, letter):
    nobody = "00000000-0000-7000-8000-00000000dead"
    for code in OTHERS:
        refused, missing = (page(area, code, f"/letters/{id}/") for id in (letter, nobody))
        assert refused.status_code == missing.status_code == 403
        assert "Ned Fry" not in refused.content.decode()
        plain = refused.content.replace(str(letter).encode(), nobody.encode())
        assert TOKEN.sub(b"", plain) == TOKEN.sub(b"", missing.content)
        assert posted(area, code, f"/letters/{letter}/", then="send", text=NO_DAY).status_code == 403
        assert posted(area, code, f"/letters/{letter}/aside", because="No.").status_code == 403
    assert dead_letters.letter(letter).waits


def test_a_field_is_mended_and_the_letter_is_sent(area, letter):
    shown = page(area, SENDER, f"/letters/{letter}/")
    given = inputs(shown)
    assert given["f0"] == given["was-f0"] == "2015-02-30" and "Ned Fry" in given["text"]
    answer = posted(area, SENDER, f"/letters/{letter}/", **given | {"f0": "2015-02-20", "then": "send"})
    assert (answer.status_code, answer.url) == (302, "/letters/")
    assert dead_letters.letter(letter).settled_how == "resent" and told() == 1
    again = posted(area, SENDER, f"/letters/{letter}/", **given | {"f0": "2015-02-20", "then": "send"})
    assert again.status_code == 403 and told() == 1
    settled = page(area, SENDER, f"/letters/{letter}/").content.decode()
    assert "It was mended and sent again" in settled and "<textarea" not in settled


def test_looking_again_says_what_is_still_wrong_keeps_what_was_typed_and_sends_nothing(area, letter):
    given = inputs(page(area, SENDER, f"/letters/{letter}/"))
    wrong = posted(area, SENDER, f"/letters/{letter}/", **given | {"f0": "2099-01-01", "then": "look"})
    assert wrong.status_code == 422
    assert "This is in the future." in wrong.content.decode() and inputs(wrong)["f0"] == "2099-01-01"
    right = posted(
        area, SENDER, f"/letters/{letter}/", **inputs(wrong) | {"f0": "2015-02-20", "then": "look"}
    )
    assert right.status_code == 200 and "It can be sent." in right.content.decode()
    assert rows("chronology_entry") == 0 and b"2015-02-20" in dead_letters.letter(letter).latest
    sent = posted(area, SENDER, f"/letters/{letter}/", **inputs(right) | {"then": "send"})
    assert sent.status_code == 302 and told() == 1


def test_the_whole_text_is_mended_too_in_whatever_letters_it_came(area):
    came = send(
        area, "school_absence", (HEAD + "A801,Zo\xeb,Bell,2015-02-02,2026-03-09,O\n").encode("latin-1")
    )
    path = f"/letters/{came.letters[0].id}/"
    given = inputs(page(area, "anneka-bright", path))
    assert "Zoë" in given["text"]
    answer = posted(area, "anneka-bright", path, text=given["text"].replace("\n", "\r\n"), then="send")
    assert answer.status_code == 302 and told() == 1


def test_setting_it_aside_asks_for_a_reason_and_keeps_it(area, letter):
    assert posted(area, SENDER, f"/letters/{letter}/aside", because="").status_code == 422
    assert posted(area, SENDER, f"/letters/{letter}/aside", because="It was a test.").status_code == 302
    assert "It was a test." in page(area, SENDER, f"/letters/{letter}/").content.decode()
    assert f"{letter}" not in page(area, SENDER, "/letters/").content.decode()


def test_it_stands_among_what_needs_its_owner_and_nobody_else(area, letter):
    from kith.journeys.feeding.senders import owner_of

    owner = owner_of(dead_letters.letter(letter).sender, area=area.code, at=now()).code
    assert "A letter could not be read" in page(area, owner, "/").content.decode()
    for code in {SENDER, *OTHERS} - {owner}:
        assert "could not be read" not in page(area, code, "/").content.decode()


def test_what_says_where_somebody_hides_is_shown_to_nobody(area, letter):
    child = area.child("Ned Fry", aged=9)
    home = homes.household_of(person=child.id, as_at=area.now)
    people.hold_confidential_address(
        household=home.id, whereabouts="14 Quarry Rise, ZX9 0AA", by=area.system, at=area.now
    )
    came = send(
        area, "police_notice", NO_DAY.replace("TC-5", "TC-6").replace("Out alone", "Seen at 14 Quarry Rise")
    )
    for code in (SENDER, FRONT_DOOR):
        answer = page(area, code, f"/letters/{came.letters[0].id}/")
        words = answer.content.decode()
        assert answer.status_code == 200 and "Not shown." in words and "Set it aside" in words
        assert "Quarry" not in words and "2015-02-30" not in words


def test_the_lines_are_told_apart(area):
    assert page(area, FRONT_DOOR, "/letters/").content.decode().count("has never sent anything") == len(
        feeds()
    )
    area.now = days_ago(3)
    send(area, "police_missing", '{"nothing_to_report": true, "for": "1"}')
    area.now = now()
    send(area, "police_notice", '{"nothing_to_report": true, "for": "2"}')
    words = page(area, SENDER, "/letters/").content.decode()
    assert re.search(r"Missing children.{0,200}Line broken since", words, re.DOTALL)
    assert re.search(r"Police notices.{0,200}told us it has nothing to report", words, re.DOTALL)
