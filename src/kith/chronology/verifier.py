"""Verifies a Kith ledger from outside: was anything altered, removed, put in or moved since it was written?

    python verifier.py --database postgresql://... --roots roots.txt

One file, the standard library and psycopg; it imports nothing of Kith, so that it can be read, kept and run by
somebody who does not trust Kith. Run it as an account that may read every table. The exit code is 0 where everything
agrees and 1 where anything does not. Canonical bytes are described, with vectors, in docs/reference/chain.md.
"""

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from psycopg.rows import dict_row
from psycopg.types.string import TextLoader

LINK_TAG, COMMITMENT_TAG = b"kith.link.v1\x00", b"kith.commitment.v1\x00"
ENTRIES, LOOKS = "entries", "looks"
AT_ONCE, MOST_SHOWN = 2_000, 20
CANNOT_EXCLUDE = """What this cannot exclude:
- that something was never recorded, or was untrue when it was: a chain keeps what was written, not what happened;
- that the roots file was changed together with the database: keep it, or its second place, where nobody who
  administers the database can write;
- that somebody used the application or its account to append, as anybody with the right may;
- that somebody with the disposal role erased without a true basis: read the certificates;
- a change in whose description is whose, who lives where, who was involved, or in a view: only entries, who knew
  them, what they refer to, the certificates of erasure, and who looked at whom or was refused are sealed;
- a look that was altered or removed in the seconds before it was sealed;
- anything that happened while this ran: it read one snapshot."""
CONTENT = (
    "area kind said_by said_by_area actor_role recorded_by voice claim happened_from happened_to precision"
    " captured_at childs_words text sensitivity details because occurrence sender_key"
).split()
ENVELOPE = "id area received_at received_by media_type digest".split()
KNOWN_TO = "id area entry_id agency agency_area known_at recorded_at how by".split()
DISPOSAL = "id area entry_id basis disposed_at disposed_by commitment".split()
SEALED_ENTRIES = {
    "entry": ("chronology_entry", "id area recorded_at commitment".split()),
    "known_to": ("chronology_entry_known_to", KNOWN_TO),
    "reference": ("chronology_entry_reference", "id area entry_id to_id relation".split()),
    "disposal": ("chronology_disposal", DISPOSAL),
}
SEALED_LOOKS = {
    "look": ("access_look", "id area child_id practitioner_id basis purpose looked_at".split()),
    "refusal": (
        "access_refusal",
        "id area asked_for child_id practitioner_id what reason purpose refused_at".split(),
    ),
}
SEALED = {ENTRIES: SEALED_ENTRIES, LOOKS: SEALED_LOOKS}
"""Chain to its kinds of link: the table, and the columns that a link of that kind seals."""
WAITS_AT_MOST = "interval '1 hour'"
"""A look is sealed some seconds after it was written; one that waits longer is asked about."""
Row = dict[str, Any]
Rows = dict[UUID, Row]
About = list[tuple[UUID, str]]
"""Descriptions, each with the area that its row says."""
Roots = dict[str, dict[int, tuple[str, str]]]
"""Chain to link number to (digest, when published)."""


class Instant(str):
    """A timestamp in canonical form."""


