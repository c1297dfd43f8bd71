"""The rulebook that a replay asks: the one in use, whatever the year of the history."""

from django.conf import settings

from kith.rulebook import Rulebook, load


def rulebook() -> Rulebook:
    return load(settings.KITH_RULEBOOK)
