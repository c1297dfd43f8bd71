"""Ask the rulebook of all of history, in bulk."""

from kith.config import running_demo

NEEDS = "kith.replay.command"


def main(arguments: list[str]) -> int:
    """Hand over to the room that replays."""
    running_demo.use()
    import django

    django.setup()
    from kith.replay.command import main as replay

    return int(replay(arguments) or 0)
