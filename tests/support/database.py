"""The tests' database: made new, migrated by its owner, then used as the plain role that pages use."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from psycopg import sql

from kith.config import embedded_postgres
from kith.config.database_url import database_in, django_settings, url_as, url_of_database


@dataclass(kw_only=True)
class TestDatabase:
    """One database on one server. ``url`` is its administrator's."""

    __test__ = False
    url: str
    server: embedded_postgres.Server | None
    first_rows: dict[str, bytes]
    """What the migrations themselves put into each table, to put back after a test that emptied it."""

    def url_as(self, role: str) -> str:
        """The address for a connection of one's own as ``owner``, ``app``, ``asker`` or ``disposal``."""
        return url_as(self.url, role)

    def connect(self, role: str) -> psycopg.Connection[Any]:
        """A connection of one's own. It sees only what was committed: ask for ``django_db(transaction=True)``."""
        return psycopg.connect(self.url_as(role))

    @contextmanager
    def acting_as(self, role: str) -> Iterator[None]:
        """Django's own connection as another role, inside ``with``. Needs ``django_db(transaction=True)``."""
        _connect_django(self.url, role)
        try:
            yield
        finally:
            _connect_django(self.url, settings.KITH_DATABASE_ROLE)

    def empty(self, statements: list[str]) -> None:
        """What Django runs to empty the tables after a transactional test: the plain role may not, so we do.

        Triggers that guard history are passed over, in this connection only.
        """
        with psycopg.connect(self.url) as administrator:
            administrator.execute("SET session_replication_role = replica")
            for statement in statements:
                administrator.execute(statement.encode())
            _put_back(administrator, self.first_rows)


def make(*, keep: bool) -> TestDatabase:
    """Make the tests' database. ``keep`` takes the one of the last run where there is one (``--reuse-db``)."""
    url, server = _server()
    if not keep:
        _drop(url)
    settings.KITH_DATABASE_URL = url
    settings.KITH_DATABASE_ROLE = "app"
    connection.settings_dict.update(django_settings(url, "owner"))
    call_command("migrate", verbosity=0, interactive=False)
    _connect_django(url, "app")
    database = TestDatabase(url=url, server=server, first_rows=_first_rows(url))
    # On the class: a test that drops its connection gets a new object for it.
    type(connection.ops).execute_sql_flush = lambda _, statements: database.empty(statements)
    return database


def remove(database: TestDatabase, *, keep: bool) -> None:
    """Drop it, or stop the server that was started for it."""
    connection.close()
    if database.server:
        database.server.stop()
    elif not keep:
        _drop(database.url)


def _server() -> tuple[str, embedded_postgres.Server | None]:
    """A server: the one given for tests, the one that is used for development, or one of our own."""
    given = os.environ.get("KITH_TEST_DATABASE_URL") or os.environ.get("DATABASE_URL")
    if given:
        return url_of_database(given, f"test_{database_in(given) or 'kith'}{_of_this_process()}"), None
    server = embedded_postgres.start_for_tests()
    return url_of_database(server.url, "test_kith"), server


def _of_this_process() -> str:
    """Pytest-xdist's name for one of several processes that share a server, or nothing."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    return f"_{worker}" if worker else ""


def _drop(url: str) -> None:
    with psycopg.connect(url_of_database(url, "postgres"), autocommit=True) as server:
        server.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database_in(url)))
        )


def _connect_django(url: str, role: str) -> None:
    connection.close()
    connection.settings_dict.update(django_settings(url, role))


def _first_rows(url: str) -> dict[str, bytes]:
    tables = (
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'django_migrations'"
    )
    with psycopg.connect(url) as administrator, administrator.cursor() as cursor:
        rows = {}
        for (table,) in administrator.execute(tables).fetchall():
            with cursor.copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as copy:
                rows[table] = b"".join(bytes(part) for part in copy)
    return {table: content for table, content in rows.items() if content}


def _put_back(administrator: psycopg.Connection[Any], first_rows: dict[str, bytes]) -> None:
    with administrator.cursor() as cursor:
        for table, content in first_rows.items():
            with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as copy:
                copy.write(content)
