"""Find, link and train: evaluate DIR, link FILE, train DIR, relink, renew; each with --help."""

import os
import sys

NEEDS = "kith.linkage.command"
ON_WHAT_IS_HELD = ("relink", "renew")


def main(arguments: list[str]) -> int:
    """Hand over to the room that links in bulk: on the database in use, a scratch one, or none."""
    from kith.linkage import command

    asked = command.asked(arguments)
    if asked.what in ON_WHAT_IS_HELD:
        from kith.config import running_demo

        running_demo.use()
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    import django

    django.setup()
    return _in_a_scratch_database(asked) if asked.what == "evaluate" else command.run(asked)


def _in_a_scratch_database(asked: object) -> int:
    from kith.config import embedded_postgres
    from kith.config.scratch_database import scratch_database
    from kith.linkage import command

    try:
        with scratch_database() as admin_url:
            return command.run(asked, admin_url=admin_url)  # type: ignore[arg-type]
    except embedded_postgres.CannotStart as problem:
        print(f"kith: {problem}", file=sys.stderr)
        return 1
