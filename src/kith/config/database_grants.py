"""Says what each database role may do to each table, from what the model says of itself.

A model says it in plain class attributes:

- ``append_only = True``: rows are added and read, never changed or removed;
- ``erasable = True``: the same for pages, and the disposal role may remove rows;
- ``disposal_writes = True``: the disposal role may add rows (the certificate that it leaves);
- ``kept_from_rules = True``: the asker role may not read it (passwords, addresses that can kill);
- ``removable = True``: pages may remove rows too, which a room must want: history does not go away.

A model that says nothing may be read, added to and changed. Rules read the tables of
rooms only, not those of other people's packages. What no model stands for (a view, a table made by hand) may be read.
"""

from collections.abc import Iterator

import psycopg
from django.apps import apps
from django.db.models import Model
from psycopg import sql

from kith.config.database_url import database_in, name_of, url_as

READERS = ("app", "asker", "disposal")
RELATIONS = """
    SELECT relname, relkind IN ('r', 'p') FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
"""
READ_ONLY: dict[str, tuple[str, ...]] = {"app": ("SELECT",), "asker": ("SELECT",)}


def rights_for(model: type[Model]) -> dict[str, tuple[str, ...]]:
    """What each role may do to the model's table: role to SQL privileges."""
    rights = {"app": _rights_of_pages(model)}
    if _is_ours(model) and not getattr(model, "kept_from_rules", False):
        rights["asker"] = ("SELECT",)
    disposal = ["SELECT"]
    if getattr(model, "erasable", False):
        disposal.append("DELETE")
    if getattr(model, "disposal_writes", False):
        disposal.append("INSERT")
    if len(disposal) > 1:
        rights["disposal"] = tuple(disposal)
    return rights


def _rights_of_pages(model: type[Model]) -> tuple[str, ...]:
    rights: tuple[str, ...] = ("SELECT", "INSERT")
    if getattr(model, "append_only", False) or getattr(model, "erasable", False):
        return rights
    rights = (*rights, "UPDATE")
    if not _is_ours(model) or model._meta.auto_created or getattr(model, "removable", False):
        rights = (*rights, "DELETE")
    return rights


def _is_ours(model: type[Model]) -> bool:
    return model.__module__.startswith("kith.")


def apply(url: str) -> None:
    """Grant and revoke on the database at ``url``, in one transaction, as the owner of its tables."""
    by_table = {
        model._meta.db_table: rights_for(model) for model in apps.get_models(include_auto_created=True)
    }
    with psycopg.connect(url_as(url, "owner")) as owner:
        for statement in _on_database(database_in(url)):
            owner.execute(statement)
        for name, is_table in owner.execute(RELATIONS).fetchall():
            rights = by_table.get(name, READ_ONLY) if is_table else READ_ONLY
            for statement in _on_relation(name, rights):
                owner.execute(statement)


def _on_database(database: str) -> Iterator[sql.Composed]:
    yield sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database))
    yield sql.SQL("REVOKE CREATE ON SCHEMA public FROM PUBLIC").format()
    yield sql.SQL("GRANT EXECUTE ON FUNCTION kith_count_rows() TO {}").format(sql.Identifier(name_of("app")))
    for role in READERS:
        names = sql.Identifier(database), sql.Identifier(name_of(role))
        yield sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(*names)
        yield sql.SQL("GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {}").format(
            sql.Identifier(name_of(role))
        )


def _on_relation(name: str, rights: dict[str, tuple[str, ...]]) -> Iterator[sql.Composed]:
    relation = sql.Identifier("public", name)
    for role in READERS:
        grantee = sql.Identifier(name_of(role))
        yield sql.SQL("REVOKE ALL ON {} FROM {}").format(relation, grantee)
        if role in rights:
            allowed = sql.SQL(", ").join(sql.SQL(right) for right in rights[role])
            yield sql.SQL("GRANT {} ON {} TO {}").format(allowed, relation, grantee)
