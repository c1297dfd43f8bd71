"""Ways to forge a ledger's chain itself: links altered, moved, sealed anew, or cut off."""

from collections.abc import Iterator
from uuid import UUID

from psycopg import sql

from kith.kernel.canonical import canonical
from kith.kernel.chain import digest_of
from kith.kernel.ids import new_id
from tests.rooms.chronology_tampering import (
    COPY_KNOWN_TO,
    NEW_ENTRY,
    Cursor,
    Ledger,
    Tampering,
    alter,
    change,
    put_in,
    remove_whole,
)

KNOWN_TO = ("id", "area", "entry_id", "agency", "agency_area", "known_at", "recorded_at", "how", "by")
READ_KNOWN_TO = """SELECT id, area, entry_id, agency, agency_area, known_at, recorded_at, how, by
    FROM chronology_entry_known_to WHERE id = %s"""
LAST = 22
"""The number of the last link of the honest ledger."""


def forgeries() -> Iterator[Tampering]:
    yield from _links_altered()
    yield from _order_changed()
    yield from _history_rewritten()
    yield from _tail_cut()


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
            do=lambda cursor, ledger, column=column, value=value: change(
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
            do=lambda cursor, ledger, seq=seq: change(
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
        change(cursor, "UPDATE kernel_chain_link SET seq = %s WHERE chain = 'entries' AND seq = %s", new, old)


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
    alter("chronology_entry", "commitment", "sha256('forged')", "id", "entry")(cursor, ledger)
    row = cursor.execute(
        "SELECT id, area, recorded_at, commitment FROM chronology_entry WHERE id = %s", [ledger.entry]
    ).fetchone()
    payload = canonical(dict(zip(("id", "area", "recorded_at", "commitment"), row, strict=True)))
    change(
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
    remove_whole(cursor, ledger)
    change(
        cursor,
        "DELETE FROM kernel_chain_link WHERE chain = 'entries' AND subject = ANY(%s)",
        [ledger.entry, known],
    )
    _rechain(cursor)


def _put_in_and_seal(cursor: Cursor, ledger: Ledger) -> None:
    """A made-up entry in the middle, as if it had been there all along."""
    put_in(cursor, ledger)
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


def _append_a_copy(cursor: Cursor, ledger: Ledger, id: UUID) -> None:
    """A made-up row of who knew, and a link for it at the end."""
    change(cursor, COPY_KNOWN_TO, id, ledger.first_known_to)
    row = cursor.execute(READ_KNOWN_TO, [id]).fetchone()
    cursor.execute(
        "INSERT INTO kernel_chain_link (chain, seq, kind, subject, payload, previous, digest)"
        " SELECT 'entries', max(seq) + 1, 'known_to', %s, %s, sha256('a'), sha256(%s) FROM kernel_chain_link"
        " WHERE chain = 'entries'",
        [id, canonical(dict(zip(KNOWN_TO, row, strict=True))), id.bytes],
    )


def _append_behind_the_application(cursor: Cursor, ledger: Ledger) -> None:
    """A well-made link at the end, which nobody published."""
    _append_a_copy(cursor, ledger, UUID(int=11))
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
        cursor.execute(sql.SQL(f"DELETE FROM {table} WHERE {key} IN ({gone})"), [keep])  # noqa: S608
    change(cursor, "DELETE FROM kernel_chain_link WHERE chain = 'entries' AND seq > %s", keep)


def _old_backup_and_on(cursor: Cursor, ledger: Ledger) -> None:
    """An old backup was put back, and life went on: as many links as before, but others."""
    _cut(cursor, keep=10)
    for _ in range(12):
        _append_a_copy(cursor, ledger, new_id())
    _rechain(cursor)


def _tail_cut() -> Iterator[Tampering]:
    for name, keep in (("several entries", 10), ("everything", 0)):
        yield Tampering(
            sort="tail cut",
            name=name,
            do=lambda cursor, ledger, keep=keep: _cut(cursor, keep=keep),
            names=lambda ledger, keep=keep: f"ends at link {keep}, but link {LAST} was published",
        )
    yield Tampering(
        sort="tail cut",
        name="the last link, which is a certificate",
        do=lambda cursor, ledger: _cut(cursor, keep=LAST - 1),
        names=lambda ledger: ledger.erased,
    )
    yield Tampering(
        sort="tail cut",
        name="an old backup, and on from there",
        do=_old_backup_and_on,
        names=lambda _: "link 11 ",
    )
