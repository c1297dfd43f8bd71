"""The replay command: case files in, an account or JSON lines out."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from kith.kernel.errors import BadInput
from kith.patterns.types import Said
from kith.replay import asking
from kith.replay.account import account
from kith.replay.case_file import CaseFile, read
from kith.replay.history import History, history
from kith.replay.printing import as_json
from kith.replay.rulebook import rulebook

AT_ONCE = 50
"""Cases asked of in one statement."""


def asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./kith replay", description=__doc__)
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=".json (one case) or .jsonl (one a line)"
    )
    parser.add_argument(
        "--json", action="store_true", help="one JSON object a case, and nothing else on standard output"
    )
    parser.add_argument("--engine", choices=("postgres", "in_memory"), default="postgres")
    parser.add_argument(
        "--as-held",
        action="store_true",
        help="ask of what each agency alone held, to see the difference (in memory)",
    )
    return parser.parse_args(arguments)


def run(given: argparse.Namespace) -> int:
    """Replay every case. A bad case is named on standard error, the others go on, and the answer is 1."""
    faults = 0
    done = 0
    cases = _cases(given.files)
    while together := list(islice(cases, AT_ONCE)):
        good = [case for _, case in together if isinstance(case, CaseFile)]
        for where, fault in together:
            if isinstance(fault, BadInput):
                faults += 1
                print(f"kith: {where}: {fault}", file=sys.stderr)
        for found, warnings, lines in _replayed(good, given):
            done += 1
            for warning in warnings:
                print(f"kith: {found.case.slug}: {warning}", file=sys.stderr) if not given.json else None
            _print(found, lines, given.json)
        print(f"\r{done} cases", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return 1 if faults else 0


def _cases(files: Sequence[Path]) -> Iterator[tuple[str, CaseFile | BadInput]]:
    for file in files:
        try:
            yield from read(file)
        except OSError as problem:
            yield str(file), BadInput(str(file), problem.strerror or "cannot be read")


def _replayed(
    cases: list[CaseFile], given: argparse.Namespace
) -> Iterator[tuple[History, list[str], list[tuple[Said, str | None]]]]:
    """Each case with what would be said; with ``as_held`` each saying carries the agency that alone held enough."""
    book = rulebook()
    found = [history(case, book) for case in cases]
    if given.as_held:
        for whole, warnings in found:
            yield whole, warnings, asking.said_as_held(whole, book)
        return
    if given.engine == "in_memory":
        answers = [asking.asked_in_memory(whole, book) for whole, _ in found]
    else:
        from kith.replay.asking_the_ledger import asked_of_the_ledger

        answers = asked_of_the_ledger([whole for whole, _ in found], book)
    for (whole, warnings), yes in zip(found, answers, strict=True):
        yield whole, warnings, [(saying, None) for saying in asking.said(whole, yes, book)]


def _print(found: History, lines: list[tuple[Said, str | None]], json_wanted: bool) -> None:
    if json_wanted:
        printed: dict[str, Any] = as_json(found, lines, rulebook())
        print(json.dumps(printed, ensure_ascii=False))
    else:
        print(account(found, lines, rulebook()))
