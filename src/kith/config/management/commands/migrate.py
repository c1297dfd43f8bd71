"""Django's migrate, as the owner of the tables, with every role's grants after it, and what is derived made anew."""

from typing import Any

from django.conf import settings
from django.core.management.commands.migrate import Command as DjangoCommand
from django.db import connections

from kith.config import database_grants, database_roles
from kith.config.database_url import django_settings


class Command(DjangoCommand):
    """Everybody who migrates goes this way, so that no table is ever without its grants."""

    def handle(self, *args: Any, **options: Any) -> None:
        url = settings.KITH_DATABASE_URL
        database_roles.prepare(url)
        connection = connections[options["database"]]
        usual = dict(connection.settings_dict)
        _connect_as(connection, django_settings(url, "owner"))
        try:
            super().handle(*args, **options)
            database_grants.apply(url)
            if not options["app_label"]:
                _read_again()
        finally:
            _connect_as(connection, usual)


def _read_again() -> None:
    """What is derived of descriptions is made anew where the form in which they are read has changed, or was never made."""
    from kith.identity import lookup

    for area in lookup.stale_areas():
        lookup.renew(area=area)


def _connect_as(connection: Any, wanted: dict[str, Any]) -> None:
    connection.close()
    connection.settings_dict.update(wanted)
