"""The application meets the database as somebody who can do little there."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import ProgrammingError, connection
from django.db.models import F

from kith.config.database_grants import rights_for
from tests.architecture.source import report

pytestmark = pytest.mark.django_db
RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
ROLES = ("app", "asker", "disposal")


def answers(question: str, *given: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question, given)
        return cursor.fetchall()


def rights_held(role: str, table: str) -> set[str]:
    """What a role may do to a table, as PostgreSQL itself sees it."""
    question = "SELECT r FROM unnest(%s::text[]) r WHERE has_table_privilege(%s, %s, r)"
    return {right for (right,) in answers(question, list(RIGHTS), f"kith_{role}", f'"{table}"')}


def models_that_are(**said: bool):
    wanted = said.items()
    return [
        model
        for model in apps.get_models()
        if all(getattr(model, name, False) is value for name, value in wanted)
    ]


def test_pages_connect_as_a_role_that_owns_nothing_and_passes_no_wall():
    rows = answers(
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles"
        " WHERE rolname IN (session_user, current_user)"
    )
    assert rows == [("kith_app", False, False, False, False)]
    assert answers("SELECT relname FROM pg_class WHERE relowner = 'kith_app'::regrole") == []
    assert answers("SELECT FROM pg_auth_members WHERE member = 'kith_app'::regrole") == []


def test_every_table_belongs_to_the_owner_role():
    owned_by_others = answers(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p', 'v', 'm', 'S') AND relowner <> 'kith_owner'::regrole"
    )
    assert owned_by_others == []


@pytest.mark.parametrize("role", ROLES)
def test_each_role_holds_exactly_the_rights_that_the_models_say(role):
    found = {
        model.__name__: f"holds {sorted(held)}, should hold {sorted(meant)}"
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        if (held := rights_held(role, model._meta.db_table))
        != (meant := set(rights_for(model).get(role, ())))
    }
    assert not found, report(found)


def test_there_are_tables_that_only_grow_and_tables_that_may_be_erased():
    assert models_that_are(append_only=True)
    assert models_that_are(erasable=True)


def test_pages_can_neither_change_nor_remove_what_only_grows():
    for model in [*models_that_are(append_only=True), *models_that_are(erasable=True)]:
        assert rights_held("app", model._meta.db_table) == {"SELECT", "INSERT"}, model.__name__


@pytest.mark.django_db(transaction=True)
def test_postgresql_itself_refuses_a_page_that_rewrites_history():
    for model in models_that_are(append_only=True):
        column = next(field.name for field in model._meta.local_concrete_fields if not field.primary_key)
        with pytest.raises(ProgrammingError, match="permission denied"):
            model.objects.update(**{column: F(column)})
        with pytest.raises(ProgrammingError, match="permission denied"):
            model.objects.all()._raw_delete("default")


@pytest.mark.django_db(transaction=True)
def test_the_asker_reads_and_writes_nothing(test_database):
    with test_database.connect("asker") as asker:
        assert asker.execute("SHOW default_transaction_read_only").fetchone() == ("on",)
    for model in apps.get_models(include_auto_created=True):
        assert rights_held("asker", model._meta.db_table) <= {"SELECT"}, model.__name__


def test_rules_read_no_password_and_no_sign_in_session():
    kept = [model for model in apps.get_models() if model._meta.db_table == "django_session"]
    kept += models_that_are(kept_from_rules=True)
    assert [model.__name__ for model in kept if rights_held("asker", model._meta.db_table)] == []


def test_the_disposal_role_removes_only_what_may_be_erased():
    may_be_erased = {model._meta.db_table for model in models_that_are(erasable=True)}
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    assert {table for table in tables if "DELETE" in rights_held("disposal", table)} == may_be_erased


def test_every_model_has_its_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
