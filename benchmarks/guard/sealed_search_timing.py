"""Whether the time of an answer tells a search that met a sealed child from one that met nobody. Measured, never asserted.

Each search is taken back; the two kinds alternate in a drawn order, so that a busy machine slows both alike.
"""

import os
import random
import statistics
import sys
import time
from math import erfc, sqrt

import django

SEARCHES = 1000
"""Of each kind, unless another number is given."""


def main(arguments: list[str]) -> int:
    """``./kith bench guard/sealed_search_timing [-- N]``: medians, their difference, and Mann-Whitney's p."""
    searches = int(arguments[0]) if arguments else SEARCHES
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    from kith.config import embedded_postgres

    server = embedded_postgres.start_for_tests()
    os.environ["KITH_TEST_DATABASE_URL"] = server.url
    django.setup()
    from django.test.utils import setup_test_environment

    setup_test_environment()
    from tests.support import database

    database.make(keep=False)
    taken = _measure(searches)
    one, other = taken["sealed"], taken["nobody"]
    print(f"searches of each kind: {searches}")
    for name, times in taken.items():
        print(f"{name}: median {statistics.median(times) * 1000:.2f} ms")
    print(f"difference of medians: {(statistics.median(one) - statistics.median(other)) * 1000:.2f} ms")
    print(f"Mann-Whitney, two-sided: p = {_p(one, other):.3f}")
    server.stop()
    return 0


def _measure(searches: int) -> dict[str, list[float]]:
    from django.contrib.auth import get_user_model
    from django.test import Client
    from tests.guard.standing_still import NOW, taken_back
    from tests.support.world import tolland_bay
    from tests.web.living import by_code

    from kith.people import operations as people

    area = tolland_bay(NOW)
    child = area.child("Quenby Larkspurne", aged=6)
    people.set_tier(person=child.id, tier="sealed", because="A danger.", by=area.system, at=NOW)
    client = Client()
    client.force_login(get_user_model().objects.get(practitioner=by_code(area, "martha-hale").id))
    taken: dict[str, list[float]] = {"sealed": [], "nobody": []}
    names = {"sealed": "Quenby Larkspurne", "nobody": "Osmund Tredwellow"}
    order = ["sealed", "nobody"] * (searches + 20)
    random.Random("kith").shuffle(order)
    for number, kind in enumerate(order):
        began = time.perf_counter()
        with taken_back():
            client.post("/children/", {"name": names[kind]})
        if number >= 40 and len(taken[kind]) < searches:
            taken[kind].append(time.perf_counter() - began)
    return taken


def _p(one: list[float], other: list[float]) -> float:
    """Mann-Whitney by the normal approximation, which holds from some twenty of each on."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = sum(place for place, (_, whose) in enumerate(ranked, 1) if whose == 0)
    n, m = len(one), len(other)
    u = ranks - n * (n + 1) / 2
    return erfc(abs(u - n * m / 2) / sqrt(n * m * (n + m + 1) / 12) / sqrt(2))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
