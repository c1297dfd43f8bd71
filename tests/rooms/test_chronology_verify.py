"""The verifier finds whatever was tampered with, and tells lawful erasure from it."""

import ast
import json
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from kith.chronology import models, queries, sealing, verifier
from kith.chronology.operations import append_many, correct, dispose, keep_envelope, tell, withdraw
from kith.chronology.types import Reference
from kith.kernel import canonical, chain, commitment
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from tests.rooms.chronology_forging import LAST, LINK_OF_ENTRY, forgeries
from tests.rooms.chronology_tampering import Ledger, tamperings
from tests.rooms.chronology_world import ADA, AREA, RUTH, SAM, described, new, on, person, say

JANUARY, FEBRUARY, MARCH, APRIL = (on(f"10 {month} 2026") for month in ("Jan", "Feb", "Mar", "Apr"))
AT_LEAST = 50


@pytest.fixture
def roots(settings, tmp_path) -> Path:
    settings.KITH_ROOTS_FILE = str(tmp_path / "roots.txt")
    return tmp_path / "roots.txt"


@pytest.fixture
def ledger(transactional_db, test_database, roots) -> Ledger:
    """Nine entries with all that can belong to one; one of them was lawfully erased."""
    hers, bens = described(person("Amira")), described(person("Ben"))
    plain = [
        say(
            hers,
            JANUARY,
            text=f"Number {number}.",
            childs_words="I was scared.",
            details={"child_present": True},
        )
        for number in range(4)
    ]
    envelope = keep_envelope(area=AREA, media_type="text/xml", body=b"<ppn/>", by=SAM, at=FEBRUARY)
    with_envelope = say(hers, FEBRUARY, envelope=envelope, sender_key="PPN-1")
    third = say(hers, FEBRUARY, text="Another.")
    known_to = tell(third, agency="school", by=SAM, at=MARCH)
    answer = say(hers, MARCH, kind="other", references=(Reference(to=third, relation="about"),))
    corrected = correct(third, new(hers, happened=FEBRUARY), because="Wrong day.", by=SAM, at=MARCH)
    erased = say(hers, MARCH, text="To be erased.")
    reference = models.EntryReference.objects.get(entry_id=answer).id
    with psycopg.connect(test_database.url) as administrator:
        query = "SELECT * FROM chronology_entry_content WHERE entry_id = %s"
        content = administrator.execute(query, [erased]).fetchone()
    with test_database.acting_as("disposal"):
        certificate = dispose(erased, basis="Kept until the 25th birthday.", by=RUTH, at=APRIL)
    return Ledger(
        entries=[*plain, with_envelope, third, answer, corrected],
        first_known_to=models.EntryKnownTo.objects.get(entry_id=plain[0]).id,
        known_to=known_to,
        reference=reference,
        envelope=envelope,
        with_envelope=with_envelope,
        erased=erased,
        certificate=certificate,
        description=hers,
        other_description=bens,
        erased_content=tuple(json.dumps(value) if isinstance(value, dict) else value for value in content),
    )


def verify(connection, roots):
    return verifier.verify(connection, lambda: roots.read_text().splitlines(), wait=lambda seconds: None)


def test_an_honest_ledger_with_a_lawful_erasure_is_intact(ledger, test_database, roots):
    with psycopg.connect(test_database.url_as("asker")) as reader:
        report = verify(reader, roots)
    assert report.intact, report.sentences
    assert report.lengths == {"entries": LAST, "looks": 0}
    (erased,) = report.erased
    assert str(ledger.erased) in erased
    assert "Kept until the 25th birthday." in erased
    assert str(RUTH.id) in erased


def test_every_tampering_is_found_and_the_first_thing_named(ledger, test_database, roots):
    planted = [*tamperings(), *forgeries()]
    assert len(planted) >= AT_LEAST
    assert len({tampering.sort for tampering in planted}) >= 10
    missed, misnamed = [], []
    for tampering in planted:
        with psycopg.connect(test_database.url) as administrator:
            administrator.execute("SET LOCAL session_replication_role = replica")
            tampering.do(administrator.cursor(), ledger)
            report = verify(administrator, roots)
            administrator.rollback()
        where = f"{tampering.sort}: {tampering.name}"
        if report.intact:
            missed.append(where)
        elif str(tampering.names(ledger)) not in report.sentences[0]:
            misnamed.append((where, str(tampering.names(ledger)), report.sentences[0]))
    with psycopg.connect(test_database.url) as administrator:
        assert verify(administrator, roots).intact, "nothing is left of them"
    assert missed == []
    assert misnamed == []
    print(f"\n{len(planted)} of {len(planted)} tamperings found:", dict(Counter(one.sort for one in planted)))


