"""./kith guard mutate [FILE ...] [--sample N]: one server, everything imported once, then a process for each fault."""

import gc
import os
import random
import signal
import sys
import time
from pathlib import Path
from types import CodeType, FunctionType

import django
import pytest
import yaml

from tests.guard.counting import write_counts
from tests.guard.mutation.breaking import Fault, broken, faults

ROOT = Path(__file__).resolve().parents[3]
EXPLAINED = ROOT / "tests" / "guard" / "mutation_survivors.yaml"
LONGEST = 240
"""Seconds: a fault that makes a test run on and on was noticed."""
ACCESS = [
    "tests/guard/test_which_basis.py",
    "tests/rooms/test_access_one_rule.py",
    "tests/rooms/test_access_seeing.py",
]
DOORS = ["tests/web/test_web_doors.py", "tests/rooms/test_access_page_wall.py"]
TESTS = {
    "src/kith/access/policies.py": [*ACCESS, "tests/rooms/test_access_emergency.py", "tests/rooms/test_access_desk.py"],
    "src/kith/access/kin.py": [*ACCESS, "tests/rooms/test_people_home_over_time.py", "tests/web/test_web_home_filled.py"],
    "src/kith/access/operations/look.py": [*ACCESS, *DOORS],
    "src/kith/access/bases.py": [*ACCESS, "tests/rooms/test_access_responsibility.py"],
    "src/kith/people/operations/vault.py": ["tests/rooms/test_people_confidential_address.py"],
    "src/kith/people/withheld.py": ["tests/rooms/test_people_confidential_address.py"],
    "src/kith/web/about_child.py": DOORS,
    "src/kith/web/prompt/door.py": ["tests/web/test_web_prompt_filled.py"],
    "src/kith/web/decision/door.py": ["tests/web/test_web_decision_filled.py"],
    "src/kith/web/policy.py": DOORS,
    "src/kith/web/child/may_read.py": ["tests/web/test_web_child_filled.py", "tests/guard/canary/test_leaks.py"],
    "src/kith/agencies/policies.py": ["tests/rooms/test_agencies_lettings_in.py"],
    "src/kith/api/policies.py": ["tests/api/test_api_tokens.py"],
    "src/kith/decisions/policies.py": ["tests/journeys/test_agencies_decide_together.py", "tests/web/test_web_decision_filled.py"],
    "src/kith/chronology/policies.py": ["tests/rooms/test_chronology_append.py", "tests/rooms/test_entries_go_back.py"],
}  # fmt: skip
"""The files whose guards are taken away, and the tests that should notice."""


def main(arguments: list[str]) -> int:
    """Says of each fault whether it was noticed; 1 where one was not and nobody has explained it."""
    files, sample = _asked(arguments)
    chosen = [fault for file in files for fault in faults(ROOT, file)]
    if sample:
        chosen = random.Random("kith").sample(chosen, min(sample, len(chosen)))
    explained = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8")) or {}
    _prepare()
    survived = []
    for number, fault in enumerate(chosen, 1):
        began = time.monotonic()
        noticed = _noticed(fault)
        took = time.monotonic() - began
        print(
            f"{number}/{len(chosen)} {'noticed' if noticed else 'SURVIVED'} {took:.0f} s  {fault.name}",
            flush=True,
        )
        if not noticed:
            survived.append(fault)
    unexplained = [one for one in survived if one.name not in explained]
    write_counts(
        "mutation",
        {"faults": len(chosen), "survived": len(survived), "of those unexplained": len(unexplained)},
    )
    print(
        f"kith: {len(chosen) - len(survived)} of {len(chosen)} faults were noticed; {len(unexplained)} unexplained."
    )
    return 1 if unexplained else 0


def _asked(arguments: list[str]) -> tuple[list[str], int]:
    sample = int(arguments[arguments.index("--sample") + 1]) if "--sample" in arguments else 0
    words = arguments[: arguments.index("--sample")] if "--sample" in arguments else arguments
    return [file for file in TESTS if not words or any(word in file for word in words)], sample


def _prepare() -> None:
    """One server for all, migrated once; and every module imported, so that a fork has nothing left to read."""
    from kith.config import embedded_postgres

    os.environ["DJANGO_SETTINGS_MODULE"] = "kith.config.settings"
    server = embedded_postgres.start_for_tests()
    os.environ["KITH_TEST_DATABASE_URL"] = server.url
    django.setup()
    import kith.config.urls
    import kith.web.urls

    assert kith.config.urls and kith.web.urls
    assert not _in_a_fork(None, [*DOORS, "-k", "asks_to_sign_in"]), "the tests fail without a fault"


def _noticed(fault: Fault) -> bool:
    return _in_a_fork(fault, TESTS[fault.file])


def _in_a_fork(fault: Fault | None, tests: list[str]) -> bool:
    """Whether the tests fail, in a process of their own, with this fault in the code."""
    child = os.fork()
    if child == 0:
        os.setsid()
        signal.alarm(LONGEST)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
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
