"""A scratch database for one run: made from a migrated template, dropped at the end, never the demo's."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from kith.config import embedded_postgres
from kith.config.database_url import django_settings, url_of_database

ROOT = Path(__file__).resolve().parents[3]
HOME = ROOT / ".kith" / "scratch"


@contextmanager
def scratch_database() -> Iterator[str]:
    """Django connected, as the plain role, to an empty migrated database that is gone afterwards; the administrator's address of it.

    The server is the one at ``KITH_SCRATCH_SERVER`` (an administrator's address), or an embedded one of our own.
    """
    given = os.environ.get("KITH_SCRATCH_SERVER")
    server = None if given else embedded_postgres.start(HOME, durable=False)
    url = given or (server.url if server else "")
    name = f"kith_scratch_{os.getpid()}"
    try:
        template = _template(url)
        _run(
            url,
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template)),
        )
        _connect(url_of_database(url, name))
        yield url_of_database(url, name)
    finally:
        from django.db import connection

        connection.close()
        _run(url, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        if server:
            server.stop()


def _template(url: str) -> str:
    """The migrated template, made anew whenever a migration or a grant changes."""
    name = f"kith_template_{_fingerprint()}"
    if _run(url, sql.SQL("SELECT FROM pg_database WHERE datname = {}").format(sql.Literal(name))):
        return name
    from django.core.management import call_command

    making = f"{name}_making"
    _run(url, sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(making)))
    _connect(url_of_database(url, making))
    call_command("migrate", verbosity=0, interactive=False)
    from django.db import connection

    connection.close()
    _run(url, sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(name)))
    return name


def _fingerprint() -> str:
    """Of everything that shapes an empty database."""
    shaping = ("*/migrations/*.py", "*/models.py", "config/database_*.py")
    digest = hashlib.sha256()
    for path in sorted(path for pattern in shaping for path in (ROOT / "src" / "kith").glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _connect(url: str) -> None:
    from django.conf import settings
    from django.db import connection

    connection.close()
    settings.KITH_DATABASE_URL = url
    connection.settings_dict.update(django_settings(url, "app"))


def _run(url: str, statement: sql.Composed) -> bool:
    """Run one statement beside all databases; True where it found a row."""
    with psycopg.connect(url_of_database(url, "postgres"), autocommit=True) as server:
        cursor = server.execute(statement)
        return cursor.description is not None and cursor.fetchone() is not None
