"""Show Kith with made-up families, on this machine alone: --port N, --fresh starts its data anew, --check walks it and stops."""

import argparse
import importlib
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kith.config import demo_check, embedded_postgres, running_demo
from kith.config.database_url import url_of_database

HOST = "127.0.0.1"
T = TypeVar("T")


def main(arguments: list[str]) -> int:
    """Start the database, migrate, load, serve until the keyboard's interrupt. Troubles are told in one line."""
    asked = _asked(arguments)
    began = time.monotonic()
    if _answers(asked.port):
        return _trouble(f"port {asked.port} is in use: try ./kith demo --port {asked.port + 1}")
    try:
        server = _database(asked.fresh)
    except embedded_postgres.CannotStart as problem:
        return _trouble(str(problem))
    except OSError as problem:
        return _trouble(f"{running_demo.FOLDER}: {problem.strerror}")
    try:
        _fill(url_of_database(server.url, "kith_demo"))
        return _serve(asked.port, began, check=asked.check)
    finally:
        running_demo.forget()
        server.stop()


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kith demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="the page's port on the loopback (8000)")
    parser.add_argument("--fresh", action="store_true", help="throw the demo's data away first")
    parser.add_argument(
        "--check", action="store_true", help="fetch sign-in, home, a child and the chronology, then stop"
    )
    return parser.parse_args(arguments)


def _trouble(sentence: str) -> int:
    print(f"kith: {sentence}", file=sys.stderr)
    return 1


def _database(fresh: bool) -> embedded_postgres.Server:
    folder = running_demo.FOLDER
    if fresh:
        if running_demo.database_url():
            raise embedded_postgres.CannotStart(
                "a demo is running here: stop it before you throw its data away."
            )
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return _timed("PostgreSQL", lambda: embedded_postgres.start(folder / "postgres", durable=True))


def _fill(url: str) -> None:
    """Make the tables and the made-up families, as the roles that would."""
    os.environ |= {"DATABASE_URL": url, "KITH_DEMO": "1", "KITH_DATABASE_ROLE": "app"}
    os.environ.setdefault("KITH_SECRET_KEY", secrets.token_urlsafe(50))
    os.environ.setdefault("KITH_ROOTS_FILE", str(running_demo.ROOTS))
    import django
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connections

    _timed("Django", django.setup)
    _timed("tables", lambda: call_command("migrate", verbosity=0, interactive=False))
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    running_demo.ROOTS.touch()
    running_demo.remember(url)
    if importlib.util.find_spec("kith.simulation.demo"):
        from kith.kernel.clock import now

        load = importlib.import_module("kith.simulation.demo").load
        _timed("made-up families", lambda: load(at=now()))
    connections.close_all()


def _serve(port: int, began: float, *, check: bool) -> int:
    """Serve until the keyboard's interrupt; what waits in the outbox is done beside it. 1 where a check failed."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from kith.jobs.rounds import rounds

    failed: list[str] = []
    threading.Thread(target=_say_when_ready, args=(port, began, check, failed), daemon=True).start()
    threading.Thread(target=rounds, daemon=True).start()
    Granian(
        "kith.config.demo_asgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.ASGI,
        workers=os.cpu_count() or 1,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    ).serve()
    return _trouble(failed[0]) if failed else 0


def _say_when_ready(port: int, began: float, check: bool, failed: list[str]) -> None:
    while not _answers(port):
        time.sleep(0.05)
    print(
        f"\nKith is at http://{HOST}:{port} ({time.monotonic() - began:.1f} s). Stop it with Ctrl-C.",
        flush=True,
    )
    if check:
        _walk(port, began, failed)
        os.kill(os.getpid(), signal.SIGINT)


def _walk(port: int, began: float, failed: list[str]) -> None:
    try:
        for line in demo_check.walk(f"http://{HOST}:{port}"):
            print(f"  {line}")
        print(f"  checked in {time.monotonic() - began:.1f} s", flush=True)
    except demo_check.Failed as problem:
        failed.append(f"the demo does not hold up: {problem}")


def _answers(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex((HOST, port)) == 0


def _timed(what: str, work: Callable[[], T]) -> T:
    before = time.monotonic()
    print(f"  {what} ...", end="", flush=True)
    try:
        return work()
    finally:
        print(f" {time.monotonic() - before:.1f} s", flush=True)
