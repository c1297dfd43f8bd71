"""Processes that send messages and die: each is forked from one that has Kith loaded, and killed at a statement by number.

Run as ``python -m tests.feeds.dying``; each line on its input is one run, in JSON, and is answered by the process's exit code.
"""

import json
import os
import sys
from datetime import datetime
from typing import Any


def main() -> None:
    import django

    django.setup()
    from django.db import connections

    is_warm = False
    for line in sys.stdin:
        asked = json.loads(line)
        if not is_warm and asked["body"]:
            _warm(asked)
            is_warm = True
        connections.close_all()
        child = os.fork()
        if child == 0:
            _run(asked)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _warm(asked: dict[str, Any]) -> None:
    """Do the first once and take it back, so that no fork loads rules and models anew."""
    from django.db import transaction

    with transaction.atomic():
        _do(asked)
        transaction.set_rollback(True)


def _run(asked: dict[str, Any]) -> None:
    """Send one message, or do a round, and die before the statement of that number; 0 where it was done sooner."""
    code = 1
    try:
        from django.db import connection

        with connection.execute_wrapper(_dies_at(asked["dies_at"])):
            _do(asked)
        code = 0
    finally:
        os._exit(code)


def _do(asked: dict[str, Any]) -> None:
    from kith.agencies import queries as agencies
    from kith.journeys.feeding.found import feeds
    from kith.journeys.feeding.receiving import finish_received, receive_message

    at = datetime.fromisoformat(asked["at"])
    if not asked["body"]:
        finish_received(at=at)
        return
    held = agencies.practitioner_by_code(area=asked["area"], code=asked["post"])
    assert held
    by = agencies.actor(practitioner=held.id, at=at)
    feed = feeds()[asked["feed"]]
    receive_message(feed=feed, media_type=feed.formats[0], body=asked["body"].encode(), by=by, at=at)


def _dies_at(number: int) -> Any:
    done = 0

    def count(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        nonlocal done
        done += 1
        if done == number:
            os.kill(os.getpid(), 9)
        return execute(sql, params, many, context)

    return count


if __name__ == "__main__":
    main()
