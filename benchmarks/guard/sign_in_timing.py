"""How long a wrong password takes for an e-mail that is somebody's and for one that is nobody's: --tries N of each (2,000)."""

import argparse
import random
import statistics
import time

from setting import SEED, publish, rank_sum_p, scratch_area

KNOWN, UNKNOWN = "dana.known@example.org", "nobody.known@example.org"


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--tries", type=int, default=2_000)
    tries = asked.parse_args().tries
    with scratch_area() as area:
        from django.conf import settings
        from django.test import Client

        from kith.agencies import operations as agencies
        from kith.agencies.models import Practitioner, SignIn
        from kith.web import models

        settings.ALLOWED_HOSTS = ["*"]
        known = area.holder("mash_manager")
        Practitioner.objects.filter(id=known.id).update(sign_in=None)
        agencies.give_sign_in(
            practitioner=known.id,
            email=KNOWN,
            password="a long walk by the harbour",
            by=area.system,
            at=area.now,
        )
        assert (
            SignIn.objects.filter(email=KNOWN).exists() and not SignIn.objects.filter(email=UNKNOWN).exists()
        )
        taken = _taken(tries, Client, models)
    known_ms, unknown_ms = taken[KNOWN], taken[UNKNOWN]
    apart = statistics.median(known_ms) - statistics.median(unknown_ms)
    publish(
        "guard/sign_in_timing",
        [
            f"{tries} wrong passwords for a known e-mail, and as many for an unknown one, in random order",
            f"median {statistics.median(known_ms):.2f} ms known, {statistics.median(unknown_ms):.2f} ms unknown: {apart:+.3f} ms apart",
            f"Mann-Whitney p = {rank_sum_p(known_ms, unknown_ms):.3f}",
        ],
    )


def _taken(tries: int, client_of, models) -> dict[str, list[float]]:
    """Milliseconds of each try. The count of wrong tries is wiped between them, so that each is hashed and none waits."""
    order = [KNOWN, UNKNOWN] * tries
    random.Random(SEED).shuffle(order)
    client = client_of()
    taken: dict[str, list[float]] = {KNOWN: [], UNKNOWN: []}
    for email in [KNOWN, UNKNOWN] * 20:
        client.post("/sign-in", {"email": email, "password": "wrong horse"})
        models.WrongTry.objects.all().delete()
    for email in order:
        before = time.perf_counter()
        answer = client.post("/sign-in", {"email": email, "password": "wrong horse"})
        taken[email].append((time.perf_counter() - before) * 1_000)
        assert answer.status_code == 422
        models.WrongTry.objects.all().delete()
    return taken


if __name__ == "__main__":
    main()
