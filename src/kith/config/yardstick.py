"""Measures the machine itself, so that figures from two machines can be read beside each other."""

import os
import re
import subprocess
import time
from urllib.parse import unquote, urlsplit

from kith.config import embedded_postgres
from kith.config.postgres_programs import programs

LOOPS = 5_000_000
SECONDS = "5"
SCALE = "5"


def sentence() -> str:
    """The yardstick in one line: pgbench's select-only transactions and a fixed Python loop."""
    return (
        f"yardstick: pgbench select-only {selects_a_second():,.0f} a second (2 clients, scale {SCALE}); "
        f"Python loop of {LOOPS:,} in {loop_seconds():.2f} s"
    )


def loop_seconds() -> float:
    """Seconds that this Python takes for a loop that never changes."""
    before = time.perf_counter()
    total = 0
    for number in range(LOOPS):
        total += number & 7
    return time.perf_counter() - before


def selects_a_second() -> float:
    """Select-only transactions a second, by pgbench, on a server of our own."""
    server = embedded_postgres.start_for_tests()
    try:
        _pgbench(server.url, "--initialize", "--quiet", "--scale", SCALE)
        said = _pgbench(server.url, "--select-only", "--no-vacuum", "--client", "2", "--time", SECONDS)
    finally:
        server.stop()
    found = re.search(r"tps = ([\d.]+)", said)
    return float(found[1]) if found else 0.0


def _pgbench(url: str, *options: str) -> str:
    parts = urlsplit(url)
    environment = os.environ | {
        "PGHOST": parts.hostname or "",
        "PGPORT": str(parts.port),
        "PGUSER": parts.username or "",
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": parts.path.lstrip("/"),
    }
    command = [str(programs() / "pgbench"), *options]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