def test_the_command_says_intact_and_what_it_cannot_exclude(ledger, test_database, roots):
    done = run(test_database.url_as("asker"), roots)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Everything agrees" in done.stdout
    assert "What this cannot exclude" in done.stdout
    assert "Lawfully erased, with a sealed certificate: 1" in done.stdout


def test_the_command_names_what_was_altered_and_fails(ledger, test_database, roots):
    with psycopg.connect(test_database.url) as administrator:
        administrator.execute("SET session_replication_role = replica")
        administrator.execute(
            "UPDATE chronology_entry_content SET text = 'x' WHERE entry_id = %s", [ledger.entry]
        )
    done = run(test_database.url_as("asker"), roots)
    assert done.returncode == 1
    assert (
        f"NOT INTACT. First: The content of entry {ledger.entry} (link {LINK_OF_ENTRY}) was altered."
        in done.stdout
    )


@pytest.mark.parametrize("missing", ["roots", "database"])
def test_the_command_fails_where_it_cannot_verify(transactional_db, test_database, tmp_path, missing):
    (tmp_path / "roots.txt").write_text("")
    url = test_database.url_as("asker") if missing == "roots" else "postgresql://nobody@127.0.0.1:1/none"
    done = run(url, tmp_path / ("none.txt" if missing == "roots" else "roots.txt"))
    assert done.returncode == 1
    assert "NOT VERIFIED" in done.stdout


def run(url, roots):
    command = [sys.executable, "-I", verifier.__file__, "--database", url, "--roots", str(roots)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_triggers_that_were_switched_off_are_remarked(ledger, test_database, roots):
    with psycopg.connect(test_database.url) as administrator:
        administrator.execute("ALTER TABLE chronology_entry DISABLE TRIGGER ALL")
        report = verify(administrator, roots)
        administrator.rollback()
    assert report.intact
    assert report.remarks == [
        "The triggers that guard chronology_entry are missing or switched off: ask why."
    ]


def test_a_roots_file_that_says_two_things_is_not_trusted(ledger, test_database, roots):
    lines = roots.read_text().splitlines()
    other = lines[2].split()
    lines.append(" ".join([other[0], other[1], "0" * 64, other[3]]))
    with psycopg.connect(test_database.url) as administrator:
        report = verifier.verify(administrator, lambda: [*lines, "rubbish"], wait=lambda seconds: None)
    assert any("says two things" in sentence for sentence in report.sentences)
    assert any("is not a root" in sentence for sentence in report.sentences)


def test_what_is_committed_while_it_runs_misleads_nobody(ledger, test_database, roots):
    """The file is read before the snapshot and after it: roots of later commits are there the second time."""
    before = roots.read_text().splitlines()
    readings = iter([before, [*before, f"entries {LAST + 5} {'0' * 64} 2026-05-01T00:00:00.000000Z"]])
    with psycopg.connect(test_database.url) as administrator:
        report = verifier.verify(administrator, lambda: next(readings), wait=lambda seconds: None)
    assert report.intact, report.sentences


def test_what_is_being_published_is_waited_for_once(ledger, test_database, roots):
    lines = roots.read_text().splitlines()
    readings, waits = iter([lines[:-1], lines]), []
    with psycopg.connect(test_database.url) as administrator:
        report = verifier.verify(administrator, lambda: next(readings), wait=waits.append)
    assert report.intact, report.sentences
    assert waits == [1]


def test_another_chain_is_walked_too(ledger, test_database, roots):
    with transaction.atomic():
        items = [chain.NewLink(kind="look", subject=new_id(), payload="x") for _ in range(3)]
        chain.append_links(chain="others", items=items, at=APRIL)
    with psycopg.connect(test_database.url) as administrator:
        assert verify(administrator, roots).lengths == {"entries": LAST, "looks": 0, "others": 3}
        administrator.execute("SET LOCAL session_replication_role = replica")
        administrator.execute("UPDATE kernel_chain_link SET payload = 'y' WHERE chain = 'others' AND seq = 2")
        report = verify(administrator, roots)
        administrator.rollback()
    assert "Chain others: link 2 " in report.sentences[0]


# ── erasure ───────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_of_an_erased_entry_is_left_but_its_header(ledger, test_database):
    assert queries.entry(ledger.erased) is None
    for model in (models.EntryContent, models.EntryAbout):
        assert not model.objects.filter(entry_id=ledger.erased).exists()
    assert models.Entry.objects.filter(id=ledger.erased).exists()
    certificate = queries.certificate(entry=ledger.erased)
    assert (certificate.basis, certificate.disposed_by) == ("Kept until the 25th birthday.", RUTH.id)


def test_an_envelope_goes_with_the_last_entry_that_rests_on_it(transactional_db, test_database, roots):
    hers = described(person())
    envelope = keep_envelope(area=AREA, media_type="text/xml", body=b"<ppn/>", by=SAM, at=JANUARY)
    first, second = (say(hers, JANUARY, envelope=envelope) for _ in range(2))
    with test_database.acting_as("disposal"):
        dispose(first, basis="Retention.", by=RUTH, at=APRIL)
    assert queries.envelope(id=envelope) is not None
    with test_database.acting_as("disposal"):
        dispose(second, basis="Retention.", by=RUTH, at=APRIL)
    assert queries.envelope(id=envelope) is None
    with psycopg.connect(test_database.url) as administrator:
        assert verify(administrator, roots).intact


def test_pages_may_not_erase(transactional_db):
    entry = say(described(person()), JANUARY)
    with pytest.raises(Refused, match="Only the disposal role"):
        dispose(entry, basis="Retention.", by=RUTH, at=APRIL)
    assert queries.entry(entry) is not None


def test_an_erasure_has_a_basis_and_happens_once(ledger, test_database):
    with test_database.acting_as("disposal"):
        with pytest.raises(BadInput):
            dispose(ledger.entry, basis=" ", by=RUTH, at=APRIL)
        with pytest.raises(BadInput, match="erased before"):
            dispose(ledger.erased, basis="Again.", by=RUTH, at=APRIL)


def test_an_erased_entry_is_referred_to_by_nothing_new(ledger):
    with pytest.raises(BadInput, match="lawfully erased"):
        say(ledger.description, APRIL, references=(Reference(to=ledger.erased, relation="about"),))
    with pytest.raises(BadInput, match="erased"):
        withdraw(ledger.erased, because="Wrong.", by=SAM, at=APRIL)


# ── the verifier stands alone, and knows the same as Kith ─────────────────────────────────────────────────


def test_the_verifier_imports_nothing_of_kith():
    tree = ast.parse(Path(verifier.__file__).read_text(encoding="utf-8"))
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [one.name for one in node.names]
        )
    }
    assert imported <= {*sys.stdlib_module_names, "psycopg"}


