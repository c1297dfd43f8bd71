"""Stored files have one door: kept whole, once, and never handed out damaged."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from kith.kernel import stored_files
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor

BY = Actor(id=UUID(int=7), area="here", agency="school", name="Someone")
AT = datetime(2026, 5, 1, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path) -> Path:
    settings.KITH_FILES = str(tmp_path)
    return tmp_path


def keep(body: bytes = b"a picture") -> UUID:
    return stored_files.keep(body=body, media_type="image/jpeg", by=BY, at=AT)


def test_what_was_kept_is_read_again_with_who_kept_it_and_when():
    file = keep()
    assert stored_files.read(id=file) == b"a picture"
    kept = stored_files.about(id=file)
    assert (kept.size, kept.kept_by, kept.kept_at, kept.area) == (9, BY.id, AT, "here")


def test_the_same_bytes_are_on_disk_once_however_often_they_are_kept(folder):
    first, second = keep(), keep()
    assert first != second
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_damaged_bytes_are_never_handed_out(folder):
    file = keep()
    next(path for path in folder.rglob("*") if path.is_file()).write_bytes(b"another picture")
    with pytest.raises(stored_files.Damaged):
        stored_files.read(id=file)


def test_missing_bytes_are_said_to_be_missing(folder):
    file = keep()
    next(path for path in folder.rglob("*") if path.is_file()).unlink()
    with pytest.raises(stored_files.Damaged):
        stored_files.read(id=file)


@pytest.mark.parametrize("body", [b"", b"x" * (stored_files.LARGEST + 1)])
def test_nothing_and_too_much_are_refused_by_name(body):
    with pytest.raises(BadInput) as refused:
        keep(body)
    assert refused.value.field == "file"
