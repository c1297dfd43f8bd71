"""Issue, list or revoke the tokens by which agencies' systems send entries."""

from kith.config import running_demo

NEEDS = "kith.api.command"


def main(arguments: list[str]) -> int:
    """Hand over to the room of the JSON door."""
    running_demo.use()
    import django

    django.setup()
    from kith.api.command import main as token

    return int(token(arguments) or 0)
