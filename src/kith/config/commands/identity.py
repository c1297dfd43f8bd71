"""Link people in bulk, and measure how well they are found: evaluate DIR --out FILE."""

import os
import sys

NEEDS = "kith.linkage.command"


def main(arguments: list[str]) -> int:
    """Hand over to the room that links in bulk, with a scratch database where people are only tried."""
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()
    from kith.config import embedded_postgres
    from kith.config.scratch_database import scratch_database
    from kith.linkage import command

    asked = command.asked(arguments)
    try:
        with scratch_database() as admin_url:
            return command.run(asked, admin_url=admin_url)
    except embedded_postgres.CannotStart as problem:
        print(f"kith: {problem}", file=sys.stderr)
        return 1
