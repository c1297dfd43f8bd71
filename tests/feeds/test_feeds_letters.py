"""Letters: who answers for one and may read it; it is mended, sent once, or set aside; and all of that is kept."""

import json
from dataclasses import replace

import pytest

from kith.agencies import queries as agencies
from kith.chronology import queries as chronology
from kith.journeys.feeding import mending
from kith.journeys.feeding.hidden import says_a_hidden_address
from kith.journeys.feeding.senders import check_may_read, owner_of
from kith.kernel import dead_letters
from kith.kernel.errors import BadInput, Refused
from kith.people import operations as people
from tests.feeds.world import post, send
from tests.support.world import Worker

NO_DAY = '{"incident": "TC-5", "happened": "2026-03-08", "category": "welfare", "account": "Out alone.", "children": [{"person": "P-5", "name": "Ned Fry", "born": "2015-02-30"}]}'
HEAD = "upn,forename,surname,date_of_birth,from,code\n"


def who(area, code):
    held = agencies.practitioner_by_code(area=area.code, code=code)
    return Worker(area, held.id).actor


@pytest.fixture
def letter(area):
    """A police notice with a birth that is no day."""
    return send(area, "police_notice", NO_DAY).letters[0].id


def mended(text=NO_DAY):
    return text.replace("2015-02-30", "2015-02-20").encode()


def test_a_letter_of_the_police_is_answered_for_by_the_police_supervisor_on_duty(area, letter):
    owner = owner_of(dead_letters.letter(letter).sender, area=area.code, at=area.now)
    assert owner.id == agencies.holder_of(role="police_supervisor", area=area.code, at=area.now).id


def test_where_an_agency_has_nobody_of_its_own_the_front_door_stands_in(area):
    gp = send(area, "gp_leavers", "nhs_number,name,date_of_birth,removed_on\n,,2020-01-01,2026-03-01\n")
    owner = owner_of(dead_letters.letter(gp.letters[0].id).sender, area=area.code, at=area.now)
    assert owner.id == area.mash_manager.id


def test_a_schools_letter_is_answered_for_by_its_own_head_and_no_other_schools(area):
    for code, head in (("anneka-bright", None), ("shabnam-akhtar", "gillian-trask")):
        came = send(area, "school_absence", HEAD + f",,{code},2015-01-01,2026-03-09,?\n", code=code)
        sender = dead_letters.letter(came.letters[0].id).sender
        owner = owner_of(sender, area=area.code, at=area.now)
        assert (
            sender.team in agencies.teams_of(practitioner=owner.id, at=area.now)
            or owner.id == area.mash_manager.id
        )
        assert head is None or owner.code == head


def test_a_letter_is_read_by_its_own_agency_and_the_front_door_and_by_nobody_else(area, letter):
    kept = dead_letters.letter(letter)
    for code in ("hamish-orde", "sunita-grewal", "dana-ferris"):
        assert check_may_read(kept, by=who(area, code), at=area.now) == kept
    for code in ("tunde-alabi", "anneka-bright", "joel-prewett", "philippa-venn"):
        with pytest.raises(Refused):
            check_may_read(kept, by=who(area, code), at=area.now)
    with pytest.raises(Refused):
        check_may_read(replace(kept, area="the-other-bay"), by=who(area, "hamish-orde"), at=area.now)


def test_what_one_school_sent_is_nothing_to_another(area):
    came = send(area, "school_absence", HEAD + ",,,2015-01-01,2026-03-09,O\n", code="shabnam-akhtar")
    kept = dead_letters.letter(came.letters[0].id)
    assert check_may_read(kept, by=who(area, "gillian-trask"), at=area.now)
    with pytest.raises(Refused):
        check_may_read(kept, by=who(area, "winston-clarke"), at=area.now)


def test_one_of_others_is_refused_in_the_words_for_one_that_is_not_there(area, letter):
    reasons = set()
    for kept in (dead_letters.letter(letter), None):
        with pytest.raises(Refused) as refusal:
            check_may_read(kept, by=who(area, "tunde-alabi"), at=area.now)
        reasons.add(refusal.value.reason)
    assert len(reasons) == 1


def test_who_opened_mended_and_sent_a_letter_stands_on_its_trail_once_a_day(area, letter):
    hamish = who(area, "hamish-orde")
    for _ in range(2):
        mending.open_letter(letter, by=hamish, at=area.now)
    assert mending.mend(letter, body=NO_DAY.replace("2015-02-30", "31").encode(), by=hamish, at=area.now)
    assert mending.resend(letter, body=mended(), by=hamish, at=area.now) == ()
    steps = [(one.what, one.done_by_name) for one in dead_letters.steps_of(letter)]
    assert steps == [(what, hamish.name) for what in ("opened", "mended", "mended", "resent")]


