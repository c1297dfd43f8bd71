"""Appending: what must hold of an entry, and that all of it commits together."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import transaction

from kith.chronology import queries
from kith.chronology.models import (
    Entry,
    EntryAbout,
    EntryContent,
    EntryKnownTo,
    EntryReference,
    Envelope,
)
from kith.chronology.operations import append, append_many, keep_envelope, withdraw
from kith.chronology.types import KnownTo, Reference
from kith.kernel import outbox
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.models import ChainLink, OutboxItem
from tests.rooms.chronology_world import ADA, AREA, POLICE, RUTH, SAM, described, new, on, person, say

FEBRUARY, MARCH = on("3 Feb 2026"), on("10 Mar 2026")


@pytest.fixture
def amira(db):
    return person("Amira")


@pytest.fixture
def hers(amira):
    """The police's description of Amira."""
    return described(amira)


def test_an_entry_comes_back_as_it_was_said(amira, hers):
    entry = new(
        hers,
        happened=FEBRUARY,
        details={"child_present": True},
        text="Officers attended at 23:10.",
        childs_words="He shouted.",
        voice="child",
        claim="observed",
        captured_at=FEBRUARY + timedelta(hours=2),
        actor_role="response officer",
        sensitivity="ordinary",
        sender_key="PPN-1",
    )
    id = append(entry, by=SAM, at=MARCH)
    view = queries.entry(id)
    for name in ("kind", "said_by", "text", "childs_words", "voice", "claim", "captured_at", "actor_role"):
        assert getattr(view, name) == getattr(entry, name)
    assert view.details == {"child_present": True}
    assert (view.when.happened_from, view.recorded_at) == (FEBRUARY, MARCH)
    assert (view.about, view.people, view.occurrence) == ((hers,), (amira,), id)
    assert view.recorded_by == SAM.id


def test_the_agency_that_says_a_thing_always_knows_it(hers):
    id = say(hers, FEBRUARY, at=MARCH)
    (row,) = queries.entry(id).known_to
    assert (row.agency, row.agency_area, row.how, row.known_at) == (*POLICE, "said", MARCH)


def test_an_agency_may_say_since_when_it_has_known(hers):
    said = KnownTo(agency="police", agency_area=AREA, known_at=FEBRUARY, how="said")
    told = KnownTo(agency="school", agency_area=AREA, known_at=FEBRUARY, how="told")
    id = say(hers, FEBRUARY, at=MARCH, known_to=(said, told))
    rows = queries.entry(id).known_to
    assert {(row.agency, row.how, row.known_at, row.recorded_at) for row in rows} == {
        ("police", "said", FEBRUARY, MARCH),
        ("school", "told", FEBRUARY, MARCH),
    }


def test_entry_evidence_chain_and_outbox_commit_together(hers):
    first = say(hers, FEBRUARY)
    second = say(hers, MARCH, references=(Reference(to=first, relation="about"),))
    kinds = list(ChainLink.objects.filter(chain="entries").order_by("seq").values_list("kind", flat=True))
    assert kinds == ["entry", "known_to", "entry", "known_to", "reference"]
    assert [row.payload for row in OutboxItem.objects.order_by("put_at")] == [
        {"entry": str(first)},
        {"entry": str(second)},
    ]


def test_nothing_is_left_of_an_entry_whose_transaction_failed(hers):
    with pytest.raises(KeyError), transaction.atomic():
        say(hers, FEBRUARY)
        raise KeyError
    for model in (Entry, EntryContent, EntryAbout, EntryKnownTo, EntryReference, ChainLink, OutboxItem):
        assert not model.objects.exists()


def test_the_outbox_gives_out_what_was_appended(hers):
    id = say(hers, FEBRUARY)
    with transaction.atomic():
        (item,) = outbox.take(topic="entry_appended", at=FEBRUARY, limit=5)
    assert item.payload == {"entry": str(id)}


