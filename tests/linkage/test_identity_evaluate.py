"""``identity evaluate`` on a tiny registry: the shape of its answers, rows with trouble, and files that are not there."""

import csv
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import psycopg
import pytest

from kith.identity import lookup, models
from kith.identity.commonness import AS_IN_A_TOWN
from kith.identity.keys import matching_keys
from kith.identity.traits import as_kept, traits_of
from kith.identity.types import NewDescription
from kith.linkage import evaluate as evaluating
from kith.linkage import loading
from kith.linkage.command import asked, run
from kith.linkage.people_file import COLUMNS

pytestmark = pytest.mark.django_db(transaction=True)
MILLION = 1_000_000
ROOT = Path(__file__).resolve().parents[2]
AMIRA = {
    "record_id": "r1", "agency": "school", "received": "2026-01-05", "first_name": "Amira", "last_name": "Rahman",
    "dob": "2019-05-03", "sex": "female", "postcode": "ZZ1 4PJ", "address": "12 High Street", "guardian_names": "Leila Rahman",
}  # fmt: skip
LEO = AMIRA | {"record_id": "r3", "first_name": "Leo", "last_name": "Brandt", "dob": "2013-09-09", "sex": "male",
               "postcode": "ZZ2 2ZZ", "address": "7 Mill Lane", "guardian_names": "Anna Brandt"}  # fmt: skip
REGISTRY = [
    AMIRA,
    AMIRA | {"record_id": "r2", "agency": "gp", "first_name": "Ameera"},
    LEO,
    AMIRA | {"record_id": "r4", "first_name": "Amir", "sex": "male"},
]


def write(path: Path, rows: list[dict[str, str]], columns=COLUMNS) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def evaluated(tmp_path, test_database):
    """Ask queries of a registry; answers the exit status and the rows of the answers."""

    def evaluate(queries, registry=REGISTRY):
        write(tmp_path / "registry.csv", registry)
        write(tmp_path / "queries.csv", queries)
        return ask()

    def ask(out=tmp_path / "results.csv"):
        status = run(asked(["evaluate", str(tmp_path), "--out", str(out)]), admin_url=test_database.url)
        if not out.exists():
            return status, []
        with out.open(encoding="utf-8", newline="") as file:
            return status, list(csv.DictReader(file))

    evaluate.ask, evaluate.folder = ask, tmp_path
    return evaluate


def test_there_is_a_row_for_each_candidate_record_the_best_first(evaluated):
    status, rows = evaluated([AMIRA | {"record_id": "q1", "agency": "police"}])
    assert status == 0
    assert list(rows[0]) == ["query_id", "decision", "rank", "record_id", "weight"]
    assert {row["query_id"] for row in rows} == {"q1"}
    assert [row["rank"] for row in rows] == [str(one) for one in range(1, len(rows) + 1)]
    assert rows[0]["record_id"] == "r1"
    assert {row["record_id"] for row in rows} == {"r1", "r2", "r4"}
    weights = [float(row["weight"]) for row in rows]
    assert weights == sorted(weights, reverse=True)
    assert len({row["decision"] for row in rows}) == 1


def test_each_query_is_decided_alone_and_in_order(evaluated):
    _, rows = evaluated(
        [
            LEO | {"record_id": "q1"},
            LEO | {"record_id": "q2", "first_name": "", "guardian_names": ""},
            AMIRA | {"record_id": "q3", "first_name": "Ngozi", "last_name": "Okafor", "dob": "2001-02-03",
                     "postcode": "", "address": "", "guardian_names": ""},
        ]
    )  # fmt: skip
    decisions = {row["query_id"]: row["decision"] for row in rows}
    assert list(decisions.items()) == [("q1", "link"), ("q2", "review"), ("q3", "new")]
    assert [row for row in rows if row["query_id"] == "q3"] == [
        {"query_id": "q3", "decision": "new", "rank": "", "record_id": "", "weight": ""}
    ]


def test_what_is_said_of_a_query_does_not_depend_on_the_queries_before_it(evaluated):
    queries = [AMIRA | {"record_id": f"q{one}", "agency": "police"} for one in range(5)]
    _, rows = evaluated(queries)
    answers = [
        [(row["record_id"], row["weight"]) for row in rows if row["query_id"] == one["record_id"]]
        for one in queries
    ]
    assert all(one == answers[0] for one in answers)


def test_queries_are_never_kept(evaluated):
    evaluated([AMIRA | {"record_id": "q1"}, LEO | {"record_id": "q2"}])
    assert models.Lookup.objects.count() == len(REGISTRY)
    assert not models.Description.objects.exists()


def test_rows_with_trouble_are_listed_and_the_rest_goes_on(evaluated, capsys):
    registry = [
        *REGISTRY,
        AMIRA | {"record_id": ""},
        AMIRA | {"record_id": "r1"},
        LEO | {"record_id": "r9", "dob": "2019-02-30"},
    ]
    status, rows = evaluated([LEO | {"record_id": "q1", "dob": "soon"}, LEO | {"record_id": "q2"}], registry)
    told = capsys.readouterr()
    assert status == 0
    assert {row["query_id"] for row in rows} == {"q1", "q2"}
    assert told.err.splitlines() == [
        "kith: registry.csv, line 6: It has no record_id, and is left out.",
        "kith: registry.csv, line 7: Its record_id has come before, and it is left out.",
        "kith: registry.csv, line 8: Its dob is no date, and counts as not said.",
        "kith: queries.csv, line 2: Its dob is no date, and counts as not said.",
    ]
    assert "loaded 5 records of " in told.out
    assert "Brandt" not in told.err + told.out


