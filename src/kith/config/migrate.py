"""Migrates the database at DATABASE_URL: ``python -m kith.config.migrate``."""

import os
import sys


def main(arguments: list[str]) -> None:
    """Run Kith's migrate command with Django's own arguments."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", *arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
