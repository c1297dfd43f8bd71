"""Roots: the last link of a chain, published outside the database, so that a cut tail can be seen."""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from kith.kernel.canonical import instant

logger = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Root:
    """A chain's link ``seq`` had this digest at this moment."""

    chain: str
    seq: int
    digest: bytes
    at: datetime

    @property
    def line(self) -> str:
        """``entries 42 9f86d0... 2026-11-24T06:20:22.000000Z``: four words, which the verifier reads."""
        return f"{self.chain} {self.seq} {self.digest.hex()} {instant(self.at)}"


def publish_root(root: Root) -> None:
    """Append the root to the file ``KITH_ROOTS_FILE`` and give it to every callable of ``KITH_ROOTS_PLACES``.

    Every place is tried even when another fails; then the first failure is raised. What was committed stays committed:
    the next root seals it too, and until then the verifier says that the tail was not published.
    """
    failures = []
    for place in _places():
        try:
            place(root)
        except Exception as failure:
            logger.exception("A root was not published: link %s of %s", root.seq, root.chain)
            failures.append(failure)
    if failures:
        raise failures[0]


def _places() -> list[Callable[[Root], None]]:
    places: list[Callable[[Root], None]] = []
    if path := getattr(settings, "KITH_ROOTS_FILE", None):
        places.append(partial(append_to_file, path=Path(path)))
    places.extend(import_string(path) for path in getattr(settings, "KITH_ROOTS_PLACES", ()))
    return places


def append_to_file(root: Root, *, path: Path) -> None:
    """One line at the end of the file, on the disk before this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # One write to a file opened for appending: lines of several processes do not mix.
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
    try:
        os.write(file, f"{root.line}\n".encode("ascii"))
        os.fsync(file)
    finally:
        os.close(file)
