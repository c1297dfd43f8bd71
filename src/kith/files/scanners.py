"""What looks for viruses: clamd by its socket, or nobody. A scanner that gives no answer lets nothing through."""

import socket
import struct
from collections.abc import Iterator

from django.conf import settings
from django.utils.module_loading import import_string

from kith.files.types import CLEAN, FOUND, NOT_SCANNED, WAITING, Scanned

PIECE = 64 * 1024
SECONDS = 30.0
LONGEST_ANSWER = 4096
NO_ANSWER = "no answer"


def scan(body: bytes) -> Scanned:
    """What the scanner of ``KITH_SCANNER`` says. Whatever goes wrong is no answer: the file then waits, and is not shown."""
    try:
        return import_string(settings.KITH_SCANNER)(body)
    except Exception as problem:
        said = f"{NO_ANSWER}: {type(problem).__name__}"
        return Scanned(outcome=WAITING, scanner=settings.KITH_SCANNER, said=said)


def none_configured(body: bytes) -> Scanned:
    """For machines without a scanner: says that nobody looked, and pages say so too."""
    return Scanned(outcome=NOT_SCANNED, scanner="none configured")


def clamd(body: bytes) -> Scanned:
    """Asks the ClamAV daemon at ``KITH_CLAMD`` (a socket's path, or ``host:port``), by its command INSTREAM."""
    with _connected(settings.KITH_CLAMD) as line:
        line.sendall(b"zINSTREAM\0")
        for piece in _pieces(body):
            line.sendall(struct.pack("!L", len(piece)) + piece)
        line.sendall(struct.pack("!L", 0))
        return _read(_answer(line))


def _connected(place: str) -> socket.socket:
    host, colon, port = place.rpartition(":")
    if colon and port.isdigit():
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(SECONDS)
    try:
        line.connect(place)
    except BaseException:
        line.close()
        raise
    return line


def _pieces(body: bytes) -> Iterator[bytes]:
    return (body[begin : begin + PIECE] for begin in range(0, len(body), PIECE))


def _answer(line: socket.socket) -> str:
    said = b""
    while b"\0" not in said and len(said) < LONGEST_ANSWER:
        piece = line.recv(LONGEST_ANSWER)
        if not piece:
            break
        said += piece
    return said.partition(b"\0")[0].decode("utf-8", "replace").strip()


def _read(answer: str) -> Scanned:
    """``stream: OK``, ``stream: Eicar-Signature FOUND``; all else, such as a limit that was passed, is no answer."""
    said = answer.removeprefix("stream:").strip()
    if said == "OK":
        return Scanned(outcome=CLEAN, scanner="clamd")
    if said.endswith(" FOUND"):
        return Scanned(outcome=FOUND, scanner="clamd", said=said.removesuffix(" FOUND")[:200])
    return Scanned(outcome=WAITING, scanner="clamd", said=said[:200] or NO_ANSWER)
