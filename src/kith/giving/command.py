"""``./kith giving``: to which systems Kith gives back, how that stands, their addresses and secrets."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from kith.agencies import queries as agencies
from kith.giving import operations, queries
from kith.giving.types import NewReceiver, Registered
from kith.kernel.clock import LONDON, now
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor

Do = Callable[[argparse.Namespace, datetime], None]


def main(argv: Sequence[str]) -> int:
    """Run the command; 0 where it was done. What cannot be done is told in a line."""
    asked = _parser().parse_args(argv)
    try:
        asked.do(asked, now())
    except BadInput as problem:
        print(f"kith: {problem.problem}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./kith giving", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="add | list | move | secret | end")
    add = _command(commands, "add", _add, "give back to a system; its secret is printed once")
    add.add_argument("--agency", required=True, help="the agency's code, such as school")
    add.add_argument(
        "--post",
        required=True,
        help="code of the practitioner in whose name it is given: of a school, of that school",
    )
    add.add_argument("--name", required=True, help="what the system is called there")
    add.add_argument(
        "--address",
        default="",
        help="where Kith says that something stands ready; left out, the system asks by itself",
    )
    add.add_argument(
        "--since",
        type=_day,
        help="put ready what was recorded from this day (2026-01-31); left out, from now",
    )
    _command(commands, "list", _list, "to which systems, and how it stands")
    move = _command(commands, "move", _move, "another address, with a new secret")
    move.add_argument("--address", default="", help="left out, the system asks by itself")
    parts = [
        add,
        move,
        _command(commands, "secret", _secret, "a new secret"),
        _command(commands, "end", _end, "no more"),
    ]
    for one in parts:
        one.add_argument("--by", required=True, help="code of the practitioner who decides this")
    for one in parts[1:]:
        one.add_argument("system", type=UUID, help="its id, as list shows it")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, do: Do, words: str
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=words)
    made.add_argument("--area", required=True, help="the area's code")
    made.set_defaults(do=do)
    return made


def _add(asked: argparse.Namespace, at: datetime) -> None:
    receiver = NewReceiver(
        agency=asked.agency,
        practitioner=asked.post,
        name=asked.name,
        address=asked.address,
        since=asked.since,
    )
    _tell(operations.register(receiver=receiver, by=_by(asked, at), at=at))


def _move(asked: argparse.Namespace, at: datetime) -> None:
    _tell(operations.move(asked.system, address=asked.address, by=_by(asked, at), at=at))


def _secret(asked: argparse.Namespace, at: datetime) -> None:
    _tell(operations.new_secret(asked.system, by=_by(asked, at), at=at))


def _end(asked: argparse.Namespace, at: datetime) -> None:
    operations.end(asked.system, by=_by(asked, at), at=at)
    print(f"System {asked.system} is given nothing more.")


def _list(asked: argparse.Namespace, at: datetime) -> None:
    for one in queries.receivers_in(area=asked.area, at=at):
        state = (
            "given up"
            if one.given_up_at
            else f"waits, {one.problem or 'not tried yet'}"
            if one.waits_since
            else "told of all"
        )
        state = "its post works elsewhere now" if one.has_left else state
        how = state if one.has_address else "asks by itself"
        print(f"{one.id}  {one.body_name}  {one.name}: {one.ready} ready, {how}")


def _tell(made: Registered) -> None:
    print(f"System {made.id}.", file=sys.stderr)
    if made.secret:
        print("Its secret is shown this once:", file=sys.stderr)
        print(made.secret)


def _by(asked: argparse.Namespace, at: datetime) -> Actor:
    found = agencies.practitioner_by_code(area=asked.area, code=asked.by)
    if found is None:
        raise BadInput("by", f"{asked.area} has no practitioner {asked.by}.")
    return agencies.actor(practitioner=found.id, at=at)


def _day(words: str) -> datetime:
    return datetime.strptime(words, "%Y-%m-%d").replace(tzinfo=LONDON)
