"""Ways to tamper with the rows of a ledger, as somebody who administers the database and has switched the triggers off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import sql

from kith.kernel.ids import new_id

Cursor = Any


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """What was written, honestly, before anybody tampers: ids in the order of the chain."""

    entries: list[UUID]
    first_known_to: UUID
    known_to: UUID
    reference: UUID
    envelope: UUID
    with_envelope: UUID
    erased: UUID
    certificate: UUID
    description: UUID
    other_description: UUID
    erased_content: tuple[Any, ...]

    @property
    def entry(self) -> UUID:
        return self.entries[3]

    @property
    def other(self) -> UUID:
        return self.entries[5]


@dataclass(frozen=True, kw_only=True)
class Tampering:
    """One way. ``names`` gives what the verifier's first sentence must hold."""

    sort: str
    name: str
    do: Callable[[Cursor, Ledger], Any]
    names: Callable[[Ledger], Any]


def tamperings() -> Iterator[Tampering]:
    yield from _contents_altered()
    yield from _rows_altered()
    yield from _rows_removed()
    yield from _rows_put_in()
    yield from _erasure_abused()
    yield from _envelopes_altered()


def alter(table: str, column: str, value: str, key: str, which: str) -> Callable[[Cursor, Ledger], Any]:
    statement = sql.SQL("UPDATE {} SET {} = {} WHERE {} = %s").format(
        sql.Identifier(table), sql.Identifier(column), sql.SQL(value), sql.Identifier(key)
    )
    return lambda cursor, ledger: change(cursor, statement, getattr(ledger, which))


def change(cursor: Cursor, statement: Any, *given: Any) -> None:
    cursor.execute(statement, given)
    assert cursor.rowcount > 0, "the tampering itself must have worked"


def remove(table: str, key: str, which: str) -> Callable[[Cursor, Ledger], Any]:
    statement = sql.SQL("DELETE FROM {} WHERE {} = %s").format(sql.Identifier(table), sql.Identifier(key))
    return lambda cursor, ledger: change(cursor, statement, getattr(ledger, which))


OTHER_CONTENT = {
    "text": "'Nothing was seen.'",
    "childs_words": "''",
    "kind": "'other'",
    "said_by": "'school'",
    "said_by_area": "'southfield'",
    "actor_role": "'constable'",
    "recorded_by": "gen_random_uuid()",
    "voice": "'anonymous'",
    "claim": "'hypothesis'",
    "happened_from": "happened_from - interval '1 microsecond'",
    "happened_to": "'infinity'",
    "precision": "'year'",
    "captured_at": "now()",
    "sensitivity": "'hidden'",
    "details": "details || '{\"child_present\": false}'",
    "because": "'no reason'",
    "occurrence": "gen_random_uuid()",
    "sender_key": "'another'",
    "salt": "sha256('x')",
    "area": "'southfield'",
    "envelope_id": "NULL",
}


def _contents_altered() -> Iterator[Tampering]:
    for column, value in OTHER_CONTENT.items():
        which = "with_envelope" if column == "envelope_id" else "entry"
        yield Tampering(
            sort="content altered",
            name=column,
            do=alter("chronology_entry_content", column, value, "entry_id", which),
            names=lambda ledger, which=which: getattr(ledger, which),
        )
    yield Tampering(
        sort="content altered",
        name="contents of two entries exchanged",
        do=_exchange,
        names=lambda ledger: ledger.entry,
    )
    yield Tampering(
        sort="content altered",
        name="moved to another child",
        do=lambda cursor, ledger: change(
            cursor,
            "UPDATE chronology_entry_about SET description_id = %s WHERE entry_id = %s",
            ledger.other_description,
            ledger.entry,
        ),
        names=lambda ledger: ledger.entry,
    )


def _exchange(cursor: Cursor, ledger: Ledger) -> None:
    for old, new in ((ledger.entry, UUID(int=0)), (ledger.other, ledger.entry), (UUID(int=0), ledger.other)):
        change(cursor, "UPDATE chronology_entry_content SET entry_id = %s WHERE entry_id = %s", new, old)


