"""The one door to stored files: bytes kept by their digest in a folder outside the database, with a row that says what they are."""

import contextlib
import hashlib
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from kith.kernel.errors import BadInput
from kith.kernel.models import StoredFile
from kith.kernel.types import Actor

LARGEST = 25 * 1024 * 1024


class Damaged(Exception):
    """The bytes on disk are not those that were kept, or are not there."""


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What a file is, without its bytes. ``digest`` is SHA-256 in hexadecimal."""

    id: UUID
    area: str
    media_type: str
    size: int
    digest: str
    kept_at: datetime
    kept_by: UUID


def keep(*, body: bytes, media_type: str, by: Actor, at: datetime) -> UUID:
    """Keep bytes, once for each digest, and a row for this keeping. Raises BadInput where there is nothing or too much."""
    if not body:
        raise BadInput("file", "This file is empty.")
    if len(body) > LARGEST:
        raise BadInput("file", f"This file is too large: at most {LARGEST // 1024 // 1024} MB.")
    digest = hashlib.sha256(body).hexdigest()
    _write(_place(digest), body)
    row = StoredFile.objects.create(
        area=by.area, media_type=media_type, size=len(body), digest=digest, kept_at=at, kept_by=by.id
    )
    return row.id


def about(*, id: UUID) -> Kept | None:
    row = StoredFile.objects.filter(id=id).first()
    if row is None:
        return None
    return Kept(
        id=row.id,
        area=row.area,
        media_type=row.media_type,
        size=row.size,
        digest=row.digest,
        kept_at=row.kept_at,
        kept_by=row.kept_by,
    )


def read(*, id: UUID) -> bytes:
    """The bytes as they were kept. Raises Damaged where they are not, and KeyError where no such file was kept."""
    kept = about(id=id)
    if kept is None:
        raise KeyError(id)
    try:
        body = _place(kept.digest).read_bytes()
    except OSError as problem:
        raise Damaged(f"{kept.digest}: {problem.strerror}") from problem
    if hashlib.sha256(body).hexdigest() != kept.digest:
        raise Damaged(f"{kept.digest}: other bytes than were kept")
    return body


def _place(digest: str) -> Path:
    return Path(settings.KITH_FILES) / digest[:2] / digest


def _write(place: Path, body: bytes) -> None:
    """Whole or not at all: written beside its place, flushed, then moved there."""
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(place)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise
