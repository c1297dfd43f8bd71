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
    assert "If you disagree, ring 01632 960 140" in words
