"""Kith speaks of itself alone: nothing of the place where it was written is left in it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, report

PLACES_AND_WORKERS = tuple(
    "".join(halves) for halves in (("/wo", "rk/"), ("/fa", "rm/"), ("sub", "agent"), ("sub-", "agent"))
)
"""Written in halves, so that this file is not what it looks for."""
MADE_BY_MACHINES = {".git", ".venv", ".tools", ".kith", "__pycache__", "node_modules", "dist"}


def told(text: str) -> list[str]:
    """Which words of the workplace a text has."""
    lower = text.lower()
    return [word for word in PLACES_AND_WORKERS if word in lower]


def our_files() -> Iterator[Path]:
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name not in MADE_BY_MACHINES and not name.endswith("_cache") and name != ".hypothesis"
        ]
        yield from (Path(folder) / name for name in files)


def test_no_file_tells_where_or_by_whom_it_was_written():
    found = {
        str(path.relative_to(ROOT)): words
        for path in our_files()
        if (words := told(path.read_bytes().decode(errors="replace")))
    }
    assert not found, report(found)


@pytest.mark.parametrize(
    "planted", [f"see {PLACES_AND_WORKERS[0]}shared", f"a {PLACES_AND_WORKERS[2].title()} wrote it"]
)
def test_a_word_of_the_workplace_is_found(planted):
    assert told(planted)