def columns(model):
    return [field.column for field in model._meta.concrete_fields]


def test_every_column_of_an_entry_is_sealed():
    apart = {"entry_id", "salt", "envelope_id"}
    assert list(sealing.CONTENT_FIELDS) == verifier.CONTENT
    assert set(columns(models.EntryContent)) - apart == set(verifier.CONTENT)
    assert set(columns(models.Envelope)) - {"body"} == set(verifier.ENVELOPE)
    for kind, model in (
        ("entry", models.Entry),
        ("known_to", models.EntryKnownTo),
        ("reference", models.EntryReference),
        ("disposal", models.Disposal),
    ):
        table, sealed = verifier.SEALED_ENTRIES[kind]
        assert table == model._meta.db_table
        assert set(sealed) == set(columns(model))


def test_the_tags_are_the_same():
    assert chain.LINK_TAG == verifier.LINK_TAG
    assert commitment.COMMITMENT_TAG == verifier.COMMITMENT_TAG
    assert sealing.CHAIN == verifier.ENTRIES


text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
number = st.floats(allow_nan=False, allow_infinity=False, width=32) | st.integers(-(10**12), 10**12)
details = st.recursive(
    st.none() | st.booleans() | number | text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3),
    max_leaves=10,
)


@given(details)
def test_both_make_the_same_bytes_of_details_that_went_through_the_database(value):
    read_back = json.loads(json.dumps(value), parse_float=Decimal)
    assert canonical.canonical(value) == verifier.canonical(read_back)


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30)))  # noqa: DTZ001
def test_both_make_the_same_bytes_of_an_instant(at):
    sent = at.isoformat(sep=" ").replace("+00:00", "+00").encode()
    loaded = verifier._InstantLoader(0).load(sent)
    assert verifier.canonical(loaded) == canonical.canonical(at)


def test_both_make_the_same_bytes_of_the_rest():
    id = UUID(int=5)
    for value in (None, True, b"\x00", id, "Zoë", [id, "a"], {"b": 1, "a": None}):
        assert verifier.canonical(value) == canonical.canonical(value)


def test_a_batch_is_one_root_and_still_verifies(transactional_db, test_database, roots):
    hers = described(person())
    append_many([new(hers, happened=JANUARY) for _ in range(300)], by=ADA, at=FEBRUARY)
    assert len(roots.read_text().splitlines()) == 1
    with psycopg.connect(test_database.url) as administrator:
        report = verify(administrator, roots)
    assert report.intact, report.sentences
    assert report.lengths == {"entries": 600, "looks": 0}
