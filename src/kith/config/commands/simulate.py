"""Make up an area and its families, from a seed."""

from kith.config import running_demo

NEEDS = "kith.simulation.command"


def main(arguments: list[str]) -> int:
    """Hand over to the room that makes things up."""
    running_demo.use()
    import django

    django.setup()
    from kith.simulation.command import main as simulate

    return int(simulate(arguments) or 0)
