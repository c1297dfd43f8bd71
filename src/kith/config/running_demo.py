"""Remembers where the demo's database is while it runs, so that other commands find it."""

import contextlib
import os
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[3] / ".kith" / "demo"
ROOTS = FOLDER / "roots.txt"
_ADDRESS = FOLDER / "address"


def remember(url: str) -> None:
    """Keep the address where only its owner reads it: it has a password in it."""
    _ADDRESS.unlink(missing_ok=True)
    with open(os.open(_ADDRESS, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "w") as file:
        file.write(f"{os.getpid()} {url}")


def forget() -> None:
    """The demo has stopped."""
    _ADDRESS.unlink(missing_ok=True)


def database_url() -> str | None:
    """The running demo's database, or None when no demo runs here."""
    with contextlib.suppress(OSError, ValueError):
        process, url = _ADDRESS.read_text().split()
        os.kill(int(process), 0)
        return url
    return None


def use() -> bool:
    """Let this process find the running demo's database and roots, unless DATABASE_URL names another. False without any."""
    if os.environ.get("DATABASE_URL"):
        return True
    url = database_url()
    if url:
        os.environ["DATABASE_URL"] = url
        os.environ.setdefault("KITH_ROOTS_FILE", str(ROOTS))
    return bool(url)
