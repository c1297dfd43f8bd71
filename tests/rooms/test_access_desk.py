"""The guardian desk rings back whoever looked for a child, and a call tells nobody anything."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError
from structlog.testing import capture_logs

from kith.access import models, operations, queries
from kith.access.operations.desk import nobody_guards
from kith.kernel.errors import BadInput, Refused
from kith.kernel.models import OutboxItem
from tests.rooms.access_world import AREA, AT, actor, child, load

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def tolland_bay(settings):
    settings.KITH_RING_ONE_IN = 10**12
    load()


def search(code="anneka-bright", sealed=(), at=AT):
    operations.looked_for(sealed=sealed, by=actor(code), at=at)


def waiting(code="philippa-venn"):
    return queries.calls_waiting(area=AREA, but_not_of=actor(code).id)


def test_a_search_that_would_have_found_a_sealed_child_is_rung_within_a_quarter_of_an_hour():
    search(sealed=[child(tier="sealed")])
    assert operations.task_the_desk(at=AT) == 1
    (call,) = waiting()
    assert (call.searcher, call.due_at) == (actor("anneka-bright").id, AT + timedelta(minutes=15))


def test_other_searches_are_gone_through_and_rung_only_by_lot(settings):
    for _ in range(20):
        search()
    assert operations.task_the_desk(at=AT) == 20
    assert waiting() == ()
    settings.KITH_RING_ONE_IN = 1
    search()
    operations.task_the_desk(at=AT)
    assert len(waiting()) == 1


def test_about_one_in_so_many_is_rung(settings):
    settings.KITH_RING_ONE_IN = 4
    for _ in range(200):
        search()
    operations.task_the_desk(at=AT)
    assert 25 <= len(waiting()) <= 80


def test_doing_the_work_twice_makes_one_call():
    search(sealed=[child(tier="sealed")])
    operations.task_the_desk(at=AT)
    OutboxItem.objects.update(done_at=None)
    operations.task_the_desk(at=AT)
    assert len(waiting()) == 1


def test_a_search_that_was_gone_through_waits_no_longer():
    search()
    assert operations.task_the_desk(at=AT) == 1
    assert operations.task_the_desk(at=AT + timedelta(days=1)) == 0


def test_until_it_was_rung_nothing_tells_one_sort_of_call_from_the_other(settings):
    settings.KITH_RING_ONE_IN = 1
    search(sealed=[child(tier="sealed")])
    search()
    operations.task_the_desk(at=AT)
    meant, by_lot = waiting()
    assert (meant.sealed, by_lot.sealed) == (None, None)


def rung(call, code="philippa-venn", said="A pupil came in with a bruise."):
    operations.ring_back(call=call, search_was_for=said, spoke_with="The office", by=actor(code), at=AT)
    return queries.call(id=call, area=AREA)


@pytest.fixture
def call():
    search(sealed=[child(tier="sealed")])
    operations.task_the_desk(at=AT)
    return waiting()[0].id


def test_once_it_was_rung_the_desk_sees_whom_it_was_for_and_closes_it(call):
    held = rung(call)
    assert held.search_was_for == "A pupil came in with a bruise."
    assert len(held.sealed) == 1
    operations.close_call(call=call, came_of_it="concern_taken", by=actor("philippa-venn"), at=AT)
    assert waiting() == ()
    assert [one.came_of_it for one in queries.calls_closed(area=AREA, since=AT - timedelta(days=1))] == [
        "concern_taken"
    ]


def test_it_is_rung_before_it_is_closed_and_either_once(call):
    close = {"call": call, "came_of_it": "told_nothing", "by": actor("philippa-venn"), "at": AT}
    with pytest.raises(Refused, match="Ring first"):
        operations.close_call(**close)
    rung(call)
    with pytest.raises(Refused, match="already"):
        rung(call)
    operations.close_call(**close)
    with pytest.raises(Refused, match="already"):
        operations.close_call(**close)


@pytest.mark.parametrize("said", ["", "  "])
def test_what_the_search_was_for_is_asked_first(call, said):
    with pytest.raises(BadInput, match="search_was_for"):
        rung(call, said=said)


@pytest.mark.parametrize("code", ["dana-ferris", "joel-prewett", "anneka-bright"])
def test_only_the_desk_rings(call, code):
    with pytest.raises(Refused):
        rung(call, code)


def test_nobody_rings_themselves_or_sees_the_call():
    search("philippa-venn", sealed=[child(tier="sealed")])
    operations.task_the_desk(at=AT)
    assert waiting() == ()
    (theirs,) = waiting("ravi-chandran")
    with pytest.raises(Refused, match="somebody else"):
        rung(theirs.id)


def test_the_desk_of_another_area_has_no_such_call(call):
    assert queries.call(id=call, area="elsewhere") is None


def test_a_call_is_not_rung_from_another_area_nor_one_that_is_not_there(call):
    models.DeskCall.objects.create(
        id=uuid4(), area="elsewhere", practitioner_id=actor("anneka-bright").id, asked_at=AT, due_at=AT
    )
    of_elsewhere = models.DeskCall.objects.get(area="elsewhere").pk
    for who in (of_elsewhere, uuid4()):
        with pytest.raises(BadInput) as bad:
            rung(who)
        assert bad.value.field == "call"
    assert [one.rung_at for one in waiting()] == [None]


def test_the_call_that_was_named_is_rung_and_closed_and_no_other(settings, call):
    settings.KITH_RING_ONE_IN = 1
    search()
    operations.task_the_desk(at=AT)
    other = next(one.id for one in waiting() if one.id != call)
    assert rung(other).search_was_for == "A pupil came in with a bruise."
    with pytest.raises(BadInput) as bad:
        operations.close_call(call=other, came_of_it="nothing", by=actor("philippa-venn"), at=AT)
    assert bad.value.field == "came_of_it"
    operations.close_call(call=other, came_of_it="told_nothing", by=actor("philippa-venn"), at=AT)
    assert [(one.id, one.rung_at) for one in waiting()] == [(call, None)]


def test_where_nobody_guards_it_is_said_where_whoever_runs_kith_reads_it():
    with capture_logs() as said:
        nobody_guards(area=AREA, at=AT)
    assert [(one["event"], one["area"], one["log_level"]) for one in said] == [
        ("nobody_guards_information", AREA, "error")
    ]


def test_the_database_refuses_a_call_that_was_closed_and_never_rung(call):
    with pytest.raises(IntegrityError, match="a_call_is_closed_after_it_was_rung"):
        models.DeskCall.objects.filter(pk=call).update(
            closed_at=AT, closed_by=actor("philippa-venn").id, came_of_it="told_nothing"
        )
