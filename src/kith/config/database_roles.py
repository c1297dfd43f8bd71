"""Makes and keeps Kith's four database roles, and gives the database to its owner."""

import psycopg
from psycopg import sql

from kith.config.database_url import ROLES, database_in, name_of, password_of, url_of_database

OUR_LOCK = 0x6B697468
"""An advisory lock, so that two who make the roles of one cluster at once take turns."""

NOT_OURS_YET = """
    SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END,
           c.oid::regclass::text
      FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')
       AND c.relowner <> %(owner)s::regrole
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    UNION ALL
    SELECT 'ROUTINE', p.oid::regprocedure::text
      FROM pg_proc p
     WHERE p.pronamespace = 'public'::regnamespace AND p.proowner <> %(owner)s::regrole
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
"""


def prepare(url: str) -> bool:
    """Make the roles, and the database when it is not there, and make ``kith_owner`` its owner.

    ``url`` is an administrator's. Returns False, with nothing done, when its account may not make roles: then
    an administrator made them before, as DEVELOPERS.md says.
    """
    with psycopg.connect(url_of_database(url, "postgres"), autocommit=True) as server:
        if not _may_make_roles(server):
            return False
        server.execute("SELECT pg_advisory_lock(%s)", [OUR_LOCK])
        for role in ROLES:
            _keep_role(server, role, password_of(role, url=url))
        _keep_database(server, database_in(url))
    with psycopg.connect(url) as database:
        _adopt(database)
    return True


def _may_make_roles(server: psycopg.Connection) -> bool:
    found = server.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    return bool(found and found[0])


def _keep_role(server: psycopg.Connection, role: str, password: str) -> None:
    name = name_of(role)
    if not server.execute("SELECT FROM pg_roles WHERE rolname = %s", [name]).rowcount:
        server.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(name)))
    server.execute(
        sql.SQL(
            "ALTER ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS INHERIT"
        ).format(sql.Identifier(name))
    )
    if password:
        server.execute(
            sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(name), sql.Literal(password))
        )
    if role == "asker":
        server.execute(
            sql.SQL("ALTER ROLE {} SET default_transaction_read_only = on").format(sql.Identifier(name))
        )


def _keep_database(server: psycopg.Connection, database: str) -> None:
    owner = sql.Identifier(name_of("owner"))
    if not server.execute("SELECT FROM pg_database WHERE datname = %s", [database]).rowcount:
        server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(database), owner))
    server.execute(sql.SQL("ALTER DATABASE {} OWNER TO {}").format(sql.Identifier(database), owner))


def _adopt(database: psycopg.Connection) -> None:
    """Give what another account made here (a restored backup, say) to the owner, who must be able to migrate it."""
    owner = name_of("owner")
    for kind, name in database.execute(NOT_OURS_YET, {"owner": owner}).fetchall():
        statement = f"ALTER {kind} {name} OWNER TO {owner}"  # names as PostgreSQL itself quoted them
        database.execute(statement.encode())
