"""Goes everywhere that somebody who is not cleared can go, and gathers every byte that they, or a log, could see."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import structlog
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client

from kith.access import operations as access
from kith.access.types import NotInvolved
from kith.people import operations as people
from tests.guard.canary.families import TEACHER, Family, hold
from tests.guard.matrix.asking import BODY
from tests.guard.matrix.people import WITHOUT_A_ROLE
from tests.guard.standing_still import NOW
from tests.support.world import Area
from tests.web.living import by_code

UNCLEARED = (*WITHOUT_A_ROLE[:2], TEACHER, "philippa-venn", "dana-ferris")
"""The police and a teacher who have nothing to do with the child; the child's school; the guardian; the front door."""
PAGES = (
    "", "chronology/", "chronology/print/", "print.css", "home/", "home/change/", "visit/", "decisions/new",
    "tonight/", "before-you-knock/", "before-you-knock/print/", "note-from-the-night/", "weekend/",
    "who/", "birth/", "open/", "chronology/?as_at=2026-11-16",
)  # fmt: skip
NOT_FOR_READERS = ("kernel_chain_link", "people_whereabouts")
"""Salted commitments; and the vault, which row security keeps empty to whoever asks without a reason."""


class Learnt(AssertionError):
    """The vault was opened to somebody whom it should refuse."""


@dataclass
class Seen:
    """What came out, by where: ``GET home/ by anneka-bright`` to its bytes."""

    answers: dict[str, bytes] = field(default_factory=dict)
    traces: dict[str, bytes] = field(default_factory=dict)


def browser(area: Area, code: str) -> Client:
    """Somebody's browser; a fault is answered as it would be to them."""
    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.get(practitioner=by_code(area, code).id))
    return client


def crawl(area: Area, family: Family, codes: tuple[str, ...] = UNCLEARED) -> Seen:
    """Every page about the family by everybody who is not cleared, and what was written down on the way."""
    seen = Seen()
    with _logged(seen):
        for code in codes:
            client = browser(area, code)
            whole = {"child": family.child, "sealed": family.sealed, "restricted": family.restricted}
            for which, child in whole.items():
                for page in PAGES if child is family.child else PAGES[:2]:
                    _keep(seen, f"GET {which} {page} by {code}", client.get(f"/children/{child.id}/{page}"))
            _keep(seen, f"GET / by {code}", client.get("/"))
            _keep(seen, f"GET the list for the night by {code}", client.get("/weekend/"))
            _keep(seen, f"GET /nowhere by {code}", client.get("/nowhere/"))
            _keep(seen, f"POST visit by {code}", client.post(f"/children/{family.child.id}/visit/", BODY))
            _keep(seen, f"search by {code}", client.post("/children/", {"name": "Wren Ashby"}))
        _keep(seen, "GET by nobody", Client().get(f"/children/{family.child.id}/home/"))
        _changed_again(area, family)
        _refused_reveal(area, family)
    _kept(seen)
    return seen


def _keep(seen: Seen, where: str, answer: Any) -> None:
    head = "\n".join(f"{name}: {value}" for name, value in answer.headers.items())
    cookies = answer.cookies.output()
    assert where not in seen.answers, "each answer is kept under a name of its own"
    seen.answers[where] = f"{answer.status_code}\n{head}\n{cookies}\n".encode() + answer.content


@contextmanager
def _logged(seen: Seen) -> Iterator[None]:
    """Every line that anything wrote to a log."""
    lines: list[str] = []

    class Gather(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            lines.append(
                f"{record.name} {record.getMessage()} {record.exc_text or ''} {record.exc_info or ''}"
            )

    gather, root = Gather(), logging.getLogger()
    root.addHandler(gather)
    try:
        with structlog.testing.capture_logs() as structured:
            yield
    finally:
        root.removeHandler(gather)
    seen.traces["log lines"] = "\n".join([*lines, *map(repr, structured)]).encode()


def _changed_again(area: Area, family: Family) -> None:
    """The address ends and another is held: what is written down of that says neither."""
    people.end_confidential_address(address=family.address, to_on=NOW.date(), by=area.system, at=NOW)
    hold(family.household, family.secrets, area)


def _refused_reveal(area: Area, family: Family) -> None:
    """Somebody who does not go there asks for the address."""
    try:
        access.reveal_address(
            child=family.child.id, address=family.address, purpose="I wanted to know.",
            by=by_code(area, TEACHER).actor, at=NOW,
        )  # fmt: skip
    except NotInvolved as refusal:
        access.refuse(refused=refusal, by=by_code(area, TEACHER).actor, at=NOW)
        return
    raise Learnt("somebody who does not go there learnt the address")


def _kept(seen: Seen) -> None:
    """Every table as a page's role reads it, and every session as it is when it is opened."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall() if name not in NOT_FOR_READERS]
        for table in sorted(tables):
            cursor.execute("SELECT has_table_privilege(%s, 'SELECT')", [table])
            if not cursor.fetchone()[0]:
                continue
            cursor.execute(f'SELECT row_to_json(one)::text FROM "{table}" one')  # noqa: S608
            seen.traces[f"table {table}"] = "\n".join(row for (row,) in cursor.fetchall()).encode()
    opened = [repr(one.get_decoded()) for one in Session.objects.all()]
    seen.traces["sessions"] = "\n".join(opened).encode()
