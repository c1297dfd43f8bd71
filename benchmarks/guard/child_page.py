"""The child's page with its guards and without: the check, the look that is kept, and the database's own wall.

Each step leaves one more guard away; the steps take turns, round by round, in one run. --times N (40).
"""

import argparse
import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from importlib import import_module
from unittest import mock

from setting import child_with, publish, scratch_area, signed_in, spread

STEPS = ("whole", "no wall", "no wall, no look", "no wall, no look, no check")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--times", type=int, default=40)
    times = parser.parse_args().times
    with scratch_area() as area:
        client, reader = signed_in(area)
        lines = []
        for entries in (30, 300, 3_000):
            child = child_with(area, entries)
            area.involve(reader, child)
            lines += [f"{entries} entries", *_measured(client, f"/children/{child.id}/", times), ""]
    publish("guard/child_page", lines, given=f"--times {times}" if times != 40 else "")


def _measured(client, address: str, times: int) -> Iterator[str]:
    taken: dict[str, list[float]] = {step: [] for step in STEPS}
    for turn in range(times + 1):
        for place, step in enumerate(STEPS):
            with _without(place):
                before = time.perf_counter()
                assert client.get(address).status_code == 200
                if turn:
                    taken[step].append((time.perf_counter() - before) * 1000)
    bare = statistics.median(taken[STEPS[-1]])
    for step in STEPS:
        more = statistics.median(taken[step]) - bare
        yield f"  {step:<28} {spread(taken[step])}; {more:+.1f} ms at p50, {more / bare:+.1%}"


@contextmanager
def _without(guards: int) -> Iterator[None]:
    """The page with so many of its guards left away: the wall, the look, the check."""
    from kith.access import policies

    look = import_module("kith.access.operations.look")

    check = policies.check_can_see
    with ExitStack() as left_away:
        if guards >= 1:
            left_away.enter_context(mock.patch("kith.web.policy.behind_the_wall", nullcontext))
        if guards >= 2:
            left_away.enter_context(mock.patch.object(look, "look", lambda **asked: None))
        if guards >= 3:
            left_away.enter_context(mock.patch.object(policies, "check_can_see", _remembered(check)))
        yield


_HELD: dict[object, object] = {}


def _remembered(check):
    """Answers from memory after the first time, so that only the check's own cost is left away."""

    def answer(*, child, by, at):
        if child not in _HELD:
            _HELD[child] = check(child=child, by=by, at=at)
        return _HELD[child]

    return answer


if __name__ == "__main__":
    main()
