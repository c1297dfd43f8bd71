"""``./kith token``: issues, lists and revokes the tokens by which agencies' systems send."""

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from kith.agencies import queries as agencies
from kith.api import operations, queries
from kith.api.types import NewToken
from kith.kernel.clock import LONDON, now
from kith.kernel.errors import BadInput
from kith.kernel.types import Actor


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
    parser = argparse.ArgumentParser(prog="./kith token", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="issue | list | revoke")
    issue = _command(commands, "issue", _issue, "let a system send; its token is printed once")
    issue.add_argument("--agency", required=True, help="the agency's code, such as police")
    issue.add_argument("--post", required=True, help="code of the practitioner in whose name it sends")
    issue.add_argument("--for", dest="purpose", required=True, help="which system sends, and what")
    issue.add_argument("--days", type=int, default=365, help="for how long (365, at most 400)")
    _command(commands, "list", _list, "who may send, and until when")
    revoke = _command(commands, "revoke", _revoke, "a system may send no more")
    revoke.add_argument("token", type=UUID, help="the token's id, as list shows it")
    for parts in (issue, revoke):
        parts.add_argument("--by", required=True, help="code of the practitioner who decides this")
    return parser


def _command(
    commands: argparse._SubParsersAction, name: str, do: object, words: str
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=words)
    made.add_argument("--area", required=True, help="the area's code")
    made.set_defaults(do=do)
    return made


def _issue(asked: argparse.Namespace, at: datetime) -> None:
    days = min(max(asked.days, 0), operations.LONGEST.days + 1)  # what is not possible is refused further in
    token = NewToken(
        agency=asked.agency, practitioner=asked.post, purpose=asked.purpose, to_at=at + timedelta(days=days)
    )
    issued = operations.issue_token(token=token, by=_by(asked, at), at=at)
    print(f"Token {issued.id}, valid until {_day(token.to_at)}. It is shown this once:", file=sys.stderr)
    print(issued.secret)


def _list(asked: argparse.Namespace, at: datetime) -> None:
    for token in queries.tokens_in(area=asked.area):
        end = f"revoked {_day(token.revoked_at)}" if token.revoked_at else f"until {_day(token.to_at)}"
        print(f"{token.id}  {token.agency}  {end}  {token.practitioner}: {token.purpose}")


def _revoke(asked: argparse.Namespace, at: datetime) -> None:
    operations.revoke_token(asked.token, by=_by(asked, at), at=at)
    print(f"Token {asked.token} is revoked.")


def _by(asked: argparse.Namespace, at: datetime) -> Actor:
    found = agencies.practitioner_by_code(area=asked.area, code=asked.by)
    if found is None:
        raise BadInput("by", f"{asked.area} has no practitioner {asked.by}.")
    return agencies.actor(practitioner=found.id, at=at)


def _day(at: datetime) -> str:
    return f"{at.astimezone(LONDON):%-d %B %Y}"
