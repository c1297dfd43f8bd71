"""Do what waits in the outbox, round after round: --once does one round."""

import sys

from kith.config import running_demo


def main(arguments: list[str]) -> int:
    """Run beside the server; any number of these may run at once."""
    running_demo.use()
    import django

    django.setup()
    from kith.jobs.rounds import one_round, rounds
    from kith.kernel.clock import now

    if arguments == ["--once"]:
        print(f"{one_round(at=now())} done")
        return 0
    if arguments:
        print("usage: ./kith work [--once]", file=sys.stderr)
        return 2
    rounds()
    return 0
