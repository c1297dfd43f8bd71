"""What the benchmarks of identity share: made-up registries, an empty database, shares with their intervals, and quantiles."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import sqrt
from pathlib import Path

from setting import ROOT, SEED

HELD = ROOT / ".kith" / "bench"
Z = 1.959964
"""Of a 95% interval."""


def command(*words: object) -> None:
    """Run one of Kith's own commands."""
    path = os.pathsep.join([str(ROOT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])])
    subprocess.run(
        [sys.executable, "-m", "kith.config.commands", *map(str, words)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": path}, check=True,
    )  # fmt: skip


def registry(records: int, queries: int, *, seed: int = SEED) -> Path:
    """The folder of a made-up registry; made once, for the same arguments make the same bytes."""
    folder = HELD / f"registry_{records}_{queries}_{seed}"
    if not (folder / "made").exists():
        print(f"Making a registry of {records:,} records and {queries:,} queries.", file=sys.stderr)
        command("simulate", "--registry", folder, "--records", records, "--queries", queries, "--seed", seed)
        (folder / "made").touch()
    return folder


@contextmanager
def empty_database(*, durable: bool = False) -> Iterator[str]:
    """Django connected to an empty scratch database; its administrator's address.

    ``durable``: on a server that waits for the disk before it says that something is kept.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()
    from kith.config import embedded_postgres
    from kith.config.scratch_database import scratch_database

    server = None
    if durable and "KITH_SCRATCH_SERVER" not in os.environ:
        server = embedded_postgres.start(ROOT / ".kith" / "scratch_durable", durable=True)
        os.environ["KITH_SCRATCH_SERVER"] = server.url
    try:
        with scratch_database() as admin_url:
            yield admin_url
    finally:
        if server:
            server.stop()


def django_alone() -> None:
    """Django without a database, for what only computes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()


def shown(path: Path) -> str:
    """A path as the command that is kept may tell it: from the project's folder, never where that lies."""
    return os.path.relpath(path, ROOT) if path.resolve().is_relative_to(ROOT.parent) else path.name


def interval(count: int, of: int) -> tuple[float, float]:
    """Wilson's 95% interval of a share."""
    if not of:
        return 0.0, 1.0
    share, wide = count / of, 1 + Z * Z / of
    middle = (share + Z * Z / (2 * of)) / wide
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of)) / wide
    return max(0.0, middle - half), min(1.0, middle + half)


def share(count: int, of: int) -> str:
    """``.9750 [.9702, .9791] (3,900 of 4,000)``."""
    if not of:
        return "- (0 of 0)"
    low, high = interval(count, of)
    return f"{count / of:.4f} [{low:.4f}, {high:.4f}] ({count:,} of {of:,})"


def at(taken: Sequence[float], part: float) -> float:
    """A quantile of what was measured."""
    return sorted(taken)[min(len(taken) - 1, int(len(taken) * part))]


def times(seconds: Sequence[float]) -> str:
    """``p50 0.48 ms, p99 2.70 ms (n 2,000)``."""
    return f"p50 {at(seconds, 0.5) * 1000:.2f} ms, p99 {at(seconds, 0.99) * 1000:.2f} ms (n {len(seconds):,})"
