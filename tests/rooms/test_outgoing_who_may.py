"""As what somebody sees that a document is held, and who reads it before it is released."""

from dataclasses import replace
from uuid import uuid4

import pytest

from kith.kernel.errors import Refused
from kith.outgoing import policies
from tests.rooms.access_world import AREA, AT, actor, child, involve, load

pytestmark = pytest.mark.django_db
GUARDIAN, WORKER = "philippa-venn", "joel-prewett"
ELSEWHERE = "another-area"


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


@pytest.fixture
def amira():
    made = child()
    involve(made, WORKER)
    return made


def sees_as(by, about, *, area=AREA, compiled_by=None):
    try:
        return policies.check_can_see_hold(
            area=area, about=about, compiled_by=compiled_by or uuid4(), by=by, at=AT
        )
    except Refused as refused:
        assert refused.reason == policies.NOT_HERE
        return None


def test_a_guardian_sees_every_hold_of_their_area_and_none_of_another_unless_they_see_the_child(amira):
    assert sees_as(actor(GUARDIAN), [amira]) == "information_guardian"
    assert sees_as(actor(GUARDIAN), [amira], area=ELSEWHERE) is None
    involve(amira, GUARDIAN)
    assert sees_as(actor(GUARDIAN), [amira], area=ELSEWHERE) == "sees_the_child"


def test_others_see_a_hold_where_they_see_every_child_whom_it_is_about(amira):
    assert sees_as(actor(WORKER), [amira]) == "sees_the_child"
    assert sees_as(actor(WORKER), [amira, child("Tam")]) is None
    assert sees_as(actor("siobhan-keane"), [amira]) is None


def test_whoever_compiled_it_sees_it_as_that_while_they_see_the_child(amira):
    joel, siobhan = actor(WORKER), actor("siobhan-keane")
    assert sees_as(joel, [amira], compiled_by=joel.id) == "compiled_it"
    assert sees_as(siobhan, [amira], compiled_by=siobhan.id) is None


@pytest.mark.parametrize(
    ("code", "area", "may"), [(GUARDIAN, AREA, True), (GUARDIAN, ELSEWHERE, False), (WORKER, AREA, False)]
)
def test_only_a_guardian_of_the_area_reads_what_is_held(code, area, may):
    if may:
        assert policies.check_is_guardian(area=area, by=actor(code), at=AT) is None
        return
    with pytest.raises(Refused, match="Only a guardian"):
        policies.check_is_guardian(area=area, by=actor(code), at=AT)


def test_a_guardian_of_another_area_is_none_here():
    with pytest.raises(Refused):
        policies.check_is_guardian(area=AREA, by=replace(actor(GUARDIAN), area=ELSEWHERE), at=AT)
