"""What the tests of the filled pages share: pages drawn once, long histories, statements and weights."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.clock import now
from tests.support.world import Area, Child
from tests.web.drawing import Element
from tests.web.living import by_code, living_area, signed_in
from tests.web.many_entries import say_many

FRONT_DOOR = "dana-ferris"
STATIC = Path(settings.STATICFILES_DIRS[0])
FACES = ("400-normal", "700-normal", "400-italic")


@contextmanager
def rolled_back(blocker: Any) -> Iterator[None]:
    """For a page that several tests read and none changes: afterwards the database is as it was."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


def opened(area: Area, child: UUID, path: str = "", *, code: str = FRONT_DOOR) -> HttpResponse:
    """A page about a child, as the practitioner of that key gets it."""
    return signed_in(by_code(area, code)).get(f"/children/{child}/{path}")


def statements(area: Area, child: UUID, path: str = "") -> int:
    """How many statements a page takes."""
    client = signed_in(by_code(area, FRONT_DOOR))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/children/{child}/{path}").status_code == 200
    return len(asked)


def long_history(number: int) -> tuple[Area, Child]:
    """An area and a child of so many entries, whom the front door may see."""
    area = living_area()
    child = area.child("Amira Haddad", aged=7)
    say_many(area, child, number)
    area.now = now()
    whom = Whom(practitioner=by_code(area, FRONT_DOOR).id)
    access.involve(child=child.id, whom=whom, basis="manages_the_work", by=area.system, at=area.now)
    return area, child


def weight(answer: HttpResponse) -> int:
    """Bytes that a browser fetches for a page, letters and style sheet included."""
    faces = sum(
        (STATIC / "fonts" / f"atkinson-hyperlegible-latin-{face}.woff2").stat().st_size for face in FACES
    )
    return len(gzip.compress(answer.content)) + len(gzip.compress((STATIC / "kith.css").read_bytes())) + faces


def line(tree: Element, words: str) -> Element:
    """The one line of the story that says this."""
    (found,) = [one for one in tree.classed("line") if words in one.classed("line__what")[0].text]
    return found


def together(tree: Element) -> str:
    """What the entries show together."""
    return tree.classed("found-together")[0].text


def listed(tree: Element) -> list[Element]:
    """The entries of the chronology's list, in its order."""
    rows = tree.classed("entries")[0].all("li")
    return [one for one in rows if one.attributes.get("id", "").startswith("entry-")]


def entry(tree: Element, words: str) -> Element:
    """The one entry of the list that says this."""
    (found,) = [one for one in listed(tree) if words in one.text]
    return found