@dataclass(kw_only=True)
class Report:
    """What was found. ``problems`` are (link number or None, sentence)."""

    problems: list[tuple[int | None, str]] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)
    lengths: dict[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def add(self, seq: int | None, sentence: str) -> None:
        self.problems.append((seq, sentence))

    @property
    def intact(self) -> bool:
        return not self.problems

    @property
    def sentences(self) -> list[str]:
        """Every problem once, the first along the chain first; what no link seals comes last."""
        ordered = sorted(self.problems, key=lambda found: (found[0] is None, found[0] or 0))
        return list(dict.fromkeys(sentence for _, sentence in ordered))


def canonical(value: Any) -> bytes:
    """Tag, length in bytes, colon, body: as docs/reference/chain.md says."""
    tag, body = _tagged(value)
    return b"%s%d:%s" % (tag, len(body), body)


def _tagged(value: Any) -> tuple[bytes, bytes]:
    if value is None:
        return b"n", b""
    if isinstance(value, bool):
        return b"b", b"1" if value else b"0"
    if isinstance(value, int | Decimal):
        digits = format(Decimal(value), "f")
        digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
        return b"i", (digits if digits != "-0" else "0").encode()
    if isinstance(value, str):
        return b"t" if isinstance(value, Instant) else b"s", value.encode()
    if isinstance(value, UUID):
        return b"u", str(value).encode()
    if isinstance(value, dict):
        pairs = sorted((key.encode(), item) for key, item in value.items())
        return b"d", b"".join(canonical(key.decode()) + canonical(item) for key, item in pairs)
    if isinstance(value, list):
        return b"l", b"".join(canonical(item) for item in value)
    return b"x", bytes(value)


class _InstantLoader(TextLoader):
    """``2026-03-03 12:00:00.5+00`` as canonical text; what else a column may hold (infinity) stays plain text."""

    def load(self, data: Any) -> str:
        text = bytes(data).decode()
        parts = re.fullmatch(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00", text)
        return Instant(f"{parts[1]}T{parts[2]}.{(parts[3] or '').ljust(6, '0')}Z") if parts else text


@dataclass
class Link:
    seq: int
    kind: str
    subject: UUID
    payload: bytes
    previous: bytes
    digest: bytes

    def __str__(self) -> str:
        return f"link {self.seq} ({self.kind} {self.subject})"


def read_roots(lines: Iterable[str], report: Report) -> Roots:
    """The roots file, line by line: chain, link number, digest, moment."""
    roots: Roots = {}
    for number, line in enumerate(lines, start=1):
        if not (words := re.fullmatch(r"(\S+) ([0-9]{1,18}) ([0-9a-f]{64}) (\S+)", line.strip())):
            report.add(None, f"Line {number} of the roots file is not a root.")
            continue
        chain, seq, digest, at = words[1], int(words[2]), words[3], words[4]
        held = roots.setdefault(chain, {}).setdefault(seq, (digest, at))
        if held[0] != digest:
            report.add(
                seq, f"The roots file says two things of link {seq} of {chain}, at {held[1]} and at {at}."
            )
    return roots


class Chain:
    """Walks one chain in its order."""

    def __init__(self, name: str, published: dict[int, tuple[str, str]], report: Report) -> None:
        self.name, self.published, self.report = name, published, report
        self.seq, self.digest = 0, bytes(32)
        self.since: list[Link] = []
        """The links after the last one that was published."""

    def take(self, link: Link) -> None:
        expected = self.seq + 1
        if link.seq != expected:
            gone = f"link {expected}" if link.seq == expected + 1 else f"links {expected} to {link.seq - 1}"
            self._add(expected, f"{gone} removed, before {link}.")
        elif link.previous != self.digest:
            self._add(link.seq, f"{link} does not follow the one before it: moved, or put in.")
        sealed = [self.name, link.seq, link.kind, link.subject, link.payload, link.previous]
        if hashlib.sha256(LINK_TAG + canonical(sealed)).digest() != link.digest:
            self._add(link.seq, f"{link} was altered, or is not in its place.")
        self.seq, self.digest = link.seq, link.digest
        self.since.append(link)
        if link.seq in self.published:
            self._compare(link, *self.published[link.seq])

    def _compare(self, link: Link, digest: str, at: str) -> None:
        first = self.since[0]
        if digest != link.digest.hex():
            where = str(link) if first is link else f"something from {first} to {link}"
            self._add(first.seq, f"{where} is not what was published at {at}: history was replaced.")
        self.since = []

    def end(self, latest: dict[int, tuple[str, str]]) -> None:
        """``published`` was read before the snapshot, ``latest`` after it: nothing that was written between misleads."""
        last = max(self.published, default=0)
        if last > self.seq:
            what = f"ends at link {self.seq}, but link {last} was published at {self.published[last][1]}"
            self._add(self.seq + 1, f"{what}: the tail was cut off, or this is an old backup.")
        if max(latest, default=0) < self.seq:
            what = f"from {self.since[0]} on nothing was published" if self.since else "nothing was published"
            why = "somebody wrote to the database by another way, or publishing failed (the application's log says so)"
            self._add(max(latest, default=0) + 1, f"{what}: {why}.")
        self.report.lengths[self.name] = self.seq

    def _add(self, seq: int, sentence: str) -> None:
        self.report.add(seq, f"Chain {self.name}: {sentence}")


class Sealed:
    """Compares links of one chain with the rows that they seal."""

    def __init__(self, name: str, connection: psycopg.Connection[Any], report: Report) -> None:
        self.name, self.connection, self.report = name, connection, report
        self.kinds = SEALED[name]

    def compare(self, links: list[Link]) -> None:
        rows = self._rows_of(links)
        for link in links:
            self._is_as_sealed(link, rows.get(link.kind, {}).get(link.subject))

    def _rows_of(self, links: list[Link]) -> dict[str, Rows]:
        subjects = {kind: [link.subject for link in links if link.kind == kind] for kind in self.kinds}
        return {kind: self._rows(*self.kinds[kind], "id", ids) for kind, ids in subjects.items()}

    def _is_as_sealed(self, link: Link, row: Row | None) -> bool:
        what = f"The {link.kind} {link.subject}"
        if link.kind not in self.kinds:
            self.report.add(link.seq, f"{what} is of a kind that a ledger does not have (link {link.seq}).")
        elif row is None:
            self.report.add(link.seq, f"{what} was removed; link {link.seq} seals it.")
        elif canonical(row) != link.payload:
            self.report.add(link.seq, f"{what} was altered; link {link.seq} seals it.")
        else:
            return True
        return False

    def look_for_strangers(self) -> None:
        """Rows that no link seals, and rows that are sealed twice."""
        for kind, (table, _) in self.kinds.items():
            missing = "SELECT FROM kernel_chain_link l WHERE (l.subject, l.kind, l.chain) = (t.id, %s, %s)"
            query = (
                f"SELECT t.id FROM {table} t WHERE NOT EXISTS ({missing}) {self._may_wait()} ORDER BY t.id"  # noqa: S608
            )
            for (id,) in self.connection.execute(query.encode(), [kind, self.name]):
                self.report.add(None, f"The {kind} {id} was put in: no link seals it.")
        twice = """SELECT min(seq), kind, subject FROM kernel_chain_link WHERE chain = %s
            GROUP BY kind, subject HAVING count(*) > 1"""
        for seq, kind, subject in self.connection.execute(twice, [self.name]):
            self.report.add(seq, f"The {kind} {subject} is sealed twice.")

    def _may_wait(self) -> str:
        """Only looks are sealed some seconds after they were written."""
        if self.name != LOOKS:
            return ""
        waits = f"u.id = t.id AND u.put_at > now() - {WAITS_AT_MOST}"
        return f"AND NOT EXISTS (SELECT FROM access_unsealed u WHERE {waits})"

    def _rows(self, table: str, columns: list[str], key: str, ids: list[UUID]) -> Rows:
        query = f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = ANY(%s)"  # noqa: S608
        with self.connection.cursor(row_factory=dict_row) as cursor:
            return {row[key]: row for row in cursor.execute(query.encode(), [ids])} if ids else {}


class Ledger(Sealed):
    """The same of the chain of entries, and of the content that their headers commit to."""

    def __init__(self, name: str, connection: psycopg.Connection[Any], report: Report) -> None:
        super().__init__(name, connection, report)
        self.envelopes = self._read_envelopes()
        query = "SELECT subject FROM kernel_chain_link WHERE chain = %s AND kind = 'disposal'"
        self.certified = {subject for (subject,) in connection.execute(query, [ENTRIES])}

    def compare(self, links: list[Link]) -> None:
        rows = self._rows_of(links)
        ids, columns = list(rows["entry"]), [*CONTENT, "entry_id", "envelope_id", "salt"]
        contents = self._rows("chronology_entry_content", columns, "entry_id", ids)
        certificates, about = self._rows("chronology_disposal", DISPOSAL, "entry_id", ids), self._about(ids)
        for link in links:
            row, id = rows.get(link.kind, {}).get(link.subject), link.subject
            if self._is_as_sealed(link, row) and row and link.kind == "entry":
                found = contents.get(id), about.get(id, []), certificates.get(id)
                if problem := self._content_problem(row, *found):
                    self.report.add(link.seq, f"The content of entry {id} (link {link.seq}) {problem}.")

    def _content_problem(self, header: Row, content: Row | None, about: About, erased: Row | None) -> str:
        """What is wrong with an entry's content, as the end of a sentence; empty where it is whole or lawfully gone."""
        if content is None:
            return self._erasure_problem(header, about, erased)
        if erased is not None:
            return "was erased by certificate, and is there again"
        if self._commitment(content, about) != header["commitment"]:
            return "was altered"
        same_area = {content["area"], *(area for _, area in about)} == {header["area"]}
        return "" if same_area else "was given another area"

    def _erasure_problem(self, header: Row, about: About, erased: Row | None) -> str:
        if erased is None or erased["id"] not in self.certified:
            return "was removed without a sealed certificate"
        if erased["commitment"] != header["commitment"]:
            return "had been altered before it was erased"
        if about:
            return "was erased, and whom it is about was put in since"
        by = f"at {erased['disposed_at']} by {erased['disposed_by']}"
        self.report.erased.append(f"entry {header['id']}: {erased['basis']}, {by}")
        return ""

    def _commitment(self, content: Row, about: About) -> bytes | None:
        """The commitment of what is there now; None where it is not even readable."""
        envelope = content["envelope_id"]
        try:
            said = {name: content[name] for name in CONTENT}
            said["details"] = json.loads(content["details"], parse_float=Decimal)
            said["about"] = sorted(description for description, _ in about)
            said["envelope"] = self.envelopes.get(envelope, {}) if envelope else None
            return hashlib.sha256(COMMITMENT_TAG + content["salt"] + canonical(said)).digest()
        except (ValueError, RecursionError):
            return None

    def look_for_strangers(self) -> None:
        """The same, and content of no entry."""
        super().look_for_strangers()
        for table in ("chronology_entry_content", "chronology_entry_about"):
            missing = "SELECT FROM chronology_entry e WHERE e.id = t.entry_id"
            query = f"SELECT DISTINCT t.entry_id FROM {table} t WHERE NOT EXISTS ({missing})"  # noqa: S608
            for (id,) in self.connection.execute(query.encode()):
                self.report.add(None, f"Content of the entry {id} is there, and the entry is not.")

    def _about(self, ids: list[UUID]) -> dict[UUID, About]:
        about: dict[UUID, About] = {}
        query = "SELECT entry_id, description_id, area FROM chronology_entry_about WHERE entry_id = ANY(%s)"
        for entry, description, area in self.connection.execute(query, [ids]):
            about.setdefault(entry, []).append((description, area))
        return about

    def _read_envelopes(self) -> Rows:
        """What a content binds of its envelope, the digest taken anew from the body."""
        envelopes: Rows = {}
        query = f"SELECT {', '.join(ENVELOPE)}, body FROM chronology_envelope"  # noqa: S608
        with self.connection.cursor("envelopes", row_factory=dict_row) as cursor:
            cursor.itersize = 50
            for row in cursor.execute(query.encode()):
                row["digest"] = hashlib.sha256(row.pop("body")).digest()
                envelopes[row["id"]] = row
        return envelopes


def verify(
    connection: psycopg.Connection[Any],
    read_lines: Callable[[], Iterable[str]],
    wait: Callable[[float], None] = time.sleep,
) -> Report:
    """Walk every chain in the connection's snapshot. ``read_lines`` gives the roots file as it is when called."""
    report = Report()
    published = read_roots(read_lines(), report)
    connection.adapters.register_loader("timestamptz", _InstantLoader)
    connection.adapters.register_loader("jsonb", TextLoader)
    connection.execute("SET LOCAL TimeZone = 'UTC'")
    connection.execute("SET LOCAL DateStyle = 'ISO'")
    names = {name for (name,) in connection.execute("SELECT DISTINCT chain FROM kernel_chain_link")}
    chains = [_walk(connection, name, published, report) for name in sorted({*names, *published, *SEALED})]
    if any(chain.seq > max(chain.published, default=0) for chain in chains):
        wait(1)  # what was committed a moment ago is still being published
    latest = read_roots(read_lines(), Report())
    for chain in chains:
        chain.end(latest.get(chain.name, {}))
    _look_at_guards(connection, report)
    return report


def _walk(connection: psycopg.Connection[Any], name: str, published: Roots, report: Report) -> Chain:
    chain = Chain(name, published.get(name, {}), report)
    walked = {ENTRIES: Ledger, LOOKS: Sealed}.get(name)
    sealed = walked(name, connection, report) if walked else None
    for links in _links(connection, name):
        for link in links:
            chain.take(link)
        if sealed:
            sealed.compare(links)
    if sealed:
        sealed.look_for_strangers()
    return chain


def _links(connection: psycopg.Connection[Any], name: str) -> Iterator[list[Link]]:
    columns = "seq, kind, subject, payload, previous, digest"
    query = f"SELECT {columns} FROM kernel_chain_link WHERE chain = %s ORDER BY seq"  # noqa: S608
    with connection.cursor("links") as cursor:
        cursor.execute(query.encode(), [name])
        while rows := cursor.fetchmany(AT_ONCE):
            yield [Link(*row) for row in rows]


def _look_at_guards(connection: psycopg.Connection[Any], report: Report) -> None:
    """Triggers that were switched off prove nothing, but somebody should ask why."""
    tables = [
        "kernel_chain_link",
        "chronology_entry_content",
        "chronology_entry_about",
        "chronology_envelope",
    ]
    query = """SELECT t.name FROM unnest(%s::text[]) t(name) WHERE NOT EXISTS (SELECT FROM pg_trigger g
        WHERE g.tgrelid = to_regclass(t.name) AND NOT g.tgisinternal AND g.tgenabled IN ('O', 'A')) ORDER BY 1"""
    for (table,) in connection.execute(
        query, [[*tables, *(table for kinds in SEALED.values() for table, _ in kinds.values())]]
    ):
        report.remarks.append(f"The triggers that guard {table} are missing or switched off: ask why.")


def tell(report: Report) -> str:
    """The report as a person reads it."""
    lines = [f"{name}: {length:,} links" for name, length in sorted(report.lengths.items())]
    if report.intact:
        lines.append("Everything agrees: nothing that is sealed was altered, removed, put in or moved.")
    else:
        first, *others = report.sentences
        lines += [f"NOT INTACT. First: {first}", *(f"Also: {sentence}" for sentence in others[:MOST_SHOWN])]
        lines += [f"... and {len(others) - MOST_SHOWN} more."] * (len(others) > MOST_SHOWN)
    lines.append(f"Lawfully erased, with a sealed certificate: {len(report.erased)}")
    lines += [f"  {sentence}" for sentence in report.erased[:MOST_SHOWN]]
    return "\n".join([*lines, *report.remarks, CANNOT_EXCLUDE])


def main(arguments: list[str] | None = None) -> int:
    """The command. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Verify a Kith ledger.")
    parser.add_argument("--database", required=True, help="postgresql://user@host/database, as who may read")
    parser.add_argument("--roots", required=True, type=Path, help="the file in which roots are published")
    given = parser.parse_args(arguments)
    try:
        with psycopg.connect(given.database) as connection:
            connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.read_only = True
            report = verify(connection, lambda: given.roots.read_text(errors="replace").splitlines())
    except (psycopg.Error, OSError) as problem:
        print(f"NOT VERIFIED: {problem}")
        return 1
    print(tell(report))
    return 0 if report.intact else 1


if __name__ == "__main__":
    sys.exit(main())
