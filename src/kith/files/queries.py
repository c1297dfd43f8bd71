"""Which files there are of an entry, what may be shown of them, and who opened them. They do not ask who is looking."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kith.files import models
from kith.files.types import WAITING, Copy, File, Opened
from kith.kernel.stored_files import Damaged

__all__ = ["Damaged", "file", "files_of", "of_copy", "waiting"]


def files_of(*, entries: Collection[UUID]) -> dict[UUID, tuple[File, ...]]:
    """The files of each of several entries, oldest first, in a fixed number of reads; an entry without any is absent."""
    found: dict[UUID, list[File]] = {}
    for file in _files(_originals().filter(file_of__entry__in=list(entries))):
        if file.entry is not None:
            found.setdefault(file.entry, []).append(file)
    return {entry: tuple(files) for entry, files in found.items()}


def file(*, id: UUID) -> File | None:
    """One file, or None."""
    return next(iter(_files(_originals().filter(pk=id))), None)


def of_copy(*, copy: UUID) -> tuple[File, int, bool] | None:
    """The file that a copy is of, its page, and whether it is the clear one."""
    row = models.Copy.objects.filter(Q(clear=copy) | Q(blurred=copy)).first()
    found = row and file(id=row.original_id)
    return (found, row.page, row.clear_id == copy) if row and found else None


def waiting(*, limit: int) -> list[tuple[UUID, str]]:
    """Files that no scanner gave an answer of yet, oldest first, with their digests."""
    rows = _originals().filter(state=WAITING).order_by("taken_at", "pk")
    return list(rows.values_list("pk", "digest")[:limit])


def _originals() -> QuerySet[models.SealedOriginal]:
    last = models.Scan.objects.filter(original=OuterRef("pk")).order_by("-scanned_at", "-pk")
    return models.SealedOriginal.objects.annotate(state=Subquery(last.values("outcome")[:1]))


def _files(rows: QuerySet[models.SealedOriginal]) -> Iterable[File]:
    held = rows.select_related("file_of").prefetch_related("copies", "openings").order_by("taken_at", "pk")
    return [_file(row) for row in held]


def _file(row: models.SealedOriginal) -> File:
    whose = getattr(row, "file_of", None)
    return File(
        id=row.pk,
        area=row.area,
        name=row.given_name,
        shows=whose.shows if whose else "",
        media_type=row.media_type,
        digest=row.digest,
        size=row.size,
        taken_at=row.taken_at,
        taken_by=row.taken_by,
        taken_by_name=row.taken_by_name,
        state=row.state or WAITING,  # type: ignore[attr-defined]
        child=whose.child if whose else None,
        entry=whose.entry if whose else None,
        copies=tuple(
            Copy(
                page=one.page, clear=one.clear_id, blurred=one.blurred_id, width=one.width, height=one.height
            )
            for one in sorted(row.copies.all(), key=lambda one: one.page)
        ),
        opened=tuple(
            Opened(file=row.pk, by=one.opened_by, by_name=one.opened_by_name, at=one.opened_at)
            for one in sorted(row.openings.all(), key=lambda one: (one.opened_at, one.pk))
        ),
    )
