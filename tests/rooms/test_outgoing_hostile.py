"""Bombs and hostile bytes are refused, and in little memory: a document that cannot be read is held."""

import io
import os
import resource
import struct
import time
import zipfile
import zlib

import pytest

from kith.outgoing.reading import apart, read
from kith.outgoing.reading.kinds import read_here
from kith.people.address_forms import forms_of_address
from kith.people.hidden_words import forms_found, prepared
from tests.rooms import outgoing_files as files

HIDDEN = forms_of_address("Larkspur House, 14 Quarry Rise, ZX9 0AA")
MOST_MEMORY = 512 * 1024 * 1024
LAUGHS = (
    '<!DOCTYPE a [<!ENTITY l "lol">'
    + "".join(f'<!ENTITY l{n} "{"&l" + (str(n - 1) if n else "") + ";"}{"&l;" * 9}">' for n in range(9))
    + "]><a>&l8;</a>"
)


def bomb(megabytes: int = 200) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.txt", "w") as one:
        for _ in range(megabytes):
            one.write(b"\0" * 1024 * 1024)
    return out.getvalue()


def huge_png() -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 10_000_000))
        + chunk(b"IEND", b"")
    )


def deep_zip(depth: int) -> bytes:
    body = files.packed({"a.txt": "14 Quarry Rise"})
    for _ in range(depth):
        body = files.packed({"b.zip": body})
    return body


def pdf_bomb() -> bytes:
    content = zlib.compress(b"0" * 300_000_000)
    whole = files.pdf()
    at = whole.index(b"4 0 obj")
    return (
        whole[:at]
        + b"4 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n" % len(content)
        + content
        + b"\nendstream\nendobj\n"
        + whole[at + 7 :]
    )


HOSTILE = {
    "a zip bomb": bomb,
    "a zip bomb in a docx": lambda: files.docx(**{"word__a.xml": b"<a>" + b"x" * 60_000_000 + b"</a>"}),
    "a picture of 2,500 million points": huge_png,
    "zips too deep": lambda: deep_zip(6),
    "too many files": lambda: files.packed({f"{number}.txt": "x" for number in range(800)}),
    "a billion laughs": lambda: files.docx(**{"word__comments.xml": LAUGHS}),
    "a file from elsewhere": lambda: files.docx(
        **{"word__comments.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}
    ),
    "a broken zip": lambda: files.packed({"a.txt": "x" * 5000})[:-30] + b"PK\x05\x06" + b"\0" * 18,
    "a PDF bomb": pdf_bomb,
    "half a PDF": lambda: files.pdf()[:200],
    "bytes of no kind": lambda: b"\xd0\xcf\x11\xe0" + os.urandom(5000),
    "a rich text": lambda: b"{\\rtf1 Qu{\\b arr}y Rise}",
    "gzip": lambda: zlib.compress(b"x" * 100, wbits=31),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_not_read_and_takes_little_memory_and_time(name):
    body = HOSTILE[name]()
    # What any child took before, or this process itself: a child that is forked is counted with what it was forked from.
    before = max(
        resource.getrusage(who).ru_maxrss * 1024 for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    )
    begun = time.monotonic()
    told = read(body, media_type="application/octet-stream")
    assert told.not_read, name
    assert time.monotonic() - begun < 60
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert most <= max(before, MOST_MEMORY)


@pytest.mark.parametrize("seed", range(40))
def test_a_file_with_bytes_changed_at_random_is_read_or_held_and_never_a_fault(seed):
    import random

    draw = random.Random(seed)
    whole = bytearray(
        draw.choice(
            [
                files.pdf(drawn="x"),
                files.docx(),
                files.xlsx(),
                files.mail(name="a"),
                files.picture("JPEG"),
                deep_zip(1),
            ]
        )
    )
    for _ in range(draw.randint(1, 30)):
        whole[draw.randrange(len(whole))] = draw.randrange(256)
    read_here(bytes(whole), media_type="application/octet-stream", name="")


@pytest.mark.parametrize(
    "text",
    [
        "+" * 300_000, "=4" * 150_000, "&#" * 150_000, "A" * 300_000, "\x00" * 300_000, "<" * 300_000, "<!--" * 75_000,
        "%4" * 150_000, "\\" * 300_000, "14quarry" * 40_000, "14 Quarry Rise " * 20_000, "zx9 " * 75_000, "0a" * 150_000,
        ("QUJD" * 19 + "\n") * 4000, "1.23 " * 60_000, "\ufdfa" * 20_000,
    ],
)  # fmt: skip
def test_going_over_hostile_letters_takes_time_in_proportion(text):
    begun = time.monotonic()
    forms_found(prepared(text), HIDDEN)
    for media_type in ("text/html", "text/plain"):
        read_here(text.encode(), media_type=media_type, name="")
    assert time.monotonic() - begun < 10


def test_whatever_reads_a_hostile_document_is_given_no_key_and_no_password(monkeypatch):
    given = {}
    run = apart.subprocess.run

    def seen(command, **how):
        given.update(how["env"])
        return run(command, **how)

    for name in ("KITH_SECRET_KEY", "KITH_APP_PASSWORD", "DATABASE_URL", "KITH_COUNCIL_SECRET"):
        monkeypatch.setenv(name, "not for a document")
    monkeypatch.setattr(apart.subprocess, "run", seen)
    told = apart.read(files.packed({"a.txt": b"words"}), media_type="application/zip")
    assert "words" in " ".join(piece.text for piece in told.pieces)
    assert given["OMP_THREAD_LIMIT"] == "1" and "not for a document" not in given.values()
    assert not [name for name in given if name.startswith("KITH") or "URL" in name]
