"""Ask the rulebook of a history: FILE... [--json] [--engine in_memory|postgres] [--as-held]."""

import os
import sys

NEEDS = "kith.replay.command"


def main(arguments: list[str]) -> int:
    """Hand over to the room that replays, with a scratch database where the engine needs one."""
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()
    from kith.config import embedded_postgres
    from kith.config.scratch_database import scratch_database
    from kith.replay import command

    asked = command.asked(arguments)
    if asked.engine == "in_memory" or asked.as_held:
        return command.run(asked)
    try:
        with scratch_database():
            return command.run(asked)
    except embedded_postgres.CannotStart as problem:
        print(f"kith: {problem}", file=sys.stderr)
        return 1
