"""Finds the feeds by walking their package: a new folder is a feed, and nothing else is touched."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache

from django.conf import settings

from kith.agencies import queries as agencies
from kith.journeys.feeding.types import Feed


@cache
def feeds() -> Mapping[str, Feed]:
    """Every feed by its code. Raises TypeError for a folder that declares none, or under another name."""
    package = importlib.import_module(settings.KITH_FEEDS)
    found = {}
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            declared = importlib.import_module(f"{package.__name__}.{module.name}.receive")
            feed = getattr(declared, "FEED", None)
            if not isinstance(feed, Feed) or feed.code != module.name:
                raise TypeError(f"{module.name}/receive.py declares no FEED of the folder's name")
            found[feed.code] = feed
    return found


def feed(code: str) -> Feed | None:
    """The feed of that code, or None."""
    return feeds().get(code)


def switched_on(*, area: str) -> tuple[Feed, ...]:
    """The feeds that an area's file switches on, in its order; what is no feed of ours is left out."""
    return tuple(found for code in agencies.feeds_of(area=area) if (found := feed(code)) is not None)
