"""How often one sender comes: counted in this process's memory under a secret of the day, and written nowhere."""

import hmac
import secrets
from collections import OrderedDict, deque
from datetime import date, datetime, timedelta
from threading import Lock

from kith.kernel.clock import LONDON

WITHIN = timedelta(hours=1)
MOST_SENDERS = 20_000
"""Remembered at once; beyond, those who came longest ago are forgotten."""


class Pace:
    """Counts what senders do in an hour. A restart forgets all of it, as midnight does: no address is ever kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._day: date | None = None
        self._secret = b""
        self._came: OrderedDict[bytes, deque[datetime]] = OrderedDict()

    def comes(self, *, address: str, what: str, at: datetime) -> int:
        """Counts one more; answers how many times this sender did this in the last hour, with this one."""
        with self._lock:
            self._new_day(at.astimezone(LONDON).date())
            who = hmac.digest(self._secret, f"{what}\n{address}".encode(), "sha256")
            times = self._came.setdefault(who, deque(maxlen=1000))
            self._came.move_to_end(who)
            while len(self._came) > MOST_SENDERS:
                self._came.popitem(last=False)
            while times and times[0] < at - WITHIN:
                times.popleft()
            times.append(at)
            return len(times)

    def forget(self) -> None:
        """As at midnight."""
        with self._lock:
            self._came.clear()

    def _new_day(self, today: date) -> None:
        if self._day != today:
            self._day, self._secret = today, secrets.token_bytes(32)
            self._came.clear()


PACE = Pace()
"""Of this process."""
