"""A concern that was sent and decided on: what its sender reads afterwards."""

import pytest

from kith.journeys import screen_contact as screening
from kith.kernel.clock import now
from kith.pathway import queries as contacts
from kith.pathway.types import Screened
from tests.web.concern_forms import CHILD, SEEN, URGENT, WHERE, send
from tests.web.forms import bay, said, signed_in
from tests.web.living import worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


def test_the_sender_reads_what_was_decided_and_the_words_that_are_meant_for_them():
    area, client = bay(), signed_in("joy-okafor")
    sent = send(client, WHERE, CHILD, SEEN, URGENT)
    (contact,) = contacts.open_contacts(area=area.code)
    by = worker(area, contact.owner).actor
    screening.write_view(contact=contact.id, leaning="advice", words="A hard week.", by=by, at=now())
    told = Screened(
        outcome="no_further_action", closing_reason="below_threshold", reasons="Her worker knows.",
        spoken_to="done", told_back="Ring again if it happens twice.",
    )  # fmt: skip
    screening.decide_contact(contact=contact.id, screened=told, by=by, at=now())

    words = said(client.get(sent.request["PATH_INFO"]))

    assert "no further action. Ring again if it happens twice." in words
    assert "Her worker knows." not in words
    assert "If you disagree, say so below, or ring 01632 960 140" in words


def decided_on_a_concern():
    area, client = bay(), signed_in("joy-okafor")
    sent = send(client, WHERE, CHILD, SEEN, URGENT)
    (contact,) = contacts.open_contacts(area=area.code)
    by = worker(area, contact.owner).actor
    screening.write_view(contact=contact.id, leaning="advice", words="A hard week.", by=by, at=now())
    told = Screened(
        outcome="no_further_action", closing_reason="below_threshold", reasons="x", spoken_to="done"
    )
    screening.decide_contact(contact=contact.id, screened=told, by=by, at=now())
    return area, client, sent.request["PATH_INFO"], contact


def test_the_sender_disagrees_on_the_page_and_a_third_person_looks_again_once():
    area, client, here, contact = decided_on_a_concern()
    at = here.replace("/sent/", "/disagree")
    assert "I do not agree" in said(client.get(here))
    empty = client.post(at, {"because": " "})
    assert empty.status_code == 422 and "Say what was not seen" in said(empty)

    answer = client.post(at, {"because": "She had a second burn. I wrote of one."}, follow=True)

    assert "Somebody else looks at it again." in said(answer)
    assert "I do not agree" not in said(answer)
    (back,) = contacts.open_contacts(area=area.code)
    assert (back.because, back.comes_after) == ("sender_disagrees", contact.id)
    assert back.owner != contact.owner
    assert client.post(at, {"because": "Again."}).status_code == 403


def test_nobody_but_its_sender_disagrees_by_this_door_and_not_before_a_decision():
    bay()
    client = signed_in("joy-okafor")
    here = send(client, WHERE, CHILD, SEEN, URGENT).request["PATH_INFO"].replace("/sent/", "/disagree")
    assert client.post(here, {"because": "Too soon."}).status_code == 403
    assert signed_in("joel-prewett").post(here, {"because": "Not mine."}).status_code == 403
