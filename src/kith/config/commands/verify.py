"""Check that history was not altered: runs the stand-alone verifier on the database and its roots."""

import importlib.util
import os
import subprocess
import sys

from kith.config import running_demo
from kith.config.database_url import url_as

NEEDS = "kith.chronology.verifier"


def main(arguments: list[str]) -> int:
    """Run the verifier as the script that it is, so that nothing of Kith is between it and the database.

    It reads as the asker, who may change nothing. What is given here goes to it: ``--database``, ``--roots``.
    """
    found = importlib.util.find_spec(NEEDS)
    if found is None or found.origin is None:
        return 2
    known = _what_we_know()
    if not arguments and len(known) < 4:
        print(
            "kith: start ./kith demo beside this, or set DATABASE_URL and KITH_ROOTS_FILE.", file=sys.stderr
        )
        return 2
    alone = [
        sys.executable,
        "-I",
        found.origin,
    ]  # -I: the files beside it must not stand for Python's own modules
    return subprocess.run([*alone, *known, *arguments], check=False).returncode


def _what_we_know() -> list[str]:
    """The verifier's own options, as far as the surroundings answer them."""
    there = running_demo.use()
    roots = os.environ.get("KITH_ROOTS_FILE")
    database = ["--database", url_as(os.environ["DATABASE_URL"], "asker")] if there else []
    return database + (["--roots", roots] if roots else [])
