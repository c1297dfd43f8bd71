"""``./kith feed``: hands files that an agency's system wrote to their feed, one file or a folder of them."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from kith.agencies import queries as agencies
from kith.journeys.feeding.found import feed as feed_called
from kith.journeys.feeding.found import feeds, switched_on
from kith.journeys.feeding.receiving import receive_message
from kith.journeys.feeding.types import CameOf, Feed
from kith.kernel.clock import now
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor

TYPES = {".csv": "text/csv", ".json": "application/json", ".hl7": "x-application/hl7-v2+er7"}


def main(argv: Sequence[str]) -> int:
    """Run the command: 0 where every file is kept, whatever a person must still look at; 1 where it cannot begin."""
    asked = _parser().parse_args(argv)
    try:
        feed, by = _feed(asked), _post(asked)
        files = list(_files(asked.files))
    except BadInput as problem:
        print(f"kith: {problem.problem}", file=sys.stderr)
        return 1
    for path in files:
        came = receive_message(
            feed=feed, media_type=_media_type(path, feed), body=path.read_bytes(), by=by, at=now()
        )
        print(f"{path}: {_said(came)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./kith feed", description=__doc__)
    parser.add_argument("feed", help=f"one of: {', '.join(sorted(feeds()))}")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files, or folders of files")
    parser.add_argument("--area", required=True, help="the area's code")
    parser.add_argument(
        "--post", required=True, help="code of the practitioner in whose name the system sends"
    )
    return parser


def _feed(asked: argparse.Namespace) -> Feed:
    found = feed_called(asked.feed)
    if found is None:
        raise BadInput("feed", f"There is no feed {asked.feed}. There are: {', '.join(sorted(feeds()))}.")
    if found not in switched_on(area=asked.area):
        raise BadInput("feed", f"{asked.area} has not switched {asked.feed} on: see its file in areas/.")
    return found


def _post(asked: argparse.Namespace) -> Actor:
    held = agencies.practitioner_by_code(area=asked.area, code=asked.post)
    found = feed_called(asked.feed)
    if held is None:
        raise BadInput("post", f"{asked.area} has no practitioner {asked.post}.")
    if found is None or held.agency != found.agency:
        raise BadInput("post", f"{held.name} does not work in the agency that sends {asked.feed}.")
    return agencies.actor(practitioner=held.id, at=now())


def _files(given: Sequence[Path]) -> Iterator[Path]:
    """Each file, and of a folder those in it by name; hidden ones are left."""
    for path in given:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
        elif path.is_file():
            yield path
        else:
            raise BadInput("files", f"There is no file {path}.")


def _media_type(path: Path, feed: Feed) -> str:
    found = TYPES.get(path.suffix.lower(), feed.formats[0])
    return found if found in feed.formats else feed.formats[0]


def _said(came: CameOf) -> str:
    if came.says_nothing:
        return "nothing to report"
    again = "came before; " if came.came_before else ""
    left = "" if came.is_done else "; not finished, and tried again by ./kith work"
    looks = f", {len(came.letters)} for a person to look at" if came.letters else ""
    return f"{again}{came.taken} taken{looks}{left}"