WRONG = [
    ("kind", {"kind": "worry"}),
    ("said_by", {"said_by": "the_neighbours"}),
    ("voice", {"voice": "god"}),
    ("claim", {"claim": "certain"}),
    ("precision", {"precision": "exact"}),
    ("area", {"area": " "}),
    ("about", {"about": ()}),
    ("about", {"about": (new_id(),)}),
    ("text", {"text": "a\x00b"}),
    ("text", {"text": "a\x1bb"}),
    ("text", {"text": "\ud800"}),
    ("text", {"text": "a" * 100_001}),
    ("childs_words", {"childs_words": "a\x07"}),
    ("actor_role", {"actor_role": "a" * 81}),
    ("sender_key", {"sender_key": ""}),
    ("details.loudness", {"details": {"loudness": 3}}),
    ("details.child_present", {"details": {"child_present": "perhaps"}}),
    ("details", {"details": {"reason": "a\x00"}}),
    ("happened_from", {"happened_from": MARCH + timedelta(days=1), "happened_to": MARCH + timedelta(days=1)}),
    ("happened_to", {"happened_to": FEBRUARY - timedelta(days=1)}),
    ("happened_from", {"happened_from": FEBRUARY.replace(tzinfo=None)}),
    ("captured_at", {"captured_at": MARCH + timedelta(days=1)}),
    ("known_to", {"known_to": (KnownTo(agency="school", agency_area=AREA, known_at=on("1 Apr 2026")),)}),
    ("known_to", {"known_to": (KnownTo(agency="shop", agency_area=AREA, known_at=FEBRUARY),)}),
    (
        "known_to",
        {"known_to": (KnownTo(agency="school", agency_area=AREA, known_at=FEBRUARY, how="opened"),)},
    ),
    ("known_to", {"known_to": (KnownTo(agency="school", agency_area=AREA, known_at=FEBRUARY, how="said"),)}),
    ("known_to", {"known_to": (KnownTo(agency="school", agency_area=AREA, known_at=FEBRUARY, how="felt"),)}),
    ("references", {"references": (Reference(to=new_id(), relation="answers"),)}),
    ("references", {"references": (Reference(to=new_id(), relation="resembles"),)}),
    ("because", {"references": (Reference(to=new_id(), relation="corrects"),)}),
    ("envelope", {"envelope": new_id()}),
]


@pytest.mark.parametrize(("field", "given"), WRONG)
def test_what_cannot_be_taken_is_named_and_nothing_is_written(hers, field, given):
    with pytest.raises(BadInput) as problem:
        append(
            new(given.pop("about", hers), happened=given.pop("happened_from", FEBRUARY), **given),
            by=SAM,
            at=MARCH,
        )
    assert problem.value.field.startswith(field)
    assert not Entry.objects.exists()


def test_a_reference_must_be_to_an_entry_about_the_same_people(hers):
    other = say(described(person("Ben")), FEBRUARY)
    with pytest.raises(BadInput, match="other people"):
        say(hers, MARCH, references=(Reference(to=other, relation="answers"),))


def test_another_agencys_description_of_the_same_child_is_the_same_person(amira, hers):
    first = say(hers, FEBRUARY)
    schools = described(amira, by=ADA)
    answer = say(schools, MARCH, by=ADA, kind="other", references=(Reference(to=first, relation="answers"),))
    (back,) = queries.entry(first).referred_to_by
    assert (back.entry, back.relation, back.said_by) == (answer, "answers", "school")


def test_an_entry_is_not_held_back_because_nobody_is_linked_yet(hers):
    first = say(hers, FEBRUARY)
    unknown = described(None, by=ADA)
    assert say(unknown, MARCH, by=ADA, references=(Reference(to=first, relation="same_occurrence_as"),))


def test_copies_of_one_occurrence_share_it(amira, hers):
    first = say(hers, FEBRUARY)
    schools = described(amira, by=ADA)
    copy = say(schools, MARCH, by=ADA, references=(Reference(to=first, relation="same_occurrence_as"),))
    again = say(schools, MARCH, by=ADA, references=(Reference(to=copy, relation="same_occurrence_as"),))
    assert {queries.entry(id).occurrence for id in (first, copy, again)} == {first}


BORN = date(2026, 1, 1)


def test_nothing_happened_to_a_child_before_the_pregnancy(db):
    baby = described(person("Baby", born=BORN), born=BORN)
    with pytest.raises(BadInput, match="40 weeks"):
        say(baby, on("1 Jan 2025"), at=MARCH)
    assert say(baby, on("1 Jun 2025"), at=MARCH)


def test_a_birth_that_only_others_know_neither_holds_an_entry_back_nor_tells_of_a_match(db):
    whom = person("Baby", born=BORN)
    described(whom, by=ADA, born=BORN)
    matched = described(whom, by=SAM)
    assert say(matched, on("1 Jan 2025"), at=MARCH)


