"""Hand files that an agency's system wrote to their feed: FEED FILE... --area AREA --post POST."""

from kith.config import running_demo

NEEDS = "kith.feeds.command"


def main(arguments: list[str]) -> int:
    """Hand over to the room of the feeds."""
    running_demo.use()
    import django

    django.setup()
    from kith.feeds.command import main as feed

    return int(feed(arguments) or 0)
