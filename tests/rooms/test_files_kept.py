"""Files that were taken in: sealed apart, scanned or waiting, counted for the day, and opened under a name."""

import hashlib
import socket
import struct
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, connections, transaction

from kith.files import models, operations, queries, scanners, sealed
from kith.files.types import CLEAN, FOUND, NOT_SCANNED, WAITING
from kith.jobs.rounds import one_round
from kith.journeys.add_photographs import Sent, add_photographs
from kith.kernel import stored_files
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from tests.support import pictures

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=LONDON)
SAM = Actor(id=new_id(), area="tolland-bay", agency="school", name="Sam Rowe")
doing = {"by": SAM, "at": AT}


@pytest.fixture(autouse=True)
def folders(settings, tmp_path) -> Path:
    settings.KITH_FILES, settings.KITH_SEALED_FILES = str(tmp_path / "files"), str(tmp_path / "sealed")
    settings.KITH_SCANNER = "kith.files.scanners.none_configured"
    return tmp_path


class FakeClamd:
    """Answers INSTREAM as clamd does: EICAR is found, all else is OK; or it says what it is told to say."""

    def __init__(self, folder: Path, *, says: bytes = b"") -> None:
        self.place, self.says, self.bodies = str(folder / "clamd.ctl"), says, []
        self.line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.line.bind(self.place)
        self.line.listen(4)
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                asker, _ = self.line.accept()
            except OSError:
                return
            with asker, asker.makefile("rb") as said:
                assert said.read(10) == b"zINSTREAM\0"
                body = b""
                while length := struct.unpack("!L", said.read(4))[0]:
                    body += said.read(length)
                self.bodies.append(body)
                asker.sendall(self.says or self._of(body))

    def _of(self, body: bytes) -> bytes:
        return b"stream: Eicar-Signature FOUND\0" if pictures.EICAR in body else b"stream: OK\0"


@pytest.fixture
def clamd(settings, tmp_path) -> Iterator[FakeClamd]:
    settings.KITH_SCANNER = "kith.files.scanners.clamd"
    running = FakeClamd(tmp_path)
    settings.KITH_CLAMD = running.place
    yield running
    running.line.close()


def taken(body: bytes = b"", name: str = "bruise.jpg"):
    return queries.file(id=operations.take_image(body=body or pictures.picture(), name=name, **doing))


def all_bytes(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]


def test_the_original_is_sealed_as_it_came_and_only_copies_are_handed_out(folders):
    body = pictures.with_everything_beside_it()
    file = taken(body, "../../Tam\u202e.jpg")
    assert (file.digest, file.size, file.name) == (hashlib.sha256(body).hexdigest(), len(body), "Tam.jpg")
    assert (file.taken_at, file.taken_by, file.state) == (AT, SAM.id, NOT_SCANNED)
    (path,) = [path for path in (folders / "sealed").rglob("*") if path.is_file()]
    assert path.read_bytes() == body and path.name == file.digest and path.stat().st_mode & 0o777 == 0o400
    copies = all_bytes(folders / "files")
    assert len(copies) == 2 and not any(b"MadeUp" in one or one == body for one in copies)
    assert not any("Tam" in str(path) for path in folders.rglob("*"))