def test_no_more_than_twenty_troubles_are_listed_and_the_others_counted(evaluated, capsys):
    evaluated([LEO | {"record_id": f"q{one}", "dob": "soon"} for one in range(30)])
    assert "kith: 10 more rows had trouble" in capsys.readouterr().err


BAD = [
    {"record_id": "b1"},
    {"record_id": "b2", "first_name": "Baby", "last_name": "Unknown", "dob": "1900-01-01"},
    {
        "record_id": "b3",
        "first_name": "\x00\x01",
        "last_name": "王小明",
        "dob": "2019-02-30",
        "nhs_number": "9990000019",
    },
    {
        "record_id": "b4",
        "first_name": "محمد",
        "last_name": "😀" * 300,
        "dob": "9999-12-31",
        "received": "2026-01-01",
    },
    {"record_id": "b5", "first_name": "A" * 300, "address": "High Street " * 5_000, "upn": "A801200005001"},
    {
        "record_id": "b6",
        "first_name": "???",
        "last_name": "...",
        "dob": "0001-01-01",
        "guardian_names": ";;;-;",
    },
    {
        "record_id": "b7\n\t\\.",
        "first_name": "\\N\t{}\\.",
        "last_name": "\u202eRahman",
        "uprn": "0" * 50,
        "phone": "+",
    },
]


def test_whatever_stands_in_the_files_everybody_is_answered_and_nobody_is_linked_on_nothing(evaluated):
    queries = [one | {"record_id": f"q{place}"} for place, one in enumerate(BAD)]
    status, rows = evaluated(queries, [*REGISTRY, *BAD])
    assert status == 0
    assert {row["query_id"] for row in rows} == {one["record_id"] for one in queries}
    decided = {row["query_id"]: row["decision"] for row in rows}
    assert "link" not in {decided[f"q{place}"] for place in (0, 1, 2, 4, 5)}


def test_no_rows_at_all_are_no_trouble(evaluated):
    assert evaluated([], registry=[]) == (0, [])


@pytest.mark.parametrize("name", ["registry.csv", "queries.csv"])
def test_a_file_that_is_not_there_is_named(evaluated, capsys, name):
    for one in ("registry.csv", "queries.csv"):
        write(evaluated.folder / one, REGISTRY)
    (evaluated.folder / name).unlink()
    status, _ = evaluated.ask()
    assert status == 1
    assert name in capsys.readouterr().err


def test_a_column_that_is_not_there_is_named(evaluated, capsys):
    write(evaluated.folder / "registry.csv", REGISTRY, [one for one in COLUMNS if one not in ("dob", "upn")])
    write(evaluated.folder / "queries.csv", [])
    assert evaluated.ask() == (1, [])
    assert "It has no column dob, upn." in capsys.readouterr().err


def test_a_place_for_the_answers_that_is_not_there_is_named(evaluated, capsys):
    write(evaluated.folder / "registry.csv", REGISTRY)
    write(evaluated.folder / "queries.csv", [])
    status, _ = evaluated.ask(evaluated.folder / "nowhere" / "results.csv")
    assert status == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.slow
def test_more_than_can_be_compared_go_to_a_person(evaluated, monkeypatch):
    monkeypatch.setattr(lookup, "MOST_DESCRIPTIONS", 500)
    crowd = [
        {
            "record_id": f"r{one}",
            "first_name": "Mohammed",
            "last_name": "Khan",
            "dob": "2019-05-03",
            "phone": f"0160{one:07}",
        }
        for one in range(3_000)
    ]
    status, rows = evaluated([crowd[7] | {"record_id": "q1", "phone": ""}], crowd)
    assert status == 0
    assert {row["decision"] for row in rows} == {"review"}
    assert len(rows) == evaluating.MOST_RETURNED


@pytest.mark.slow
def test_a_concern_about_a_name_that_a_million_have_goes_to_a_person(test_database):
    """A million people whom every key brings together. They are loaded as they stand: linking them is another matter."""
    said = NewDescription(
        said_by="gp", said_by_area="file", full_name="Mohammed Khan", born_from=date(2019, 5, 3), born_to=date(2019, 5, 3)
    )  # fmt: skip
    traits = traits_of(said)
    line, keys = as_kept(traits), sorted(matching_keys(traits, area=evaluating.AREA))
    with psycopg.connect(test_database.url, autocommit=True) as admin:
        loading.fill(admin, lines=[line] * MILLION, keys=[keys] * MILLION, whose=range(MILLION))
    answer = evaluating.ask(said, common=AS_IN_A_TOWN)
    assert answer.decision == "review"
    assert len(answer.records) == evaluating.MOST_RETURNED


@pytest.mark.slow
def test_the_command_itself_leaves_no_database_behind(evaluated, test_database):
    write(evaluated.folder / "registry.csv", REGISTRY)
    write(evaluated.folder / "queries.csv", [LEO | {"record_id": "q1"}])
    out = evaluated.folder / "results.csv"
    done = subprocess.run(
        [sys.executable, "-m", "kith.config.commands", "identity", "evaluate", str(evaluated.folder), "--out", str(out)],
        env=os.environ | {"KITH_SCRATCH_SERVER": test_database.url, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True, text=True, check=False, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "loaded 4 records of 3 people" in done.stdout
    with test_database.connect("owner") as connection:
        held = connection.execute(
            "SELECT datname FROM pg_database WHERE datname ~ '^kith_scratch_'"
        ).fetchall()
    assert not held
