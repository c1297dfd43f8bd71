"""Whether the time of an answer tells a search that met a sealed child from one that met nobody. --searches N of each kind (1,000).

One of two children is sealed anew before each search, and one of the two is sought, in a drawn order: each name is sought as often
where its child is sealed as where the other's is, and a busy machine slows both alike. Everything is taken back.
"""

import argparse
import random
import statistics
import time
from itertools import product

from setting import SEED, publish, rank_sum_p, scratch_area, signed_in

NAMES = ("Quenby Larkspurne", "Osmund Tredwellow")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--searches", type=int, default=1_000)
    searches = asked.parse_args().searches
    with scratch_area() as area:
        taken = _measured(area, searches)
    sealed, nobody = taken["sealed"], taken["nobody"]
    apart = statistics.median(sealed) - statistics.median(nobody)
    lines = [
        f"{searches} searches that met a sealed child, and as many that met nobody, in random order",
        f"median {statistics.median(sealed):.2f} ms sealed, {statistics.median(nobody):.2f} ms nobody: {apart:+.2f} ms apart",
        f"Mann-Whitney, two-sided: p = {rank_sum_p(sealed, nobody):.3f}",
    ]
    publish("guard/sealed_search_timing", lines, given=f"--searches {searches}" if searches != 1_000 else "")


def _measured(area, searches: int) -> dict[str, list[float]]:
    from tests.guard.standing_still import taken_back

    from kith.people import operations as people

    client, _ = signed_in(area)
    taken: dict[str, list[float]] = {"sealed": [], "nobody": []}
    order = list(product(NAMES, NAMES)) * (searches // 2 + 20)
    random.Random(SEED).shuffle(order)
    for number, (held, sought) in enumerate(order):
        with taken_back():
            child = area.child(held, aged=6)
            people.set_tier(person=child.id, tier="sealed", because="A danger.", by=area.system, at=area.now)
            began = time.perf_counter()
            answer = client.post("/children/", {"name": sought})
            took = (time.perf_counter() - began) * 1000
            assert answer.status_code == 200
        kind = "sealed" if held == sought else "nobody"
        if number >= 40 and len(taken[kind]) < searches:
            taken[kind].append(took)
    return taken


if __name__ == "__main__":
    main()
