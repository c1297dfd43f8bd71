"""Takes files in, says whose they are, scans those that wait, and hands a clear copy out with the name of who asked."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import connection, transaction

from kith.files import models, queries, scanners, sealed
from kith.files.drawing import drawn_anew
from kith.files.given_name import given_name
from kith.files.types import FOUND, WAITING, Picture, Ready, Scanned
from kith.files.what_it_is import refused, what_it_is
from kith.kernel import stored_files
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.kernel.types import Actor

MOST_OF_A_CHILD_A_DAY = 200
JPEG = "image/jpeg"
_INFECTED = "A virus was found in this file. Tell whoever looks after your computer, and send a picture of your screen."
_TOO_LARGE = "This file is larger than 25 MB. Send it smaller, or in parts."


def ready(*, body: bytes, by: Actor, at: datetime) -> Ready:
    """Look at a file, scan it and draw it anew; nothing is kept yet, and no transaction need be open.

    Raises BadInput on ``file``, in a sentence that says what to send instead and that nothing was kept.
    """
    if len(body) > stored_files.LARGEST:
        raise refused(_TOO_LARGE)
    what = what_it_is(body=body)
    scanned = scanners.scan(body)
    if scanned.outcome == FOUND:
        raise refused(_INFECTED)
    pages = drawn_anew(body=body, media_type=what.media_type)
    return Ready(body=body, media_type=what.media_type, pages=pages, scanned=scanned)


@transaction.atomic
def keep(*, file: Ready, name: str, by: Actor, at: datetime) -> UUID:
    """Seal the original, keep what was drawn of it and what the scanner said; answers the file's id."""
    row = models.SealedOriginal.objects.create(
        area=by.area,
        digest=sealed.seal(body=file.body),
        size=len(file.body),
        media_type=file.media_type,
        given_name=given_name(name=name),
        taken_at=at,
        taken_by=by.id,
        taken_by_name=by.name,
    )
    for number, page in enumerate(file.pages, start=1):
        models.Copy.objects.create(
            original=row,
            page=number,
            clear_id=stored_files.keep(body=page.clear, media_type=JPEG, by=by, at=at),
            blurred_id=stored_files.keep(body=page.blurred, media_type=JPEG, by=by, at=at),
            width=page.width,
            height=page.height,
        )
    _keep_scan(row.pk, file.scanned, by, at)
    return row.pk


def take_image(*, body: bytes, name: str, by: Actor, at: datetime) -> UUID:
    """Take one file in, whosever it may be: ``ready`` and ``keep`` in one. Raises BadInput as ``ready``."""
    return keep(file=ready(body=body, by=by, at=at), name=name, by=by, at=at)


@transaction.atomic
def give_to_child(
    *, file: UUID, child: UUID, entry: UUID | None = None, shows: str = "", by: Actor, at: datetime
) -> None:
    """Say whose a file is. Raises BadInput once ``MOST_OF_A_CHILD_A_DAY`` came today, however many send at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"files of {child}"])
    check_room_for(child=child, by=by, at=at)
    models.FileOf.objects.create(
        original_id=file,
        child=child,
        entry=entry,
        shows=" ".join(shows.split())[:300],
        added_at=at,
        added_by=by.id,
    )


def check_room_for(*, child: UUID, by: Actor, at: datetime) -> None:
    """Raises BadInput where a child has had as many files on this day, in London, as may come."""
    day = datetime.combine(at.astimezone(LONDON).date(), time(), tzinfo=LONDON)
    today = models.FileOf.objects.filter(child=child, added_at__gte=day, added_at__lt=day + timedelta(days=1))
    if today.count() >= MOST_OF_A_CHILD_A_DAY:
        sentence = f"{MOST_OF_A_CHILD_A_DAY} files came for this child today, which is the most. If these matter now, ring the duty desk."
        raise refused(sentence)


def scan_waiting(*, by: Actor, at: datetime, limit: int = 20) -> int:
    """Ask the scanner again about files that wait; answers how many it said something of.

    Stops where it gives no answer at all, so that a scanner that is away holds nobody up; one that answers that it
    cannot look at a file is asked about the next.
    """
    told = 0
    for file, digest in queries.waiting(limit=limit):
        try:
            scanned = scanners.scan(sealed.for_the_scanner(digest=digest))
        except sealed.Damaged:
            continue
        if scanned.outcome != WAITING:
            _keep_scan(file, scanned, by, at)
            told += 1
        elif scanned.said.startswith(scanners.NO_ANSWER):
            break
    return told


def hand_out(*, copy: UUID, by: Actor, at: datetime) -> Picture:
    """The bytes of one copy, blurred or clear; of a clear one, who asked is written first.

    Whether this person may see the child is asked before. Raises KeyError where there is none, and Refused where it waits for the scanner.
    """
    found = queries.of_copy(copy=copy)
    if found is None:
        raise KeyError(copy)
    file, page, is_clear = found
    if not file.may_be_shown:
        raise Refused(
            "This file waits to be scanned for viruses. It is kept, and shown to nobody until then."
        )
    if is_clear:
        models.Opening.objects.create(
            original_id=file.id, page=page, opened_at=at, opened_by=by.id, opened_by_name=by.name
        )
    return Picture(id=copy, file=file, is_clear=is_clear, page=page, body=stored_files.read(id=copy))


def _keep_scan(original: UUID, scanned: Scanned, by: Actor, at: datetime) -> None:
    if scanned.outcome not in models.OUTCOMES:
        raise BadInput("file", "The scanner answered what nobody knows.")
    models.Scan.objects.create(
        original_id=original,
        outcome=scanned.outcome,
        scanner=scanned.scanner[:100],
        said=scanned.said[:200],
        scanned_at=at,
        scanned_by=by.id,
    )
