"""Starts and stops a PostgreSQL server of our own, for the demo and the tests."""

import atexit
import contextlib
import fcntl
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from kith.config.end_with_parent import end_with_parent
from kith.config.postgres_programs import (
    Account,
    CannotStart,
    account,
    major_version,
    private_place,
    programs,
)
from kith.kernel.clock import now

__all__ = ["CannotStart", "Server", "start", "start_for_tests"]

LONGEST_WAIT = 60.0
"""Seconds in which a server must be ready, recovery after a crash included."""
TRIES = 6
WORTH_ANOTHER_TRY = ("shared memory", "postmaster.pid", "Address already in use")
"""What a server says while the last of one that was killed is still going away, or when its port was just taken."""
FASTER_THAN_SAFE = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
)
PLAIN_WORDS = (
    ("No space left on device", "There is no space left on the disk for PostgreSQL's data in {folder}."),
    (
        "Read-only file system",
        "PostgreSQL's data folder {folder} is read-only: run Kith from a folder you may write to.",
    ),
    ("Permission denied", "PostgreSQL's data folder {folder} may not be written to."),
    (
        "incompatible with server",
        "The data in {folder} was made by another PostgreSQL: remove that folder to start afresh.",
    ),
)


@dataclass(kw_only=True)
class Server:
    """A running server. ``url`` is its superuser's, on the loopback; ``stop`` may be called twice."""

    url: str
    data_dir: Path
    process: subprocess.Popen[bytes]
    lock: IO[str]
    after_stop: Callable[[], None] = field(default=lambda: None)

    def stop(self) -> None:
        """Shut down fast and cleanly; wait for it."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait(timeout=30)
        self.lock.close()
        self.after_stop()
        self.after_stop = lambda: None


def start(data_dir: Path, *, durable: bool) -> Server:
    """Start a server on ``data_dir``, made when it is not there yet.

    ``durable=False`` trades safety against a power cut for speed. Only the loopback is listened to, on a port
    that is free now, and a password of this folder's own is asked for. The server ends with this process,
    however this process ends. Raises ``CannotStart`` with one line that says what is wrong.
    """
    runs_it = account()
    try:
        home = _reachable(data_dir.absolute(), runs_it)
        lock = _only_one(home)
        _tidy(home)
        password = _password(home, runs_it)
        _make(home / "data", runs_it)
        return _start_with_patience(home, password, runs_it, durable, lock)
    except OSError as problem:
        raise CannotStart(_plain(f"{problem.strerror}: {problem}", data_dir)) from problem


def start_for_tests() -> Server:
    """A server in a temporary folder that goes with it: fast, and nothing survives."""
    _sweep(Path(tempfile.gettempdir()))
    folder = Path(tempfile.mkdtemp(prefix="kith-tests-"))
    try:
        folder.chmod(0o711)
        server = start(folder / "postgres", durable=False)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    server.after_stop = lambda: shutil.rmtree(folder, ignore_errors=True)
    atexit.register(server.stop)
    return server


def _sweep(place: Path) -> None:
    """Remove what test runs left that were killed: folders of ours, an hour old, which nobody holds."""
    for lock in place.glob("kith-tests-*/postgres/lock"):
        with contextlib.suppress(OSError), lock.open() as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            found = lock.stat()
            if found.st_uid == os.geteuid() and found.st_mtime < now().timestamp() - 3600:
                shutil.rmtree(lock.parents[1])


def _reachable(wanted: Path, runs_it: Account) -> Path:
    """The folder to use: the wanted one or, when the server's account cannot get there, one of ours that it can."""
    wanted.mkdir(parents=True, exist_ok=True)
    if not runs_it.drops_root:
        wanted.chmod(0o700)
        return wanted
    wanted.chmod(0o711)
    if runs_it.can_enter(wanted):
        return wanted
    elsewhere = private_place() / hashlib.sha256(bytes(wanted)).hexdigest()[:16]
    elsewhere.mkdir(mode=0o711, exist_ok=True)
    return elsewhere


