"""./kith guard mutate [FILE ...] [--sample N] [--part 1/2]: one server, everything imported once, then a process for each fault."""

import gc
import os
import random
import signal
import sys
import time
from importlib import import_module
from pathlib import Path
from types import CodeType, FunctionType

import django
import pytest
import yaml

from tests.guard.counting import write_counts
from tests.guard.mutation.breaking import Fault, broken, faults
from tests.guard.mutation.covering import Covered, measure, of_this_code

ROOT = Path(__file__).resolve().parents[3]
EXPLAINED = ROOT / "tests" / "guard" / "mutation_survivors.yaml"
LONGEST = 900
"""Seconds: a fault that makes a test run on and on was noticed."""
A_FAULT = 75
"""Seconds of tests that a fault meets before the matrix is asked."""
MATRIX = ["tests/guard/matrix/test_matrix.py"]
PROBE = ["tests/web/test_web_doors.py", "-k", "asks_to_sign_in"]
GUARDS = [
    "access/policies", "access/kin", "access/bases", "access/queries", "access/responsibility",
    "access/emergencies", "access/own_families", "access/operations/look", "access/operations/emergency",
    "access/operations/desk", "access/operations/own_family", "access/operations/involve",
    "people/operations/vault", "people/operations/referrers", "people/withheld",
    "web/about_child", "web/prompt/door", "web/decision/door", "web/policy", "web/child/may_read",
    "agencies/policies", "api/policies", "decisions/policies", "chronology/policies", "outgoing/policies", "oversight/policies",
]  # fmt: skip
"""The files whose guards are taken away."""


def main(arguments: list[str]) -> int:
    """Says of each fault whether it was noticed; 1 where one was not and nobody has explained it."""
    files, sample, part = _asked(arguments)
    chosen = [fault for file in files for fault in faults(ROOT, file)]
    if sample:
        chosen = random.Random("kith").sample(chosen, min(sample, len(chosen)))
    chosen = chosen[part[0] :: part[1]]
    explained = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8")) or {}
    covered = _prepare(files)
    survived = []
    for number, fault in enumerate(chosen, 1):
        began = time.monotonic()
        tests = covered.meeting(fault.file, fault.lines, A_FAULT)
        noticed = (bool(tests) and _in_a_fork(fault, tests)) or _in_a_fork(fault, MATRIX)
        word = "noticed" if noticed else "explained" if fault.name in explained else "SURVIVED"
        took = time.monotonic() - began
        print(f"{number}/{len(chosen)} {word} {took:.0f} s, {len(tests)} tests  {fault.name}", flush=True)
        if not noticed:
            survived.append(fault)
    unexplained = [one for one in survived if one.name not in explained]
    counted = {"faults": len(chosen), "survived": len(survived), "of those unexplained": len(unexplained)}
    write_counts("mutation" if part == (0, 1) else f"mutation, part {part[0] + 1} of {part[1]}", counted)
    print(
        f"kith: {len(chosen) - len(survived)} of {len(chosen)} faults were noticed; {len(unexplained)} unexplained."
    )
    return 1 if unexplained else 0


def _asked(arguments: list[str]) -> tuple[list[str], int, tuple[int, int]]:
    """Files named by a part of their path; ``--sample 50``; ``--part 1/2`` for one of two who share the work."""
    sample, part, words = 0, (0, 1), list(arguments)
    if "--sample" in words:
        place = words.index("--sample")
        sample = int(words[place + 1])
        del words[place : place + 2]
    if "--part" in words:
        place = words.index("--part")
        which, of = words[place + 1].split("/")
        part = (int(which) - 1, int(of))
        del words[place : place + 2]
    files = [f"src/kith/{guard}.py" for guard in GUARDS]
    return [file for file in files if not words or any(word in file for word in words)], sample, part


def _prepare(files: list[str]) -> Covered:
    """One server for all, migrated once; every module imported, so that a fork has nothing left to read; and who meets what."""
    from kith.config import embedded_postgres

    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
    server = embedded_postgres.start_for_tests()
    os.environ["KITH_TEST_DATABASE_URL"] = server.url
    django.setup()
    import kith.config.urls
    import kith.web.urls

    assert kith.config.urls and kith.web.urls
    for guard in GUARDS:  # a fault is put into what was read already, and one guard is asked by tests alone
        import_module("kith." + guard.replace("/", "."))
    assert not _in_a_fork(None, PROBE), "the tests fail without a fault"
    every = [f"src/kith/{guard}.py" for guard in GUARDS]
    written = ROOT / ".kith" / "guard" / f"covered-{of_this_code(ROOT)}.json"
    if not written.exists():
        print("kith: runs the tests once, to see which meets which line. This takes minutes.", flush=True)
        _measured_in_a_fork(every, written)
    return Covered(written)


def _measured_in_a_fork(files: list[str], written: Path) -> None:
    written.parent.mkdir(parents=True, exist_ok=True)
    child = os.fork()
    if child == 0:
        _quietly(ROOT / ".kith" / "guard" / "covered.log")
        os._exit(measure(ROOT, files, written))
    _, status = os.waitpid(child, 0)
    assert status == 0, "the tests fail without a fault: see .kith/guard/covered.log"


def _quietly(log: Path | None = None) -> None:
    words = os.open(log or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(words, 1)
    os.dup2(words, 2)


def _in_a_fork(fault: Fault | None, tests: list[str]) -> bool:
    """Whether the tests fail, in a process of their own, with this fault in the code."""
    child = os.fork()
    if child == 0:
        os.setsid()
        signal.alarm(LONGEST)
        _quietly()
        if fault:
            _put(fault)
        os._exit(int(pytest.main(["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--reuse-db", *tests])))
    _, status = os.waitpid(child, 0)
    return status != 0


def _put(fault: Fault) -> None:
    """The functions of the file, wherever somebody holds them already, get the code with the fault."""
    path = str(ROOT / fault.file)
    new = dict(_codes(compile(broken(ROOT, fault), path, "exec")))
    for held in gc.get_objects():
        if not isinstance(held, FunctionType) or held.__code__.co_filename != path:
            continue
        code = new.get(held.__code__.co_qualname)
        if code and code.co_freevars == held.__code__.co_freevars:
            held.__code__ = code


def _codes(code: CodeType) -> list[tuple[str, CodeType]]:
    found = [(code.co_qualname, code)]
    for inside in code.co_consts:
        if isinstance(inside, CodeType):
            found += _codes(inside)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