def test_the_row_of_an_original_is_never_changed_or_removed(folders):
    file = taken()
    for statement in ("UPDATE files_sealedoriginal SET size = 1", "DELETE FROM files_opening"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert queries.file(id=file.id) == file


def test_a_clear_copy_is_handed_out_only_after_who_asked_was_written():
    file = taken()
    (copy,) = file.copies
    assert operations.hand_out(copy=copy.blurred, **doing).body.startswith(b"\xff\xd8")
    assert queries.file(id=file.id).opened == ()
    picture = operations.hand_out(copy=copy.clear, **doing)
    assert (picture.is_clear, picture.page) == (True, 1)
    (opened,) = queries.file(id=file.id).opened
    assert (opened.by, opened.by_name, opened.at) == (SAM.id, "Sam Rowe", AT)
    with pytest.raises(KeyError):
        operations.hand_out(copy=file.id, **doing)


def test_the_original_itself_has_no_copys_address():
    assert queries.of_copy(copy=taken().id) is None


def test_a_clean_file_is_shown_and_clamd_was_given_the_original(clamd):
    body = pictures.picture(300, 300)
    assert taken(body).state == CLEAN
    assert clamd.bodies == [body]


def test_eicar_is_found_and_nothing_is_kept(clamd, folders):
    with pytest.raises(BadInput, match="virus"):
        taken(pictures.picture() + pictures.EICAR)
    assert models.SealedOriginal.objects.count() == 0 and not (folders / "sealed").exists()


@pytest.mark.parametrize("says", [b"INSTREAM size limit exceeded. ERROR\0", b"\0", b"stream: MAYBE\0"])
def test_what_is_neither_ok_nor_found_is_no_answer(settings, tmp_path, says):
    settings.KITH_SCANNER = "kith.files.scanners.clamd"
    settings.KITH_CLAMD = FakeClamd(tmp_path, says=says).place
    assert scanners.scan(b"x" * 200_000).outcome == WAITING


@pytest.mark.parametrize("scanner", ["kith.files.scanners.clamd", "no.such.scanner"])
def test_without_an_answer_a_file_waits_kept_and_shown_to_nobody(settings, tmp_path, scanner):
    settings.KITH_SCANNER, settings.KITH_CLAMD = scanner, str(tmp_path / "nobody.ctl")
    file = taken()
    assert (file.state, file.may_be_shown) == (WAITING, False)
    for copy in (file.copies[0].clear, file.copies[0].blurred):
        with pytest.raises(Refused, match="waits to be scanned"):
            operations.hand_out(copy=copy, **doing)
    assert queries.file(id=file.id).opened == ()
    assert operations.scan_waiting(**doing) == 0


def test_files_that_waited_are_scanned_once_there_is_an_answer(settings, tmp_path):
    settings.KITH_SCANNER, settings.KITH_CLAMD = "kith.files.scanners.clamd", str(tmp_path / "nobody.ctl")
    clean, infected = taken(), taken(pictures.picture() + pictures.EICAR)
    settings.KITH_CLAMD = FakeClamd(tmp_path).place
    assert one_round(at=AT + timedelta(hours=1)) == 2
    assert [queries.file(id=one.id).state for one in (clean, infected)] == [CLEAN, FOUND]
    assert not queries.file(id=infected.id).may_be_shown
    assert operations.scan_waiting(by=SAM, at=AT + timedelta(hours=2)) == 0


def test_a_file_that_the_scanner_cannot_look_at_holds_no_other_up(settings, tmp_path, folders):
    settings.KITH_SCANNER, settings.KITH_CLAMD = "kith.files.scanners.clamd", str(tmp_path / "nobody.ctl")
    too_long, damaged, good = taken(pictures.picture(90, 90)), taken(pictures.picture(80, 80)), taken()
    next(path for path in (folders / "sealed").rglob(damaged.digest)).unlink()

    class Picky(FakeClamd):
        def _of(self, body: bytes) -> bytes:
            large = len(body) == too_long.size
            return b"INSTREAM size limit exceeded. ERROR\0" if large else b"stream: OK\0"

    settings.KITH_CLAMD = Picky(tmp_path).place
    assert operations.scan_waiting(by=SAM, at=AT + timedelta(hours=1)) == 1
    assert [queries.file(id=one.id).state for one in (too_long, damaged, good)] == [WAITING, WAITING, CLEAN]


def test_sealed_bytes_that_were_altered_are_not_taken_for_the_original(folders):
    file = taken()
    path = next(path for path in (folders / "sealed").rglob(file.digest))
    path.chmod(0o600)
    path.write_bytes(b"another")
    with pytest.raises(sealed.Damaged):
        sealed.for_the_scanner(digest=file.digest)


def test_too_large_is_refused_by_its_size():
    with pytest.raises(BadInput, match="25 MB"):
        operations.ready(body=b"\xff\xd8\xff" + b"x" * stored_files.LARGEST, **doing)


def test_each_file_is_taken_or_refused_by_itself():
    child, entry = uuid4(), uuid4()
    sent = [Sent(name="a.jpg", body=pictures.picture()), Sent(name="b.gif", body=pictures.gif()),
            Sent(name="c.pdf", body=pictures.paper(2))]  # fmt: skip
    came = add_photographs(child=child, entry=entry, sent=sent, shows=" left  arm ", **doing)
    assert len(came.taken) == 2 and [name for name, _ in came.refused] == ["b.gif"]
    held = queries.files_of(entries=[entry, uuid4()])[entry]
    assert [(one.child, one.shows, len(one.copies)) for one in held] == [
        (child, "left arm", 1), (child, "left arm", 2)
    ]  # fmt: skip


def day_is_full(child, *, but: int = 0) -> None:
    rows = [
        models.SealedOriginal(area="x", digest="0" * 64, size=1, media_type="image/png", given_name="x",
                              taken_at=AT, taken_by=SAM.id, taken_by_name="x")
        for _ in range(operations.MOST_OF_A_CHILD_A_DAY - but)
    ]  # fmt: skip
    models.SealedOriginal.objects.bulk_create(rows)
    models.FileOf.objects.bulk_create(
        [models.FileOf(original=row, child=child, added_at=AT, added_by=SAM.id) for row in rows]
    )


def test_after_two_hundred_files_of_a_child_on_one_day_the_next_waits_for_tomorrow():
    child = uuid4()
    day_is_full(child)
    sent = [Sent(name="a.jpg", body=pictures.picture())]
    came = add_photographs(child=child, entry=uuid4(), sent=sent, shows="", **doing)
    assert came.taken == () and "200 files" in came.refused[0][1] and "kept" in came.refused[0][1]
    another = add_photographs(child=uuid4(), entry=uuid4(), sent=sent, shows="", **doing)
    tomorrow = add_photographs(
        child=child, entry=uuid4(), sent=sent, shows="", by=SAM, at=AT + timedelta(days=1)
    )
    assert len(another.taken) == len(tomorrow.taken) == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_send_at_once_do_not_pass_the_limit_together():
    child, entry = uuid4(), uuid4()
    day_is_full(child, but=1)

    def send(_):
        try:
            sent = [Sent(name="a.jpg", body=pictures.picture())]
            return len(add_photographs(child=child, entry=entry, sent=sent, shows="", **doing).taken)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as several:
        assert sum(several.map(send, range(4))) == 1
    assert len(queries.files_of(entries=[entry])[entry]) == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_send_the_same_picture_at_once_each_have_it_and_it_is_sealed_once(folders):
    child, entry, body = uuid4(), uuid4(), pictures.picture(500, 400)

    def send(_):
        try:
            sent = [Sent(name="a.jpg", body=body)]
            return len(add_photographs(child=child, entry=entry, sent=sent, shows="", **doing).taken)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        assert list(both.map(send, range(2))) == [1, 1]
    assert len(all_bytes(folders / "sealed")) == 1