def test_a_mended_letter_is_taken_in_the_name_of_the_post_that_sent_it_and_what_came_stays(area, letter):
    assert mending.resend(letter, body=mended(), by=who(area, "dana-ferris"), at=area.now) == ()
    kept = dead_letters.letter(letter)
    assert (kept.settled_how, kept.mended) == ("resent", mended())
    assert b"2015-02-30" in kept.body
    (entry,) = _entries(area)
    assert (entry.said_by, entry.recorded_by) == ("police", post(area, "police").id)
    assert chronology.envelope(id=entry.envelope).body == mended()


def test_sending_it_twice_keeps_one(area, letter):
    hamish = who(area, "hamish-orde")
    mending.resend(letter, body=mended(), by=hamish, at=area.now)
    with pytest.raises(Refused, match="settled already"):
        mending.resend(letter, body=mended(), by=hamish, at=area.now)
    assert len(_entries(area)) == 1


def test_what_is_mended_here_and_then_by_the_sender_too_is_one_entry(area, letter):
    mending.resend(letter, body=mended(), by=who(area, "hamish-orde"), at=area.now)
    came = send(area, "police_notice", mended() + b"\n")
    assert came.taken == 1 and len(_entries(area)) == 1


def test_one_that_is_still_wrong_is_not_sent_and_what_was_typed_is_kept(area, letter):
    half = NO_DAY.replace("2015-02-30", "2099-01-01").encode()
    wrong = mending.resend(letter, body=half, by=who(area, "hamish-orde"), at=area.now)
    assert [one.words for one in wrong] == ["This is in the future."]
    assert dead_letters.letter(letter).latest == half and not _entries(area)


def test_what_the_ledger_will_not_take_is_said_and_the_letter_waits(area, letter):
    send(
        area,
        "police_notice",
        NO_DAY.replace("2015-02-30", "2015-02-20").replace("Out alone", "Another story"),
    )
    wrong = mending.resend(letter, body=mended(), by=who(area, "hamish-orde"), at=area.now)
    assert "something else said under it" in wrong[0].words
    assert dead_letters.letter(letter).waits and len(_entries(area)) == 1


def test_a_field_is_mended_by_itself_and_the_rest_stays(area, letter):
    kept = dead_letters.letter(letter)
    (field,) = mending.fields_to_mend(kept, body=kept.body, wrong=kept.wrong)
    assert (field.path, field.value) == ("children[0].born", "2015-02-30")
    body = mending.with_fields(kept, body=kept.body, values={field.path: "2015-02-20"})
    assert json.loads(body) == json.loads(mended())
    came = send(area, "school_absence", HEAD + 'A80,"Ann, B",Hart,2015-02-30,2026-03-09,O\n')
    row = dead_letters.letter(came.letters[0].id)
    body = mending.with_fields(row, body=row.body, values={"date_of_birth": "2015-02-03"})
    assert body.decode().splitlines()[1] == 'A80,"Ann, B",Hart,2015-02-03,2026-03-09,O'


def test_setting_it_aside_asks_for_a_reason_which_is_kept(area, letter):
    hamish = who(area, "hamish-orde")
    with pytest.raises(BadInput, match="because"):
        mending.set_aside(letter, because=" ", by=hamish, at=area.now)
    mending.set_aside(letter, because="It was a test message.", by=hamish, at=area.now)
    kept = dead_letters.letter(letter)
    assert (kept.settled_how, kept.settled_because, kept.waits) == (
        "set_aside",
        "It was a test message.",
        False,
    )
    assert dead_letters.waiting_of(area=area.code)[0] == [] and b"Ned Fry" in kept.body
    with pytest.raises(Refused):
        mending.resend(letter, body=mended(), by=hamish, at=area.now)


def test_nobody_of_another_agency_mends_sends_or_sets_aside(area, letter):
    tunde = who(area, "tunde-alabi")
    for act in (mending.mend, mending.resend):
        with pytest.raises(Refused):
            act(letter, body=mended(), by=tunde, at=area.now)
    with pytest.raises(Refused):
        mending.set_aside(letter, because="No.", by=tunde, at=area.now)
    assert dead_letters.steps_of(letter) == () and not _entries(area)


def test_a_letter_that_says_where_somebody_hides_is_known_before_it_is_shown(area):
    child = area.child("Ned Fry", aged=9)
    from kith.people import queries as homes

    home = homes.household_of(person=child.id, as_at=area.now)
    people.hold_confidential_address(
        household=home.id, whereabouts="14 Quarry Rise, ZX9 0AA", by=area.system, at=area.now
    )
    dana = who(area, "dana-ferris")
    assert says_a_hidden_address(f"{NO_DAY} seen at 14 quarry rise", by=dana, at=area.now)
    assert says_a_hidden_address("Fry^Ned|||ZX90AA", by=dana, at=area.now)
    assert not says_a_hidden_address(NO_DAY, by=dana, at=area.now)


def _entries(area):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT entry_id FROM chronology_entry_content WHERE kind <> 'contact_opened' ORDER BY 1"
        )
        return [chronology.entry(id, as_at=area.now) for (id,) in cursor.fetchall()]
