"""One address becomes four roles, made once and kept."""

import psycopg
import pytest

from kith.config import database_roles
from kith.config.database_url import django_settings, url_as, url_of_database

URL = "postgresql://admin:s%2Fecret@db.example:5433/kith"


def test_each_role_connects_to_the_same_database_under_its_own_name():
    assert url_as(URL, "app") == "postgresql://kith_app:s%2Fecret@db.example:5433/kith"
    assert url_as("postgresql://admin@127.0.0.1/kith", "asker") == "postgresql://kith_asker@127.0.0.1/kith"


def test_a_role_has_a_password_of_its_own_when_one_is_given(monkeypatch):
    monkeypatch.setenv("KITH_DISPOSAL_PASSWORD", "a/b")
    assert url_as(URL, "disposal") == "postgresql://kith_disposal:a%2Fb@db.example:5433/kith"


def test_an_address_may_be_left_as_it_was_given():
    assert django_settings(URL, "as_given")["USER"] == "admin"
    assert django_settings(URL, "as_given")["PASSWORD"] == "s/ecret"


def test_django_connects_as_the_plain_role():
    settings = django_settings(URL, "app")
    assert (settings["USER"], settings["HOST"], settings["PORT"]) == ("kith_app", "db.example", "5433")


def test_what_an_address_asks_of_the_connection_is_asked():
    asked = f"{URL}?sslmode=verify-full&sslrootcert=/etc/kith/database.pem&options=-c%20lock_timeout%3D5s"
    assert django_settings(asked, "app")["OPTIONS"] == {
        "sslmode": "verify-full",
        "sslrootcert": "/etc/kith/database.pem",
        "options": "-c lock_timeout=5s -c jit=off",
    }
    assert django_settings(asked, "app")["NAME"] == "kith"
    assert django_settings(URL, "app")["OPTIONS"] == {"options": "-c jit=off"}


def test_a_role_that_is_not_ours_is_refused_by_naming_those_that_are():
    with pytest.raises(ValueError, match="owner, app, asker, disposal or as_given"):
        url_as(URL, "root")


@pytest.mark.django_db(transaction=True)
def test_an_account_that_may_not_make_roles_changes_nothing(test_database):
    assert database_roles.prepare(test_database.url_as("app")) is False


@pytest.mark.django_db(transaction=True)
def test_what_another_account_made_becomes_the_owners(test_database):
    url = url_of_database(test_database.url, "test_kith_adopted")
    with psycopg.connect(url_of_database(url, "postgres"), autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS test_kith_adopted WITH (FORCE)")
        server.execute("CREATE DATABASE test_kith_adopted")
    with psycopg.connect(url) as restored:
        restored.execute('CREATE TABLE "Odd name" (id bigserial)')
        restored.execute("CREATE VIEW seen AS SELECT 1 AS one")
        restored.execute("CREATE FUNCTION one() RETURNS int LANGUAGE sql RETURN 1")

    assert database_roles.prepare(url)

    with psycopg.connect(url_as(url, "owner")) as owner:
        owner.execute('DROP TABLE "Odd name"')
        owner.execute("DROP VIEW seen")
        owner.execute("DROP FUNCTION one")
    with psycopg.connect(url_of_database(url, "postgres"), autocommit=True) as server:
        server.execute("DROP DATABASE test_kith_adopted WITH (FORCE)")
