"""Show the rules in force, in English."""

from kith.config import running_demo

NEEDS = "kith.patterns.command"


def main(arguments: list[str]) -> int:
    """Hand over to the room that asks the rules."""
    running_demo.use()
    import django

    django.setup()
    from kith.patterns.command import main as rules

    return int(rules(arguments) or 0)