FIRST = "(SELECT id FROM chronology_entry ORDER BY id LIMIT 1)"
ROWS = {
    ("chronology_entry", "entry"): {
        "recorded_at": "recorded_at - interval '1 day'",
        "area": "'southfield'",
        "commitment": "sha256('x')",
    },
    ("chronology_entry_known_to", "known_to"): {
        "known_at": "known_at - interval '30 days'",
        "recorded_at": "recorded_at + interval '1 day'",
        "agency": "'hospital'",
        "agency_area": "'southfield'",
        "how": "'delivered'",
        "by": "gen_random_uuid()",
    },
    ("chronology_entry_reference", "reference"): {"relation": "'answers'", "to_id": FIRST, "entry_id": FIRST},
    ("chronology_disposal", "certificate"): {
        "basis": "'another'",
        "disposed_by": "gen_random_uuid()",
        "disposed_at": "now()",
    },
}


def _rows_altered() -> Iterator[Tampering]:
    for (table, which), columns in ROWS.items():
        for column, value in columns.items():
            yield Tampering(
                sort=f"{which} altered",
                name=f"{table}.{column}",
                do=alter(table, column, value, "id", which),
                names=lambda ledger, which=which: getattr(ledger, which),
            )


def _rows_removed() -> Iterator[Tampering]:
    for table, key, which in (
        ("chronology_entry_content", "entry_id", "entry"),
        ("chronology_entry_about", "entry_id", "entry"),
        ("chronology_entry", "id", "entry"),
        ("chronology_entry_known_to", "id", "known_to"),
        ("chronology_entry_reference", "id", "reference"),
    ):
        yield Tampering(
            sort="row removed",
            name=table,
            do=remove(table, key, which),
            names=lambda ledger, which=which: getattr(ledger, which),
        )
    yield Tampering(
        sort="row removed",
        name="an entry with all that belongs to it",
        do=remove_whole,
        names=lambda ledger: ledger.entry,
    )
    yield Tampering(
        sort="row removed",
        name="certificate",
        do=remove("chronology_disposal", "id", "certificate"),
        names=lambda ledger: ledger.erased,
    )


def remove_whole(cursor: Cursor, ledger: Ledger) -> None:
    for table, key in (
        ("chronology_entry_content", "entry_id"),
        ("chronology_entry_about", "entry_id"),
        ("chronology_entry_known_to", "entry_id"),
        ("chronology_entry", "id"),
    ):
        remove(table, key, "entry")(cursor, ledger)


NEW_ENTRY = UUID(int=7)


def put_in(cursor: Cursor, ledger: Ledger) -> None:
    """A whole made-up entry, copied from a true one."""
    cursor.execute(
        "INSERT INTO chronology_entry SELECT %s, area, recorded_at, commitment FROM chronology_entry WHERE id = %s",
        [NEW_ENTRY, ledger.entry],
    )
    cursor.execute(
        "CREATE TEMP TABLE made_up ON COMMIT DROP AS SELECT * FROM chronology_entry_content WHERE entry_id = %s",
        [ledger.entry],
    )
    cursor.execute("UPDATE made_up SET entry_id = %s, sender_key = NULL", [NEW_ENTRY])
    change(cursor, "INSERT INTO chronology_entry_content SELECT * FROM made_up")


COPY_KNOWN_TO = """INSERT INTO chronology_entry_known_to (id, area, entry_id, agency, agency_area, known_at, recorded_at, how, by)
    SELECT %s, area, entry_id, 'gp', agency_area, known_at, recorded_at, how, by FROM chronology_entry_known_to WHERE id = %s"""
COPY_REFERENCE = """INSERT INTO chronology_entry_reference (id, area, entry_id, to_id, relation)
    SELECT %s, area, entry_id, to_id, 'settles' FROM chronology_entry_reference WHERE id = %s"""
