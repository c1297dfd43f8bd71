"""A real area behind the real addresses: made-up people, entries of the last days, and somebody signed in."""

from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth import get_user_model
from django.test import Client

from kith.agencies import queries as agencies
from kith.kernel.clock import LONDON, now
from kith.patterns import queries as patterns
from kith.patterns.types import PromptView
from tests.support.world import Area, Child, Worker, tolland_bay
from tests.web.drawing import Element, read

PASSWORD = "a long walk by the harbour"
SHE_SAID = "He comes in the night now so the lady doesn’t see."


def days_ago(days: int, *, hour: int = 13) -> datetime:
    """That day at that hour in London, always before now."""
    day = (now() - timedelta(days=days)).astimezone(LONDON)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


def living_area() -> Area:
    """Tolland Bay a month ago."""
    return tolland_bay(now=days_ago(30))


def amira_in(area: Area) -> Child:
    """A child of whom police, the hospital and the school each hold a piece, so that Kith asks the front door."""
    amira = area.child("Amira Haddad", aged=7)
    area.now = days_ago(20)
    area.police.report(
        amira, "domestic_abuse_incident", child_present=True, text="999 from next door: shouting."
    )
    area.now = days_ago(12)
    area.agency("hospital").report(amira, "injury_seen", appearance="bruise", site=["arm"])
    area.now = days_ago(1)
    area.school.report(amira, "behaviour_concern", aspect="distress", words=SHE_SAID)
    return amira


def prompt_about(child: Child) -> PromptView:
    """The one question about the child."""
    (found,) = patterns.prompts_about(child=child.id)
    return found


def worker(area: Area, practitioner: UUID) -> Worker:
    """A practitioner of the area."""
    return Worker(area, practitioner)


def by_code(area: Area, code: str) -> Worker:
    """The practitioner of that key in the area file."""
    found = agencies.practitioner_by_code(area=area.code, code=code)
    assert found, code
    return Worker(area, found.id)


def signed_in(who: Worker) -> Client:
    """Their browser, without the sign-in page."""
    client = Client()
    client.force_login(get_user_model().objects.get(practitioner=who.id))
    return client


def give_password(who: Worker) -> str:
    """A password for their own work e-mail, which is returned."""
    way_in = get_user_model().objects.get(practitioner=who.id)
    way_in.set_password(PASSWORD)
    way_in.save()
    return way_in.email


def page(answer) -> Element:
    """The page that was answered, as a tree."""
    return read(answer.content.decode())


def main_of(answer) -> str:
    """The words of its main part."""
    return page(answer).all("main")[0].text
