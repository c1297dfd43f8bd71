"""How much was tried: ``.kith/guard/counts.json``, which ``./kith guard count`` prints."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from django.conf import settings

COUNTS = settings.ROOT / ".kith" / "guard" / "counts.json"


def write_counts(name: str, counts: Mapping[str, int]) -> None:
    """What one test tried, beside what others did; the newest of a name stands."""
    COUNTS.parent.mkdir(parents=True, exist_ok=True)
    held = json.loads(COUNTS.read_text(encoding="utf-8")) if COUNTS.exists() else {}
    held[name] = {**counts, "counted at": datetime.now(UTC).isoformat(timespec="seconds")}
    COUNTS.write_text(json.dumps(held, indent=1), encoding="utf-8")
