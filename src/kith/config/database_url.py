"""Turns one DATABASE_URL into the connection of each of Kith's database roles."""

import os
from urllib.parse import parse_qsl, quote, unquote, urlsplit, urlunsplit

ROLES = ("owner", "app", "asker", "disposal")
KEPT_OPEN = 60
"""Seconds that a worker keeps its connection: a new one costs as much as half a page."""
AS_GIVEN = "as_given"
"""The value of KITH_DATABASE_ROLE that leaves the address alone: whoever it names is who connects."""


def name_of(role: str) -> str:
    """The role's name in the cluster: ``kith_app`` for ``app``. Raises ValueError for a role that is not ours."""
    if role not in ROLES:
        raise ValueError(f"KITH_DATABASE_ROLE is {role!r}: it is one of {', '.join(ROLES)} or {AS_GIVEN}.")
    return f"kith_{role}"


def password_of(role: str, *, url: str) -> str:
    """The role's password: ``KITH_APP_PASSWORD`` and so on, else the one in the address (empty where none is asked)."""
    given = os.environ.get(f"KITH_{role.upper()}_PASSWORD")
    return given if given is not None else unquote(urlsplit(url).password or "")


def url_as(url: str, role: str) -> str:
    """The same server and database, as that role."""
    if role == AS_GIVEN:
        return url
    parts = urlsplit(url)
    password = password_of(role, url=url)
    secret = f":{quote(password, safe='')}" if password else ""
    place = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{name_of(role)}{secret}@{place}"))


def url_of_database(url: str, database: str) -> str:
    """The same server and account, another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def database_in(url: str) -> str:
    """The database that the address names, or an empty string."""
    return urlsplit(url).path.lstrip("/")


def django_settings(url: str, role: str) -> dict[str, object]:
    """Django's settings for a connection to ``url`` as ``role``; what stands after ``?``, such as ``sslmode``, goes on to libpq."""
    parts = urlsplit(url_as(url, role))
    asked = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": database_in(url),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "CONN_MAX_AGE": KEPT_OPEN,
        # The rulebook's statement is long and cheap: compiling it to machine code costs more than it saves.
        "OPTIONS": {**asked, "options": f"{asked.get('options', '')} -c jit=off".strip()},
    }