COPY_ABOUT = """INSERT INTO chronology_entry_about (id, area, entry_id, description_id) VALUES (%s, 'northfield', %s, %s)"""
COPY_CERTIFICATE = """INSERT INTO chronology_disposal (id, area, entry_id, basis, disposed_at, disposed_by, commitment)
    SELECT %s, area, id, 'made up', now(), %s, commitment FROM chronology_entry WHERE id = %s"""


def _rows_put_in() -> Iterator[Tampering]:
    made_up = UUID(int=9)
    yield Tampering(sort="row put in", name="entry", do=put_in, names=lambda ledger: NEW_ENTRY)
    yield Tampering(
        sort="row put in",
        name="known to",
        do=lambda cursor, ledger: change(cursor, COPY_KNOWN_TO, made_up, ledger.known_to),
        names=lambda ledger: made_up,
    )
    yield Tampering(
        sort="row put in",
        name="reference",
        do=lambda cursor, ledger: change(cursor, COPY_REFERENCE, made_up, ledger.reference),
        names=lambda ledger: made_up,
    )
    yield Tampering(
        sort="row put in",
        name="about",
        do=lambda cursor, ledger: change(cursor, COPY_ABOUT, made_up, ledger.entry, ledger.other_description),
        names=lambda ledger: ledger.entry,
    )


# ── erasure and envelopes ─────────────────────────────────────────────────────────────────────────────────


def _erase(cursor: Cursor, ledger: Ledger) -> None:
    for table in ("chronology_entry_content", "chronology_entry_about"):
        remove(table, "entry_id", "entry")(cursor, ledger)


def _erase_with_a_made_up_certificate(cursor: Cursor, ledger: Ledger) -> None:
    change(cursor, COPY_CERTIFICATE, new_id(), new_id(), ledger.entry)
    _erase(cursor, ledger)


def _put_back(cursor: Cursor, ledger: Ledger) -> None:
    places = sql.SQL(", ").join([sql.Placeholder()] * len(ledger.erased_content))
    statement = sql.SQL("INSERT INTO chronology_entry_content VALUES ({})").format(places)
    change(cursor, statement, *ledger.erased_content)


def _erasure_abused() -> Iterator[Tampering]:
    yield Tampering(
        sort="erasure abused", name="without a certificate", do=_erase, names=lambda ledger: ledger.entry
    )
    yield Tampering(
        sort="erasure abused",
        name="with a certificate that nobody sealed",
        do=_erase_with_a_made_up_certificate,
        names=lambda ledger: ledger.entry,
    )
    yield Tampering(sort="erasure abused", name="put back", do=_put_back, names=lambda ledger: ledger.erased)
    yield Tampering(
        sort="erasure abused",
        name="about somebody again",
        do=lambda cursor, ledger: change(cursor, COPY_ABOUT, new_id(), ledger.erased, ledger.description),
        names=lambda ledger: ledger.erased,
    )


def _body_and_digest(cursor: Cursor, ledger: Ledger) -> None:
    alter("chronology_envelope", "body", "'other words'", "id", "envelope")(cursor, ledger)
    alter("chronology_envelope", "digest", "sha256('other words')", "id", "envelope")(cursor, ledger)


def _envelopes_altered() -> Iterator[Tampering]:
    ways = {
        "body": alter("chronology_envelope", "body", "'other words'", "id", "envelope"),
        "body and digest": _body_and_digest,
        "when it was received": alter(
            "chronology_envelope", "received_at", "received_at - interval '1 day'", "id", "envelope"
        ),
        "media type": alter("chronology_envelope", "media_type", "'text/plain'", "id", "envelope"),
        "removed": remove("chronology_envelope", "id", "envelope"),
    }
    for name, do in ways.items():
        yield Tampering(sort="envelope altered", name=name, do=do, names=lambda ledger: ledger.with_envelope)
