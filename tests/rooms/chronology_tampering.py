"""Ways to tamper with a ledger, as somebody who administers the database and has switched the triggers off."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import sql

from kith.kernel.canonical import canonical
from kith.kernel.chain import digest_of
from kith.kernel.ids import new_id

Cursor = Any


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """What was written, honestly, before anybody tampers: ids in the order of the chain."""

    entries: list[UUID]
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
    yield from _links_altered()
    yield from _order_changed()
    yield from _history_rewritten()
    yield from _tail_cut()
    yield from _erasure_abused()
    yield from _envelopes_altered()


def _set(table: str, column: str, value: str, key: str, which: str) -> Callable[[Cursor, Ledger], Any]:
    statement = sql.SQL("UPDATE {} SET {} = {} WHERE {} = %s").format(
        sql.Identifier(table), sql.Identifier(column), sql.SQL(value), sql.Identifier(key)
    )
    return lambda cursor, ledger: _one(cursor, statement, getattr(ledger, which))


def _one(cursor: Cursor, statement: Any, *given: Any) -> None:
    cursor.execute(statement, given)
    assert cursor.rowcount > 0, "the tampering itself must have worked"


def _remove(table: str, key: str, which: str) -> Callable[[Cursor, Ledger], Any]:
    statement = sql.SQL("DELETE FROM {} WHERE {} = %s").format(sql.Identifier(table), sql.Identifier(key))
    return lambda cursor, ledger: _one(cursor, statement, getattr(ledger, which))


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
            do=_set("chronology_entry_content", column, value, "entry_id", which),
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
        do=lambda cursor, ledger: _one(
            cursor,
            "UPDATE chronology_entry_about SET description_id = %s WHERE entry_id = %s",
            ledger.other_description,
            ledger.entry,
        ),
        names=lambda ledger: ledger.entry,
    )


def _exchange(cursor: Cursor, ledger: Ledger) -> None:
    for old, new in ((ledger.entry, UUID(int=0)), (ledger.other, ledger.entry), (UUID(int=0), ledger.other)):
        _one(cursor, "UPDATE chronology_entry_content SET entry_id = %s WHERE entry_id = %s", new, old)


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
                do=_set(table, column, value, "id", which),
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
            do=_remove(table, key, which),
            names=lambda ledger, which=which: getattr(ledger, which),
        )
    yield Tampering(
        sort="row removed",
        name="an entry with all that belongs to it",
        do=_remove_whole,
        names=lambda ledger: ledger.entry,
    )
    yield Tampering(
        sort="row removed",
        name="certificate",
        do=_remove("chronology_disposal", "id", "certificate"),
        names=lambda ledger: ledger.erased,
    )


def _remove_whole(cursor: Cursor, ledger: Ledger) -> None:
    for table, key in (
        ("chronology_entry_content", "entry_id"),
        ("chronology_entry_about", "entry_id"),
        ("chronology_entry_known_to", "entry_id"),
        ("chronology_entry", "id"),
    ):
        _remove(table, key, "entry")(cursor, ledger)


NEW_ENTRY = UUID(int=7)


def _put_in(cursor: Cursor, ledger: Ledger) -> None:
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
    _one(cursor, "INSERT INTO chronology_entry_content SELECT * FROM made_up")


COPY_KNOWN_TO = """INSERT INTO chronology_entry_known_to (id, area, entry_id, agency, agency_area, known_at, recorded_at, how, by)
    SELECT %s, area, entry_id, 'gp', agency_area, known_at, recorded_at, how, by FROM chronology_entry_known_to WHERE id = %s"""
COPY_REFERENCE = """INSERT INTO chronology_entry_reference (id, area, entry_id, to_id, relation)
    SELECT %s, area, entry_id, to_id, 'settles' FROM chronology_entry_reference WHERE id = %s"""
COPY_ABOUT = """INSERT INTO chronology_entry_about (id, area, entry_id, description_id) VALUES (%s, 'northfield', %s, %s)"""
COPY_CERTIFICATE = """INSERT INTO chronology_disposal (id, area, entry_id, basis, disposed_at, disposed_by, commitment)
    SELECT %s, area, id, 'made up', now(), %s, commitment FROM chronology_entry WHERE id = %s"""


def _rows_put_in() -> Iterator[Tampering]:
    made_up = UUID(int=9)
    yield Tampering(sort="row put in", name="entry", do=_put_in, names=lambda ledger: NEW_ENTRY)
    yield Tampering(
        sort="row put in",
        name="known to",
        do=lambda cursor, ledger: _one(cursor, COPY_KNOWN_TO, made_up, ledger.known_to),
        names=lambda ledger: made_up,
    )
    yield Tampering(
        sort="row put in",
        name="reference",
        do=lambda cursor, ledger: _one(cursor, COPY_REFERENCE, made_up, ledger.reference),
        names=lambda ledger: made_up,
    )
    yield Tampering(
        sort="row put in",
        name="about",
        do=lambda cursor, ledger: _one(cursor, COPY_ABOUT, made_up, ledger.entry, ledger.other_description),
        names=lambda ledger: ledger.entry,
    )


# ── links ─────────────────────────────────────────────────────────────────────────────────────────────────


def _seq_of(cursor: Cursor, subject: UUID) -> int:
    query = "SELECT seq FROM kernel_chain_link WHERE chain = 'entries' AND subject = %s"
    return int(cursor.execute(query, [subject]).fetchone()[0])


def _links_altered() -> Iterator[Tampering]:
    for column, value in {
        "payload": "payload || 'x'",
        "kind": "'known_to'",
        "subject": "gen_random_uuid()",
        "digest": "sha256('x')",
        "previous": "sha256('x')",
    }.items():
        yield Tampering(
            sort="link altered",
            name=column,
            do=lambda cursor, ledger, column=column, value=value: _one(
                cursor,
                sql.SQL("UPDATE kernel_chain_link SET {} = {} WHERE chain = 'entries' AND seq = %s").format(
                    sql.Identifier(column), sql.SQL(value)
                ),
                _seq_of(cursor, ledger.entry),
            ),
            names=lambda ledger: f"link {LINK_OF_ENTRY}",
        )
    for name, seq in (("the first", 1), ("one in the middle", 8)):
        yield Tampering(
            sort="link removed",
            name=name,
            do=lambda cursor, ledger, seq=seq: _one(
                cursor, "DELETE FROM kernel_chain_link WHERE chain = 'entries' AND seq = %s", seq
            ),
            names=lambda ledger, seq=seq: f"link {seq} ",
        )


LINK_OF_ENTRY = 7
"""Every entry of the ledger before it has two links: itself, and the agency that said it."""


def _rechain(cursor: Cursor, *, since: int = 1) -> None:
    """What a thorough forger does: number all links anew and seal them again."""
    query = "SELECT seq, kind, subject, payload FROM kernel_chain_link WHERE chain = 'entries' ORDER BY seq"
    rows = cursor.execute(query).fetchall()
    cursor.execute("DELETE FROM kernel_chain_link WHERE chain = 'entries'")
    previous = bytes(32)
    for seq, (_, kind, subject, payload) in enumerate(rows, start=1):
        digest = digest_of(
            chain="entries", seq=seq, kind=kind, subject=subject, payload=payload, previous=previous
        )
        cursor.execute(
            "INSERT INTO kernel_chain_link (chain, seq, kind, subject, payload, previous, digest)"
            " VALUES ('entries', %s, %s, %s, %s, %s, %s)",
            [seq, kind, subject, payload, previous, digest],
        )
        previous = digest


def _swap(cursor: Cursor, one: int, other: int) -> None:
    for old, new in ((one, 1_000_000), (other, one), (1_000_000, other)):
        _one(cursor, "UPDATE kernel_chain_link SET seq = %s WHERE chain = 'entries' AND seq = %s", new, old)


def _order_changed() -> Iterator[Tampering]:
    yield Tampering(
        sort="order changed",
        name="two links exchanged",
        do=lambda cursor, _: _swap(cursor, 5, 9),
        names=lambda _: "link 5 ",
    )

    def swap_and_seal(cursor: Cursor, ledger: Ledger) -> None:
        _swap(cursor, 5, 9)
        _rechain(cursor)

    yield Tampering(
        sort="order changed",
        name="two links exchanged and all sealed anew",
        do=swap_and_seal,
        names=lambda _: "link 5 ",
    )


# ── history rewritten, links and all ──────────────────────────────────────────────────────────────────────


def _forge(cursor: Cursor, ledger: Ledger) -> None:
    """Another commitment for the entry, in its header and its link, and every link sealed anew."""
    _set("chronology_entry", "commitment", "sha256('forged')", "id", "entry")(cursor, ledger)
    row = cursor.execute(
        "SELECT id, area, recorded_at, commitment FROM chronology_entry WHERE id = %s", [ledger.entry]
    ).fetchone()
    payload = canonical(dict(zip(("id", "area", "recorded_at", "commitment"), row, strict=True)))
    _one(
        cursor,
        "UPDATE kernel_chain_link SET payload = %s WHERE chain = 'entries' AND subject = %s",
        payload,
        ledger.entry,
    )
    _rechain(cursor)


def _remove_and_seal(cursor: Cursor, ledger: Ledger) -> None:
    known = cursor.execute(
        "SELECT id FROM chronology_entry_known_to WHERE entry_id = %s", [ledger.entry]
    ).fetchone()[0]
    _remove_whole(cursor, ledger)
    _one(
        cursor,
        "DELETE FROM kernel_chain_link WHERE chain = 'entries' AND subject = ANY(%s)",
        [ledger.entry, known],
    )
    _rechain(cursor)


def _put_in_and_seal(cursor: Cursor, ledger: Ledger) -> None:
    """A made-up entry in the middle, as if it had been there all along."""
    _put_in(cursor, ledger)
    row = cursor.execute(
        "SELECT id, area, recorded_at, commitment FROM chronology_entry WHERE id = %s", [NEW_ENTRY]
    ).fetchone()
    payload = canonical(dict(zip(("id", "area", "recorded_at", "commitment"), row, strict=True)))
    cursor.execute("UPDATE kernel_chain_link SET seq = seq + 1000 WHERE chain = 'entries' AND seq >= 9")
    cursor.execute(
        "INSERT INTO kernel_chain_link (chain, seq, kind, subject, payload, previous, digest)"
        " VALUES ('entries', 9, 'entry', %s, %s, sha256('a'), sha256('b'))",
        [NEW_ENTRY, payload],
    )
    _rechain(cursor)


def _append_behind_the_application(cursor: Cursor, ledger: Ledger) -> None:
    """A well-made link at the end, which nobody published."""
    copy = UUID(int=11)
    _one(cursor, COPY_KNOWN_TO, copy, ledger.known_to)
    fields = ("id", "area", "entry_id", "agency", "agency_area", "known_at", "recorded_at", "how", "by")
    row = cursor.execute(
        f"SELECT {', '.join(fields)} FROM chronology_entry_known_to WHERE id = %s", [copy]
    ).fetchone()  # noqa: S608
    payload = canonical(dict(zip(fields, row, strict=True)))
    cursor.execute(
        "INSERT INTO kernel_chain_link (chain, seq, kind, subject, payload, previous, digest)"
        " SELECT 'entries', max(seq) + 1, 'known_to', %s, %s, sha256('a'), sha256('b') FROM kernel_chain_link"
        " WHERE chain = 'entries'",
        [copy, payload],
    )
    _rechain(cursor)


def _history_rewritten() -> Iterator[Tampering]:
    yield Tampering(
        sort="history rewritten", name="an entry forged", do=_forge, names=lambda _: f"link {LINK_OF_ENTRY} "
    )
    yield Tampering(
        sort="history rewritten",
        name="an entry taken out",
        do=_remove_and_seal,
        names=lambda _: f"link {LINK_OF_ENTRY} ",
    )
    yield Tampering(
        sort="history rewritten", name="an entry put in", do=_put_in_and_seal, names=lambda _: NEW_ENTRY
    )
    yield Tampering(
        sort="history rewritten",
        name="appended behind the application",
        do=_append_behind_the_application,
        names=lambda _: "nothing was published",
    )


# ── the tail ──────────────────────────────────────────────────────────────────────────────────────────────


def _cut(cursor: Cursor, *, keep: int) -> None:
    """Everything after a link disappears, rows and links: what an old backup looks like."""
    gone = "SELECT subject FROM kernel_chain_link WHERE chain = 'entries' AND seq > %s"
    for table, key in (
        ("chronology_entry_content", "entry_id"),
        ("chronology_entry_about", "entry_id"),
        ("chronology_entry_known_to", "id"),
        ("chronology_entry_reference", "id"),
        ("chronology_entry", "id"),
        ("chronology_disposal", "id"),
    ):
        cursor.execute(f"DELETE FROM {table} WHERE {key} IN ({gone})", [keep])  # noqa: S608
    _one(cursor, "DELETE FROM kernel_chain_link WHERE chain = 'entries' AND seq > %s", keep)


def _old_backup_and_on(cursor: Cursor, ledger: Ledger) -> None:
    """An old backup was put back, and life went on: as many links as before, but others."""
    _cut(cursor, keep=10)
    for _ in range(12):
        id = new_id()
        _one(
            cursor,
            COPY_KNOWN_TO,
            id,
            cursor.execute("SELECT id FROM chronology_entry_known_to LIMIT 1").fetchone()[0],
        )
        fields = ("id", "area", "entry_id", "agency", "agency_area", "known_at", "recorded_at", "how", "by")
        row = cursor.execute(
            f"SELECT {', '.join(fields)} FROM chronology_entry_known_to WHERE id = %s", [id]
        ).fetchone()  # noqa: S608
        cursor.execute(
            "INSERT INTO kernel_chain_link SELECT 'entries', max(seq) + 1, 'known_to', %s, %s, sha256('a'),"
            " sha256(%s) FROM kernel_chain_link WHERE chain = 'entries'",
            [id, canonical(dict(zip(fields, row, strict=True))), id.bytes],
        )
    _rechain(cursor)


def _tail_cut() -> Iterator[Tampering]:
    for name, keep in (("the last link", LAST - 1), ("several entries", 10), ("everything", 0)):
        yield Tampering(
            sort="tail cut",
            name=name,
            do=lambda cursor, ledger, keep=keep: _cut(cursor, keep=keep),
            names=lambda ledger, keep=keep: (
                f"ends at link {keep}," if keep == 0 or keep == 10 else f"link {keep}"
            ),
        )
    yield Tampering(
        sort="tail cut",
        name="an old backup, and on from there",
        do=_old_backup_and_on,
        names=lambda _: "link 11 ",
    )


LAST = 22


# ── erasure and envelopes ─────────────────────────────────────────────────────────────────────────────────


def _erase(cursor: Cursor, ledger: Ledger) -> None:
    for table in ("chronology_entry_content", "chronology_entry_about"):
        _remove(table, "entry_id", "entry")(cursor, ledger)


def _erase_with_a_made_up_certificate(cursor: Cursor, ledger: Ledger) -> None:
    _one(cursor, COPY_CERTIFICATE, new_id(), new_id(), ledger.entry)
    _erase(cursor, ledger)


def _put_back(cursor: Cursor, ledger: Ledger) -> None:
    places = ", ".join(["%s"] * len(ledger.erased_content))
    _one(cursor, f"INSERT INTO chronology_entry_content VALUES ({places})", *ledger.erased_content)


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
        do=lambda cursor, ledger: _one(cursor, COPY_ABOUT, new_id(), ledger.erased, ledger.description),
        names=lambda ledger: ledger.erased,
    )


def _envelopes_altered() -> Iterator[Tampering]:
    for name, assignment in {
        "body": "body = 'other words'",
        "body and digest": "body = 'other words', digest = sha256('other words')",
        "when it was received": "received_at = received_at - interval '1 day'",
        "media type": "media_type = 'text/plain'",
    }.items():
        yield Tampering(
            sort="envelope altered",
            name=name,
            do=lambda cursor, ledger, assignment=assignment: _one(
                cursor,
                f"UPDATE chronology_envelope SET {assignment} WHERE id = %s",
                ledger.envelope,  # noqa: S608
            ),
            names=lambda ledger: ledger.with_envelope,
        )
    yield Tampering(
        sort="envelope altered",
        name="removed",
        do=_remove("chronology_envelope", "id", "envelope"),
        names=lambda ledger: ledger.with_envelope,
    )
