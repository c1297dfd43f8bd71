"""Seconds until the demonstration serves its first page: with nothing there, and with its data there already."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from setting import ROOT, publish

PORT = 8399
READY = re.compile(r"Kith is at \S+ \((?P<seconds>[\d.]+) s\)")
STEP = re.compile(r"^\s*(?P<what>[A-Za-z][A-Za-z -]+) \.\.\. ?(?P<seconds>[\d.]+) s", re.MULTILINE)
WITHIN = {"cold": 90, "warm": 20}
"""Seconds that we allow, with the Python packages there."""


def main() -> None:
    lines = []
    with tempfile.TemporaryDirectory(prefix="kith-demo-") as folder:
        clone = Path(folder) / "kith"
        shutil.copytree(
            ROOT, clone, ignore=shutil.ignore_patterns(".git", ".venv", ".kith", ".hypothesis", "*_cache")
        )
        for name in ("cold", "warm"):
            seconds, told = _started(clone)
            steps = ", ".join(f"{step['what'].strip()} {step['seconds']} s" for step in STEP.finditer(told))
            lines.append(
                f"{name}: {seconds:.1f} s until the first page, checked (at most {WITHIN[name]} s): {steps}"
            )
    publish("demo_start", lines)


def _started(clone: Path) -> tuple[float, str]:
    """Start the demonstration, walk its first pages and stop it; the seconds until it served, and what it said."""
    command = [sys.executable, "-m", "kith.config.commands", "demo", "--port", str(PORT), "--check"]
    before = time.monotonic()
    done = subprocess.run(
        command, cwd=clone, env=_environment(clone), capture_output=True, text=True, timeout=900, check=False
    )
    found = READY.search(done.stdout)
    if done.returncode or not found:
        raise SystemExit(
            f"the demo did not start in {time.monotonic() - before:.0f} s:\n{done.stdout}{done.stderr}"
        )
    return float(found["seconds"]), done.stdout


def _environment(clone: Path) -> dict[str, str]:
    ours = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "KITH_ROOTS_FILE")
    }
    return ours | {"PYTHONPATH": str(clone / "src")}


if __name__ == "__main__":
    main()
