"""Entries a second through the API, beside COPY into the same table."""

import json
import time
from datetime import UTC, datetime, timedelta
from functools import cache

from setting import SEED, publish, scratch_area

ITEMS, REQUESTS = 100, 5


def main() -> None:
    with scratch_area() as area:
        from django.conf import settings
        from django.db import connection
        from django.test import Client

        from kith.agencies import queries as agencies
        from kith.api import operations as api
        from kith.api.types import NewToken
        from kith.kernel.clock import now

        settings.ALLOWED_HOSTS = ["*"]
        post = agencies.practitioner(id=area.holder("designated_safeguarding_lead").id)
        token = NewToken(
            agency="school", practitioner=post.code, purpose="benchmark", to_at=now() + timedelta(days=1)
        )
        issued = api.issue_token(token=token, by=area.system, at=now())
        client, headers = Client(), {"authorization": f"Bearer {issued.secret}"}
        before = time.perf_counter()
        for number in range(REQUESTS):
            answer = client.post(
                "/api/v1/entries", json.dumps(_body(number)), content_type="application/json",
                headers=headers | {"idempotency-key": f"bench-{number}"},
            )  # fmt: skip
            assert answer.status_code in (200, 201, 207), answer.content[:500]
        through_api = ITEMS * REQUESTS / (time.perf_counter() - before)
        copied = _copied(connection)
    publish(
        "api_beside_copy",
        [
            f"through the API, {ITEMS} items a request, each its own transaction: {through_api:.0f} entries a second",
            f"COPY of the same content rows, no checks, links or chain: {copied:.0f} rows a second",
            f"the API costs {copied / through_api:.0f} times a bare COPY",
        ],
    )


def _body(number: int) -> dict:
    """A hundred made-up pupils, the same in every request, each with one entry more."""
    day = (datetime(2026, 11, 2, tzinfo=UTC) + timedelta(days=number)).date().isoformat()
    return {
        "entries": [
            {
                "people": [
                    {
                        "key": "pupil",
                        "sender_key": pupil.key,
                        "full_name": pupil.full_name,
                        "born": str(pupil.born_from),
                    }
                ],
                "kind": "behaviour_concern",
                "happened": day,
                "about": ["pupil"],
                "details": {"aspect": "distress"},
                "text": "Quiet all morning, and would not say why.",
                "sender_reference": f"bench-{number}-{pupil.key}",
            }
            for pupil in _pupils()
        ]
    }


@cache
def _pupils() -> list:
    from kith.simulation.area import make_area

    people = (person for family in make_area(SEED, 2 * ITEMS).families for person in family.people)
    return [person for person in people if person.kind == "child"][:ITEMS]


def _copied(connection) -> float:
    """The rows that the API wrote, copied out and into an unlogged twin of their table, a hundred times over."""
    connection.ensure_connection()
    raw = connection.connection
    with raw.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE twin (LIKE chronology_entry_content)")
        with cursor.copy("COPY chronology_entry_content TO STDOUT") as out:
            rows = b"".join(bytes(part) for part in out)
        before = time.perf_counter()
        for _ in range(20):
            with cursor.copy("COPY twin FROM STDIN") as into:
                into.write(rows)
        seconds = time.perf_counter() - before
        cursor.execute("SELECT count(*) FROM twin")
        return cursor.fetchone()[0] / seconds


if __name__ == "__main__":
    main()
