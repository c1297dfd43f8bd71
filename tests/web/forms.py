"""What the tests of forms share: Tolland Bay, somebody signed in, and pages read as a person reads them."""

import re
from typing import Any

from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client

from kith.agencies import queries as agencies
from kith.kernel.clock import now
from kith.kernel.types import Actor
from kith.web.proof import PROVED_AT
from tests.support.world import Area, tolland_bay
from tests.web.drawing import Element, read

AREA = "tolland-bay"
PASSWORD = "a long walk by the harbour"


def bay() -> Area:
    """Tolland Bay at this very moment, since pages read the clock themselves."""
    return tolland_bay(now())


def worker(code: str) -> Actor:
    """A practitioner of the area file, as they may act now."""
    found = agencies.practitioner_by_code(area=AREA, code=code)
    return agencies.actor(practitioner=found.id, at=now())


def signed_in(code: str, **options: Any) -> Client:
    """A browser without a screen, in which a practitioner is signed in."""
    client = Client(**options)
    client.force_login(way_in(code))
    session = client.session
    session[PROVED_AT] = now().isoformat()
    session.save()
    return client


def way_in(code: str) -> Any:
    """The sign-in of a practitioner, with a password."""
    found = get_user_model().objects.get(practitioner=worker(code).id)
    found.set_password(PASSWORD)
    found.save()
    return found


def page(answer: HttpResponse) -> Element:
    """What was answered, as a tree; an element that is closed out of turn fails."""
    return read(answer.content.decode())


def said(answer: HttpResponse) -> str:
    """Everything that the page says, inside its frame."""
    return page(answer).all("main")[0].text


def problems(answer: HttpResponse) -> list[tuple[str, str]]:
    """``(field, words)`` of the summary of errors, in its order; each must also stand at its field."""
    tree = page(answer)
    links = [link for summary in tree.classed("error-summary") for link in summary.all("a")]
    found = [(link.attributes["href"][1:], link.text) for link in links]
    at_fields = [re.sub("^Error: ", "", one.text) for one in tree.classed("error")]
    assert sorted(words for _, words in found) == sorted(at_fields)
    return found


def value(answer: HttpResponse, field: str) -> str:
    """What stands in a field of the page."""
    tree = page(answer)
    found = next(one for one in tree.all("input", "textarea") if one.attributes.get("id") == field)
    return found.attributes.get("value", "") if found.tag == "input" else "".join(found.words).strip("\n")
