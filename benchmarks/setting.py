"""What the benchmarks share: a scratch area, a child with so many entries, and figures in one line each."""

import os
import platform
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from math import erfc, sqrt
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
RESULTS = ROOT / "benchmarks" / "results"
SEED = 2026
KINDS: list[tuple[str, str, dict]] = [
    ("hospital", "appointment", {"service": "dental", "outcome": "attended"}),
    ("school", "school_absence", {"days": 1}),
    ("school", "behaviour_concern", {"aspect": "distress"}),
    ("childrens_social_care", "visit", {"outcome": "completed", "seen": True, "seen_alone": True}),
    ("police", "domestic_abuse_incident", {"child_present": True}),
    ("childrens_social_care", "contact_received", {"nature": "neglect", "informant": "grandmother"}),
    ("hospital", "injury_seen", {"appearance": "bruise", "site": ["arm"]}),
    ("childrens_social_care", "referral_decision", {"outcome": "no_further_action"}),
]


@contextmanager
def scratch_area() -> Iterator:
    """Tolland Bay in a scratch database; the connection is the plain application role's."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()
    from kith.config.scratch_database import scratch_database

    with scratch_database():
        from tests.support.world import tolland_bay

        yield tolland_bay(datetime(2026, 11, 20, 12, tzinfo=UTC))


def child_with(area, entries: int):
    """A child of nine with so many entries over three years, from a fixed seed."""
    from kith.identity.types import NewDescription
    from kith.journeys.receive_many import Arrival, Load, receive_many
    from kith.journeys.types import Concern, EntrySaid, PersonSaid

    chance = random.Random(SEED)
    child = area.child(f"Child of {entries} entries", aged=9)
    arrivals = []
    for number in range(entries):
        agency, kind, details = chance.choice(KINDS)
        at = area.now - timedelta(days=chance.uniform(0, 1095), hours=1)
        described = NewDescription(
            said_by=agency, said_by_area=area.code, sender_key=f"bench-{child.id}", full_name=child.name,
            born_from=child.born, born_to=child.born,
        )  # fmt: skip
        said = EntrySaid(
            key=f"e{number}", kind=kind, happened_from=at, happened_to=at, precision="time", about=("child",),
            details=details, text=f"Entry {number}: a plain sentence such as a practitioner would write.",
        )  # fmt: skip
        person = PersonSaid(key="child", description=described, person=child.id)
        concern = Concern(said_by=agency, said_by_area=area.code, people=(person,), entries=(said,))
        arrivals.append(Arrival(concern=concern, by=area.agency(agency).actor, at=at))
    arrivals.sort(key=lambda arrival: arrival.at)
    receive_many(arrivals=arrivals, load=Load(let_recorders_follow=False))
    return child


def signed_in(area, role: str = "team_manager"):
    """A client that is signed in as whoever holds the role, by one proof; and who that is."""
    from django.conf import settings
    from django.test import Client

    from kith.agencies import operations as agencies
    from kith.agencies.models import SignIn

    settings.ALLOWED_HOSTS, settings.KITH_SECOND_FACTOR = ["*"], False
    reader = area.holder(role)
    if not SignIn.objects.filter(practitioner=reader.id).exists():
        agencies.give_sign_in(practitioner=reader.id, email="reader@example.org", by=area.system, at=area.now)
    client = Client()
    client.force_login(SignIn.objects.get(practitioner=reader.id))
    return client, reader


def timed(work: Callable[[], object], times: int) -> list[float]:
    """Milliseconds of each run, after one that warms up."""
    work()
    taken = []
    for _ in range(times):
        before = time.perf_counter()
        work()
        taken.append((time.perf_counter() - before) * 1000)
    return taken


def spread(milliseconds: list[float]) -> str:
    cuts = statistics.quantiles(milliseconds, n=20)
    return f"p50 {statistics.median(milliseconds):.1f} ms, p95 {cuts[18]:.1f} ms (n {len(milliseconds)})"


def rank_sum_p(one: list[float], other: list[float]) -> float:
    """Mann-Whitney's two-sided p by its normal limit, which holds from some twenty of each on; equal times do not count."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = sum(place for place, (_, whose) in enumerate(ranked, 1) if whose == 0)
    n, m = len(one), len(other)
    u = ranks - n * (n + 1) / 2
    return erfc(abs(u - n * m / 2) / sqrt(n * m * (n + m + 1) / 12) / sqrt(2))


def publish(name: str, lines: list[str], *, given: str = "", kept_as: str = "") -> None:
    """Print the figures and keep them beside the command that made them, and what it was ``given``."""
    from kith.config import yardstick

    machine = f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    command = f"./kith bench {name}" + (f" -- {given}" if given else "")
    head = [command, f"{datetime.now(UTC):%Y-%m-%d}, {machine}", yardstick.sentence(), ""]
    text = "\n".join([*head, *lines]) + "\n"
    path = RESULTS / f"{kept_as or name}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    print(text)
