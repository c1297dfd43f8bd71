"""Tells whoever has a discussion open that something changed in it: that it did, and nothing of what."""

from uuid import UUID

from django.db import connection

CHANNEL = "kith_discussions"
"""Of PostgreSQL's notifications; a message is a decision's id. It goes out when what changed is committed."""


def changed(decision: UUID) -> None:
    """Something was written in this discussion. Twice in one transaction is once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, str(decision)])
