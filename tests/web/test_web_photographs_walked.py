"""Adding a photograph in a real browser: by keyboard, at 320 pixels, without script, under the policy of every page."""

import io
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from PIL import Image

from kith.access import operations as access
from kith.access.types import Whom
from kith.kernel.clock import now
from tests.support import pictures
from tests.web.forms import bay, way_in, worker

SOCIAL_WORKER = "joel-prewett"


@pytest.mark.django_db(transaction=True)
@pytest.mark.filterwarnings("ignore:No directory at")
def test_a_photograph_is_added_and_seen_without_script_on_a_phone(browser, live_server, settings, tmp_path):
    settings.KITH_FILES, settings.KITH_SEALED_FILES = str(tmp_path / "files"), str(tmp_path / "sealed")
    settings.KITH_SCANNER = "kith.files.scanners.none_configured"
    photograph = Path(tmp_path / "IMG_0042.jpg")
    photograph.write_bytes(pictures.with_everything_beside_it(turned=6))
    area = bay()
    amira = area.child("Amira Haddad", aged=7)
    by = worker(SOCIAL_WORKER)
    access.involve(child=amira.id, whom=Whom(practitioner=by.id), basis="allocated", by=by, at=now())
    area.school.report(amira, "injury_seen", appearance="bruise", site=["arm"])

    client = Client()
    client.force_login(way_in(SOCIAL_WORKER))
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    cookie = client.cookies[django_settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": "kith", "value": cookie, "url": live_server.url}])
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    answers: dict[str, tuple[int, str]] = {}
    tab.on(
        "response", lambda one: answers.update({one.url: (one.status, one.headers.get("content-type", ""))})
    )

    tab.goto(f"{live_server.url}/children/{amira.id}/chronology/")
    tab.get_by_role("link", name="Add photographs").first.press("Enter")
    tab.set_input_files("#files", photograph)
    tab.fill("#shows", "Left arm")
    tab.get_by_role("button", name="Add to this entry").press("Enter")
    assert "The photograph was added." in tab.inner_text("#said")
    assert tab.get_by_role("img").first.bounding_box()["width"] <= 320
    tab.get_by_role("link", name="Show it clearly").press("Enter")
    tab.wait_for_load_state("networkidle")

    drawn = {kept for url, kept in answers.items() if "/files/" in url and "/children/" not in url}
    assert drawn == {(200, "image/jpeg")}
    shown = context.request.get(f"{live_server.url}{tab.get_by_role('img').first.get_attribute('src')}")
    assert Image.open(io.BytesIO(shown.body())).size == (48, 64)
    assert complaints == []
    context.close()
