"""Runs ``splink_worker.py`` in an environment of its own for each version of Splink, and talks to it over a pipe."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ground import HELD
from setting import ROOT

WORKER = Path(__file__).with_name("splink_worker.py")
PACKAGES = {
    "4.0.17": ("splink==4.0.17", "duckdb==2.0.1"),
    "5.0.0": ("splink==5.0.0", "duckdb==2.0.1"),
}
COLUMNS = ("record_id", "first_name", "last_name", "dob", "sex", "postcode", "outward", "uprn", "nhs_number", "upn",
           "phone", "guardian")  # fmt: skip


class Splink:
    """One Splink, asked one record after another."""

    def __init__(self, version: str, registry: Path, threads: int) -> None:
        self.asked = subprocess.Popen(
            [python_with(version), WORKER, registry, str(threads)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HELD, env=_environment(),
        )  # fmt: skip
        self.ready = self._read()

    def ask(self, row: Mapping[str, str]) -> dict[str, Any]:
        """What it finds for a row of a population's file, and in how many seconds."""
        self.asked.stdin.write(json.dumps(plain(row)) + "\n")
        self.asked.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        line = self.asked.stdout.readline()
        if not line:
            raise SystemExit("Splink stopped: what it said stands above.")
        return json.loads(line)

    def stop(self) -> None:
        self.asked.stdin.close()
        self.asked.wait(timeout=60)


@contextmanager
def running(version: str, registry: Path, *, threads: int) -> Iterator[Splink]:
    """A Splink that has learnt a registry (written by ``written``)."""
    one = Splink(version, registry, threads)
    try:
        yield one
    finally:
        one.stop()


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def python_with(version: str) -> Path:
    """The Python of an environment that has this Splink, made where it is not there yet."""
    folder = HELD / f"splink-{version}"
    python = folder / "bin" / "python"
    if not (folder / "made").exists():
        print(f"Installing Splink {version} into {folder} (the first time only).", file=sys.stderr)
        subprocess.run([_uv(), "venv", "--quiet", "--clear", "--python", sys.executable, folder], check=True)
        install = [_uv(), "pip", "install", "--quiet", "--python", python, *PACKAGES[version]]
        subprocess.run(install, check=True)
        (folder / "made").touch()
    return python


def _uv() -> str:
    """uv as ``./kith`` finds it."""
    ours = sorted((ROOT / ".tools").glob("uv-*/bin/uv"))
    found = os.environ.get("UV") or shutil.which("uv") or (str(ours[-1]) if ours else "")
    if not found:
        raise SystemExit("There is no uv: run this by ./kith bench, which brings it.")
    return found


def written(registry: Path) -> Path:
    """A registry once more, cleaned as people commonly clean it for Splink."""
    path = registry.with_name("plain.csv")
    if not path.exists():
        with registry.open(encoding="utf-8", newline="") as given, path.open("w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(_all(csv.DictReader(given)))
    return path


def _all(rows: Iterable[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    return map(plain, rows)


def plain(row: Mapping[str, str]) -> dict[str, str]:
    """One row in small letters, postcode with its one space, numbers without any; empty is not known."""
    postcode = re.sub(r"\W", "", row["postcode"]).upper()
    outward, inward = postcode[:-3], postcode[-3:]
    return {
        "record_id": row["record_id"],
        "first_name": _words(row["first_name"]),
        "last_name": _words(row["last_name"]),
        "dob": row["dob"],
        "sex": row["sex"][:1].lower(),
        "postcode": f"{outward} {inward}" if outward else "",
        "outward": outward,
        "uprn": row["uprn"],
        "nhs_number": re.sub(r"\W", "", row["nhs_number"]),
        "upn": row["upn"].strip().upper(),
        "phone": re.sub(r"\D", "", row["phone"]),
        "guardian": _words(row["guardian_names"].split(";")[0]),
    }


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^\w' -]", " ", text.lower()).split())
