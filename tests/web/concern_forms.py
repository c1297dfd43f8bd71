"""A concern as the tests write it: its topics submitted one after another, as the pages lead."""

from datetime import date
from typing import Any
from uuid import UUID

from django.test import Client

from kith.access import operations as access
from kith.access.types import Whom
from kith.chronology import queries as chronology
from kith.kernel.clock import LONDON, now
from kith.people import operations as people
from kith.people.types import Birth, NewPerson
from tests.web.forms import page, problems, worker

TODAY = now().astimezone(LONDON).date()
ON_THE_DAY = {
    "happened": str(TODAY.day),
    "happened_month": str(TODAY.month),
    "happened_year": str(TODAY.year),
}
WHERE = {
    "where_now": "here",
    "collected_by": "his father",
    "leaves": "23",
    "leaves_minute": "55",
    "safe_to_go": "not_sure",
}
CHILD = {"child_name": "Casper Lyle", "born": "2", "born_month": "9", "born_year": "2022"}
SEEN = {**ON_THE_DAY, "seen_or_heard": "A round burn, 8 mm, on the right hand.", "who_said": "self"}
URGENT = {"how_soon": "today", "family_told": "told"}


def begin(client: Client, child: UUID | str = "") -> str:
    """Where the first topic posts to."""
    answer = client.get("/concern/", {"child": child} if child else {})
    assert answer.status_code == 200
    return page(answer).classed("form")[0].attributes["action"]


def go_through(client: Client, *topics: dict, child: UUID | str = "") -> str:
    """Submit the topics one after another as the pages lead; answers where the last one leads to."""
    href = begin(client, child)
    for answers in topics:
        answer = client.post(href, answers)
        assert answer.status_code == 302, problems(answer)
        href = answer.url
    return href


def send(client: Client, *topics: dict, child: UUID | str = "") -> Any:
    """Everything submitted and sent: the page after it."""
    check = go_through(client, *topics, child=child)
    assert check.endswith("/check/")
    answer = client.post(check)
    assert answer.status_code == 302, problems(answer)
    return client.get(answer.url)


def draft_of(href: str) -> UUID:
    return UUID(href.split("/")[2])


def entries_of(href: str, *, said_by: str = "school") -> dict[str, Any]:
    """The entries that a sent concern became, by the end of the agency's reference."""
    draft = draft_of(href)
    kinds = ("", "/injury", "/injury-2", "/told", "/neglect", "/behaviour", "/view")
    found = chronology.sent_before(
        said_by=said_by, said_by_area="tolland-bay", sender_keys=[f"{draft}{kind}" for kind in kinds]
    )
    return {name.removeprefix(str(draft)): chronology.entry(one.entry) for name, one in found.items()}


def child_known_to(code: str, name: str = "Casper Lyle", born: date = date(2022, 9, 2)) -> UUID:
    by = worker(code)
    child = people.register_person(
        person=NewPerson(kind="child", display_name=name, birth=Birth.on(born)), by=by, at=now()
    )
    access.involve(child=child, whom=Whom(practitioner=by.id), basis="school_of_the_child", by=by, at=now())
    return child
