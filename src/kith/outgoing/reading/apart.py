"""Reads files in a process of their own, with little memory and little time: a hostile file harms nothing but itself."""

import json
import os
import resource
import subprocess  # nosec B404: this very module in another process, see ``_in_a_process``
import sys
from dataclasses import asdict

from kith.outgoing.reading.gathered import LARGEST, Gathered, NotRead, Piece
from kith.outgoing.reading.kinds import read_here, reads_safely

MEMORY = 1536 * 1024 * 1024
"""Bytes of address space; what is resident stays far below."""
SECONDS = 120
_NEEDED = ("PATH", "LANG", "LC_ALL", "TMPDIR", "PYTHONPATH", "TESSDATA_PREFIX")
"""All that it is given of our environment, where our keys and passwords stand."""


def read(body: bytes, *, media_type: str, name: str = "") -> Gathered:
    """All the text of a document, with its places; ``name`` is a file name, which is searched too.

    Letters are gone over here; everything that needs unpacking or drawing is read in a process that ends with it. A
    document whose process failed was not read.
    """
    if len(body) > LARGEST:
        return _not_read("it is too large to be searched")
    if reads_safely(body, media_type, name):
        return read_here(body, media_type=media_type, name=name)
    return _in_a_process(body, media_type, name)


def _in_a_process(body: bytes, media_type: str, name: str) -> Gathered:
    said = json.dumps({"media_type": media_type, "name": name}).encode() + b"\n"
    try:
        done = subprocess.run(  # nosec B603: our own module, and nothing of the document in the command
            [sys.executable, "-m", "kith.outgoing.reading.apart"],
            input=said + body,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={name: os.environ[name] for name in _NEEDED if name in os.environ}
            | {"OMP_THREAD_LIMIT": "1"},
        )
        told = json.loads(done.stdout) if done.returncode == 0 else None
    except (subprocess.TimeoutExpired, ValueError, OSError):
        told = None
    if told is None:
        return _not_read("reading it took too long, or more memory than a document should")
    return Gathered(
        pieces=[Piece(**one) for one in told["pieces"]],
        not_read=[NotRead(**one) for one in told["not_read"]],
        located=told["located"],
    )


def _not_read(why: str) -> Gathered:
    return Gathered(not_read=[NotRead(place="the file", why=why)])


def _limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """The other process: reads what it is given, says what stands in it, and ends."""
    _limit()
    said = json.loads(sys.stdin.buffer.readline())
    read = read_here(sys.stdin.buffer.read(), media_type=said["media_type"], name=said["name"])
    told = {
        "pieces": [asdict(one) for one in read.pieces],
        "not_read": [asdict(one) for one in read.not_read],
        "located": read.located,
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