def test_an_adults_past_is_older_than_the_child(db):
    baby = described(person("Baby", born=BORN), born=BORN)
    father = described(person("Father", kind="adult"), kind="adult", born=date(1990, 1, 1))
    entry = say((baby, father), on("1 Jan 2010"), at=MARCH, kind="criminality_or_risk_known")
    assert queries.entry(entry).when.happened_from == on("1 Jan 2010")


def test_a_senders_clock_may_run_a_little_ahead(hers):
    ahead = MARCH + timedelta(minutes=2)
    id = say(
        hers,
        ahead,
        at=MARCH,
        precision="time",
        known_to=(KnownTo(agency="school", agency_area=AREA, known_at=ahead),),
    )
    assert all(row.known_at <= row.recorded_at for row in queries.entry(id).known_to)


def test_text_is_kept_in_one_unicode_form(hers):
    id = say(hers, FEBRUARY, text="Zoe\u0308\r\nwas seen")
    assert queries.entry(id).text == "Zo\u00eb\nwas seen"


# ── the sender's own reference ────────────────────────────────────────────────────────────────────────────


def test_the_same_message_twice_is_one_entry(hers):
    given = {"sender_key": "PPN-7", "text": "Attended."}
    first = say(hers, FEBRUARY, **given)
    again = say(hers, FEBRUARY, at=MARCH, by=replace(SAM, id=new_id()), **given)
    assert again == first
    assert Entry.objects.count() == EntryKnownTo.objects.count() == OutboxItem.objects.count() == 1


@pytest.mark.parametrize(
    "other", [{"text": "Did not attend."}, {"details": {"child_present": True}}, {"claim": "opinion"}]
)
def test_the_same_reference_for_another_message_is_refused(hers, other):
    say(hers, FEBRUARY, sender_key="PPN-7")
    with pytest.raises(BadInput) as problem:
        say(hers, FEBRUARY, sender_key="PPN-7", **other)
    assert problem.value.field == "sender_key"


def test_the_same_reference_about_another_child_is_refused(hers):
    say(hers, FEBRUARY, sender_key="PPN-7")
    with pytest.raises(BadInput, match="something else"):
        say(described(person("Ben")), FEBRUARY, sender_key="PPN-7")


def test_a_message_with_several_entries_may_be_sent_again(hers):
    def message():
        first = new_id()
        return [
            new(hers, happened=FEBRUARY, sender_key="PPN-7/1", id=first),
            new(
                hers,
                happened=FEBRUARY,
                sender_key="PPN-7/2",
                references=(Reference(to=first, relation="about"),),
            ),
        ]

    once = append_many(message(), by=SAM, at=FEBRUARY)
    assert append_many(message(), by=SAM, at=MARCH) == once
    assert Entry.objects.count() == 2


def test_two_agencies_may_use_the_same_reference(amira, hers):
    assert say(hers, FEBRUARY, sender_key="1") != say(
        described(amira, by=ADA), FEBRUARY, by=ADA, sender_key="1"
    )


def test_one_letter_is_one_entry_even_when_it_is_read_anew(hers):
    letters = [
        keep_envelope(area=AREA, media_type="text/xml", body=b"<ppn/>", by=SAM, at=FEBRUARY) for _ in range(2)
    ]
    first = say(hers, FEBRUARY, sender_key="PPN-7", envelope=letters[0], text="Read one way.")
    assert say(hers, FEBRUARY, sender_key="PPN-7", envelope=letters[1], text="Read another.") == first


def test_what_arrived_is_kept_byte_for_byte(hers):
    body = b"\xff\x00<ppn>\r\n"
    letter = keep_envelope(area=AREA, media_type="text/xml", body=body, by=SAM, at=FEBRUARY)
    entries = [say(hers, FEBRUARY, envelope=letter) for _ in range(2)]
    assert queries.envelope(id=letter).body == body
    assert {queries.entry(id).envelope for id in entries} == {letter}
    assert Envelope.objects.count() == 1


def test_a_withdrawal_says_why(hers):
    with pytest.raises(BadInput) as problem:
        withdraw(say(hers, FEBRUARY), because=" ", by=RUTH, at=MARCH)
    assert problem.value.field == "because"


def test_the_outbox_says_nothing_of_what_was_written(hers):
    say(hers, FEBRUARY, text="Her address is 1 Example Street.")
    assert "Example" not in json.dumps([row.payload for row in OutboxItem.objects.all()])
