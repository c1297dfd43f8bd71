"""Originals, as they came: kept under their digest in a folder of their own. Nothing here hands one to a person."""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings


class Damaged(Exception):
    """The sealed bytes are not those that were taken in, or are not there."""


def seal(*, body: bytes) -> str:
    """Keep the bytes once, readable by Kith's own account alone; answers their SHA-256 in hexadecimal."""
    digest = hashlib.sha256(body).hexdigest()
    place = _place(digest)
    if place.exists():
        return digest
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).chmod(0o400)
        Path(beside).replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
    return digest


def for_the_scanner(*, digest: str) -> bytes:
    """The bytes, for a scanner that gave no answer when they came. Raises Damaged where they are not what was sealed."""
    try:
        body = _place(digest).read_bytes()
    except OSError as problem:
        raise Damaged(f"{digest}: {problem.strerror}") from problem
    if hashlib.sha256(body).hexdigest() != digest:
        raise Damaged(f"{digest}: other bytes than were sealed")
    return body


def _place(digest: str) -> Path:
    return Path(settings.KITH_SEALED_FILES) / digest[:2] / digest
