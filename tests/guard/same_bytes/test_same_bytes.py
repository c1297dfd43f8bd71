"""Two worlds that differ only in what is held closely: every byte and every order is equal for whoever is not cleared."""

import re
from dataclasses import replace

import pytest

from kith.people import operations as people
from tests.guard.canary import crawl, families
from tests.guard.standing_still import NOW, taken_back, time_stands_still
from tests.support.world import tolland_bay

pytestmark = pytest.mark.filterwarnings("ignore:No directory at")
SAID = families.Secrets(
    house="Larkspur House", street="14 Quarry Rise", postcode="ZX9 0AA", telephone="07700 900123",
    uprn="912345600789", coordinates="50.123456, -3.654321", refuge="Zelkova Refuge", school="Zinnia Primary",
    clinic="Zedoary Clinic", visited="Zoysia Court", sealed_name="Zw Zqsealed", restricted_name="Zr Zqrestr",
)  # fmt: skip
ANOTHER = replace(
    SAID, house="Yarrow", street="1 Yewbarrow Fold", postcode="ZX1 1AA", telephone="07700 900999", uprn="900000000001",
    coordinates="54.9, -1.6", refuge="Yonder Refuge", school="Yaffle", clinic="Yttrium House", visited="Yucca " * 60,
    sealed_name="Yg Yqh", restricted_name="Yq " * 20 + "Zw",
)  # fmt: skip
"""Of other lengths, and still like names of places: of a home called "A" the outgoing gate finds one in every page, and holds it."""
_IDS = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TOKEN = re.compile(rb'(csrfmiddlewaretoken" value="|kith=|csrftoken=)\w+')
_LENGTH = re.compile(rb"expires=[^;]+")


@pytest.fixture(scope="module")
def area(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), time_stands_still(), taken_back():
        yield tolland_bay(NOW)


def plain(sent: bytes) -> bytes:
    """Without what differs at every request: tokens, the cookie's last day; ids are named in the order they appear."""
    sent = _LENGTH.sub(b"", _TOKEN.sub(rb"\1", sent))
    names: dict[bytes, bytes] = {}
    return _IDS.sub(lambda id: names.setdefault(id[0], b"id%d" % len(names)), sent)


def answers(area, said, codes, *, moved=False):
    """What each is answered everywhere, in a world of its own."""
    with taken_back():
        seen = crawl.crawl(area, families.family(area, said, moved_into_the_vault=moved), codes)
    return {where: plain(sent) for where, sent in seen.answers.items()}


def differing(one, other):
    assert set(one) == set(other)
    return [where for where in one if one[where] != other[where]]


def test_another_address_and_other_secrets_change_no_byte(area):
    codes = ("hamish-orde", families.TEACHER)
    one, other = (answers(area, said, codes) for said in (SAID, ANOTHER))
    assert len(one) > 30
    assert differing(one, other) == []


def test_an_address_that_was_ordinary_before_changes_no_byte_of_a_stranger(area):
    one, other = (answers(area, SAID, ("hamish-orde",), moved=moved) for moved in (False, True))
    assert differing(one, other) == []


def test_a_difference_is_found(area):
    one, other = (answers(area, said, (families.ALLOCATED,)) for said in (SAID, ANOTHER))
    assert any("chronology" in where for where in differing(one, other))


def test_a_search_for_a_sealed_child_and_for_none_are_the_same_bytes(area):
    client = crawl.browser(area, "martha-hale")
    found = []
    for tier in ("sealed", None):
        with taken_back():
            if tier:
                child = area.child("Quenby Larkspurne", aged=6)
                people.set_tier(person=child.id, tier=tier, because="A danger.", by=area.system, at=NOW)
            answer = client.post("/children/", {"name": "Quenby Larkspurne"})
            found.append(plain(answer.content) + repr(sorted(answer.headers.items())).encode())
    assert found[0] == found[1]
