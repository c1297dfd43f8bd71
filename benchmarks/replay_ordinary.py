"""Replaying 1,500 ordinary families through the journeys and the live engine in a scratch database."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from setting import ROOT, publish

CASES = 1_500


def main() -> None:
    kith = [sys.executable, "-m", "kith.config.commands"]
    with tempfile.TemporaryDirectory() as folder:
        cases = Path(folder) / "cases.jsonl"
        subprocess.run([*kith, "simulate", "--cases", str(CASES), "--out", str(cases)], cwd=ROOT, check=True)
        entries = cases.read_text().count('"happened_from"')
        before = time.perf_counter()
        done = subprocess.run(
            [*kith, "replay", "--json", str(cases)], cwd=ROOT, check=True, capture_output=True
        )
        seconds = time.perf_counter() - before
    prompts = done.stdout.count(b'"raised_at"')
    publish(
        "replay_ordinary",
        [
            f"{CASES} cases with {entries} entries in {seconds:.0f} s: {CASES / seconds:.1f} cases a second; {prompts} prompts",
            "The cost grows with the number of cases, and in a case with moments times entries.",
        ],
    )


if __name__ == "__main__":
    main()
