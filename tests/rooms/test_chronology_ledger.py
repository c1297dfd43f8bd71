"""The ledger: many entries at once are the same as one by one, and nobody changes what was written."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction

from kith.chronology.models import Entry, EntryContent, EntryKnownTo, EntryReference
from kith.chronology.operations import append, append_many
from kith.chronology.types import Reference
from kith.kernel.errors import BadInput
from kith.kernel.ids import new_id
from kith.kernel.models import ChainLink, OutboxItem
from tests.rooms.chronology_world import ADA, AREA, SAM, described, new, on, person, say

FEBRUARY, MARCH = on("3 Feb 2026"), on("10 Mar 2026")


@pytest.fixture
def amira(db):
    return person("Amira")


@pytest.fixture
def hers(amira):
    """The police's description of Amira."""
    return described(amira)


# ── many at once ──────────────────────────────────────────────────────────────────────────────────────────


def _batch(hers, schools):
    first, second = new_id(), new_id()
    return [
        new(hers, happened=FEBRUARY, id=first, sender_key="1"),
        new(schools, happened=MARCH, said_by="school", kind="other", id=second,
            references=(Reference(to=first, relation="same_occurrence_as"),)),
        new(hers, happened=MARCH, references=(Reference(to=second, relation="withdraws"),), because="Not so."),
        new(hers, happened=FEBRUARY, id=first, sender_key="1"),
    ]  # fmt: skip


def _rows():
    """All rows, without what differs by chance."""
    order = {
        id: number
        for number, id in enumerate(Entry.objects.order_by("recorded_at", "id").values_list("id", flat=True))
    }
    contents = [
        (order[row.pk], order[row.occurrence], row.kind, row.said_by, row.happened_from, row.because)
        for row in EntryContent.objects.all()
    ]
    known = [
        (order[row.entry_id], row.agency, row.known_at, row.recorded_at, row.how)
        for row in EntryKnownTo.objects.all()
    ]
    references = [
        (order[row.entry_id], order[row.to_id], row.relation) for row in EntryReference.objects.all()
    ]
    links = list(ChainLink.objects.order_by("seq").values_list("seq", "kind"))
    put = [(order[UUID(row.payload["entry"])], row.put_at) for row in OutboxItem.objects.all()]
    return sorted(contents), sorted(known), sorted(references), links, sorted(put)


def test_many_at_once_are_the_same_rows_as_one_by_one(amira, hers):
    schools = described(amira, by=ADA)
    moments = [FEBRUARY, MARCH, MARCH + timedelta(hours=1), MARCH + timedelta(hours=2)]
    with transaction.atomic():
        ids = [append(entry, by=SAM, at=at) for entry, at in zip(_batch(hers, schools), moments, strict=True)]
        one_by_one = _rows()
        assert ids[3] == ids[0]
        transaction.set_rollback(True)
    with transaction.atomic():
        ids = append_many(_batch(hers, schools), by=SAM, at=moments)
        assert ids[3] == ids[0]
        assert _rows() == one_by_one
        transaction.set_rollback(True)


def test_many_at_once_take_few_statements(hers, django_assert_max_num_queries):
    entries = [new(hers, happened=FEBRUARY, sender_key=str(number)) for number in range(200)]
    with django_assert_max_num_queries(20):
        append_many(entries, by=SAM, at=MARCH)
    assert Entry.objects.count() == 200


def test_one_bad_entry_of_many_is_named_and_none_is_written(hers):
    entries = [new(hers, happened=FEBRUARY), new(hers, happened=FEBRUARY, voice="god")]
    with pytest.raises(BadInput, match=r"Entry 2 of 2") as problem:
        append_many(entries, by=SAM, at=MARCH)
    assert problem.value.field == "voice"
    assert not Entry.objects.exists()


def test_an_id_is_given_once(hers):
    id = say(hers, FEBRUARY)
    with pytest.raises(BadInput) as problem:
        say(hers, FEBRUARY, id=id)
    assert problem.value.field == "id"


# ── nobody changes history ────────────────────────────────────────────────────────────────────────────────


TABLES = ["entry", "entry_content", "entry_about", "entry_known_to", "entry_reference", "envelope", "disposal", "story_choice"]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    ["UPDATE chronology_{} SET area = 'elsewhere'", "DELETE FROM chronology_{}", "TRUNCATE chronology_{}"],
)
def test_pages_may_neither_change_nor_remove(hers, table, statement):
    say(hers, FEBRUARY)
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "table", ["entry", "entry_content", "entry_about", "entry_known_to", "entry_reference"]
)
@pytest.mark.parametrize(
    "statement", ["UPDATE chronology_{} SET area = 'elsewhere'", "DELETE FROM chronology_{}"]
)
def test_the_owner_of_the_tables_may_not_either(test_database, table, statement):
    hers = described(person())
    say(hers, FEBRUARY, references=(Reference(to=say(hers, FEBRUARY), relation="about"),))
    with test_database.connect("owner") as owner, pytest.raises(Exception, match="Cannot"):
        owner.execute(statement.format(table))


def test_pages_may_not_write_a_certificate(hers):
    id = say(hers, FEBRUARY)
    with pytest.raises(DatabaseError, match="Cannot insert"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO chronology_disposal VALUES (%s, 'a', 'b', now(), %s, sha256(''), %s)",
            [new_id(), SAM.id, id],
        )


def test_the_database_itself_refuses_what_makes_no_sense(hers):
    id = say(hers, FEBRUARY)
    row = EntryKnownTo(
        area=AREA,
        entry_id=id,
        agency="school",
        agency_area=AREA,
        known_at=FEBRUARY,
        recorded_at=FEBRUARY,
        how="opened",
    )
    with pytest.raises(IntegrityError, match="what_was_opened_or_acknowledged_names_who"):
        row.save(force_insert=True)