def _only_one(home: Path) -> IO[str]:
    lock = (home / "lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.seek(0)
        raise CannotStart(
            f"Kith is already running on {home} (process {lock.read().strip()}): stop that one first."
        ) from None
    lock.truncate(0)
    lock.write(str(os.getpid()))
    lock.flush()
    return lock


def _tidy(home: Path) -> None:
    """Put away what a killed run left: half a cluster, and the lock file of a server that nobody has buried.

    A container without an init process leaves killed servers as zombies, which PostgreSQL takes for running ones.
    """
    shutil.rmtree(home / "unfinished", ignore_errors=True)
    left = home / "data" / "postmaster.pid"
    with contextlib.suppress(OSError, IndexError):
        state = Path(f"/proc/{left.read_text().split()[0]}/stat").read_text().rpartition(")")[2].split()[0]
        if state == "Z":
            left.unlink()


def _password(home: Path, runs_it: Account) -> str:
    kept = home / "password"
    if not kept.exists():
        with open(os.open(kept, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(16))
        os.chown(kept, runs_it.uid, runs_it.gid)
    return kept.read_text()


def _make(data: Path, runs_it: Account) -> None:
    """Make the cluster beside its place and move it there when it is whole, so that half a cluster is never found."""
    if data.exists():
        _check_version(data)
        return
    unfinished = data.with_name("unfinished")
    unfinished.mkdir(mode=0o700)
    os.chown(unfinished, runs_it.uid, runs_it.gid)
    command = [programs() / "initdb", "-D", unfinished, "-U", "postgres", "--encoding=UTF8", *_locale()]
    command += [
        "--no-sync",
        "--no-instructions",
        "--auth=scram-sha-256",
        f"--pwfile={data.with_name('password')}",
    ]
    options = runs_it.popen_options() | {"env": _environment(), "text": True}
    made = subprocess.run(command, capture_output=True, check=False, **options)  # type: ignore[call-overload]
    if made.returncode:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise CannotStart(_plain(made.stderr, data))
    unfinished.rename(data)


def _locale() -> list[str]:
    """Letters of every language, without asking the machine for a locale where the server brings its own."""
    if major_version(programs()) >= 17:
        return ["--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return ["--locale=C.UTF-8"]


def _check_version(data: Path) -> None:
    made_by = (data / "PG_VERSION").read_text().strip()
    ours = major_version(programs())
    if made_by != str(ours):
        raise CannotStart(
            f"The data in {data.parent} was made by PostgreSQL {made_by} and this is {ours}: remove that folder to start afresh."
        )


def _start_with_patience(home: Path, password: str, runs_it: Account, durable: bool, lock: IO[str]) -> Server:
    """Try a few times: what a killed server left behind goes away within seconds."""
    for attempt in range(1, TRIES + 1):
        port = _free_port()
        process = _launch(home, port, runs_it, durable)
        said = _wait_until_ready(process, home)
        if said is None:
            url = f"postgresql://postgres:{password}@127.0.0.1:{port}/postgres"
            return Server(url=url, data_dir=home, process=process, lock=lock)
        if attempt == TRIES or not any(words in said for words in WORTH_ANOTHER_TRY):
            break
        time.sleep(0.2 * 2**attempt)
    lock.close()
    raise CannotStart(_plain(said or "", home))


def _launch(home: Path, port: int, runs_it: Account, durable: bool) -> subprocess.Popen[bytes]:
    options = [
        "listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=", "max_connections=60", "max_locks_per_transaction=256", "jit=off",
        "timezone=UTC", "log_timezone=UTC", *(() if durable else FASTER_THAN_SAFE),
    ]  # fmt: skip
    flags = [part for option in options for part in ("-c", option)]
    with (home / "server.txt").open("wb") as output:
        process: subprocess.Popen[bytes] = subprocess.Popen(  # type: ignore[call-overload]
            [programs() / "postgres", "-D", home / "data", *flags],
            stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=_environment(),
            start_new_session=True, preexec_fn=end_with_parent, **runs_it.popen_options(),
        )  # fmt: skip
    return process


def _wait_until_ready(process: subprocess.Popen[bytes], home: Path) -> str | None:
    """None when it is ready, else what it said. The eighth line of postmaster.pid is the server's own word."""
    until = time.monotonic() + LONGEST_WAIT
    while time.monotonic() < until:
        if process.poll() is not None:
            return (home / "server.txt").read_text(errors="replace")
        with contextlib.suppress(OSError):
            lines = (home / "data" / "postmaster.pid").read_text().splitlines()
            if len(lines) >= 8 and lines[0] == str(process.pid) and lines[7].strip() == "ready":
                return None
        time.sleep(0.02)
    process.kill()
    process.wait()
    return f"not ready after {LONGEST_WAIT:.0f} seconds"


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _environment() -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LD_", "LANG"))
    }
    return {**kept, "LC_ALL": "C"}


def _plain(said: str, folder: Path) -> str:
    for words, sentence in PLAIN_WORDS:
        if words in said:
            return sentence.format(folder=folder)
    lines = [line for line in said.splitlines() if line.strip()]
    why = next(
        (line for line in lines if "FATAL" in line or "error:" in line),
        lines[-1] if lines else "no reason given",
    )
    return f"PostgreSQL did not start on {folder}: {why.strip()}"
