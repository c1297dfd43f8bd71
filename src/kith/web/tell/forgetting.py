"""What is half told goes after a day, and the five words after a year; named in the settings, called by the jobs."""

from datetime import datetime, timedelta

from kith.web.models import HalfTold, HalfToldPhotograph, Telling
from kith.web.tell.half_told import KEPT

WORDS_WORK = timedelta(days=365)
"""How long somebody can come back by their five words [P]."""


def forget_old(*, at: datetime) -> int:
    """Removes what nobody sent within a day, and the ways back that are a year old; answers how many rows."""
    gone = [
        HalfTold.objects.filter(received_at__lt=at - KEPT).delete()[0],
        HalfToldPhotograph.objects.filter(received_at__lt=at - KEPT).delete()[0],
        Telling.objects.filter(received_at__lt=at - WORDS_WORK).delete()[0],
    ]
    return sum(gone)
