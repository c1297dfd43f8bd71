"""Give back to agencies' own systems: add, list, move, secret or end."""

from kith.config import running_demo

NEEDS = "kith.giving.command"


def main(arguments: list[str]) -> int:
    """Hand over to the room of giving back."""
    running_demo.use()
    import django

    django.setup()
    from kith.giving.command import main as giving

    return int(giving(arguments) or 0)
