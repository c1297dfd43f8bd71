"""The second wall: a page that forgets to ask, or whose check is gone, is shown nothing by the database."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from kith.access import operations, policies
from kith.access.bases import BASES
from kith.access.page_wall import UP
from kith.access.types import Basis
from kith.chronology import queries as chronology
from kith.kernel.clock import now
from kith.kernel.page_wall import (
    acts_for_the_partnership,
    behind_the_wall,
    for_the_partnership,
    opened_for,
)
from kith.web.policy import policy
from tests.rooms.access_world import AT, actor, child, involve, load
from tests.support.world import tolland_bay
from tests.web.forms import signed_in, worker
from tests.web.living import main_of

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
HERS = "She said that he locks the door."


@pytest.fixture
def area():
    return tolland_bay(now())


@pytest.fixture
def tam(area):
    """A child about whom the police said something, and whom Joel Prewett is allocated to."""
    tam = area.child("Tam")
    area.police.report(tam, "domestic_abuse_incident", text=HERS, child_present=True)
    area.involve(area.holder("team_manager"), tam)
    operations.involve(
        child=tam.id, whom=_me(worker("joel-prewett").id), basis="allocated", by=area.system, at=area.now
    )
    return tam


def _me(id):
    from kith.access.types import Whom

    return Whom(practitioner=id)


def words_of(tam, area) -> list[str]:
    return [entry.text for entry in chronology.entries_for_page(child=tam.id, as_at=area.now)]


def test_what_is_not_a_page_reads_as_before(area, tam):
    assert words_of(tam, area) == [HERS]


def test_a_page_that_opened_nobody_is_shown_nothing(area, tam):
    with behind_the_wall():
        assert words_of(tam, area) == []
        opened_for(reader=worker("joel-prewett").id, children=[], at=area.now)
        assert words_of(tam, area) == []
    assert words_of(tam, area) == [HERS]


def test_a_page_is_shown_the_words_of_the_child_whom_it_opened_and_of_no_other(area, tam):
    other = area.child("Jory")
    area.police.report(other, "domestic_abuse_incident", text="Of another.", child_present=True)
    with behind_the_wall():
        operations.open_child(child=tam.id, purpose="read", by=worker("joel-prewett"), at=area.now)
        assert words_of(tam, area) == [HERS]
        assert words_of(other, area) == []


@pytest.mark.parametrize("code", ["hamish-orde", "dana-ferris", "anneka-bright"])
def test_it_does_not_trust_that_a_page_asked(area, tam, code):
    with behind_the_wall():
        opened_for(reader=worker(code).id, children=[tam.id], at=area.now)
        assert words_of(tam, area) == []


def test_sight_that_has_ended_shows_nothing(area, tam):
    joel = worker("joel-prewett")
    with behind_the_wall():
        opened_for(reader=joel.id, children=[tam.id], at=area.now - timedelta(days=1))
        assert words_of(tam, area) == []


def test_whoever_wrote_an_entry_is_shown_their_own_words(area, tam):
    with behind_the_wall():
        opened_for(reader=area.police.actor.id, children=[], at=area.now)
        assert words_of(tam, area) == [HERS]


def test_whoever_answers_a_question_is_shown_the_child_of_the_look_that_was_kept(area, tam):
    dana = worker("dana-ferris")
    with behind_the_wall():
        operations.look_to_answer(child=tam.id, purpose="answer", by=dana, at=area.now)
        assert words_of(tam, area) == [HERS]


def test_a_journey_that_a_page_begins_acts_for_the_partnership_and_the_wall_is_up_again(area, tam):
    asked = acts_for_the_partnership(lambda: words_of(tam, area))
    with behind_the_wall():
        assert asked() == [HERS]
        assert words_of(tam, area) == []
        with for_the_partnership(), for_the_partnership():
            assert words_of(tam, area) == [HERS]
        assert words_of(tam, area) == []


def test_the_wall_is_up_again_after_a_journey_that_failed(area, tam):
    @acts_for_the_partnership
    def fails():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    with behind_the_wall():
        with pytest.raises(DatabaseError):
            fails()
        assert words_of(tam, area) == []
    with pytest.raises(ValueError), behind_the_wall():
        raise ValueError
    assert words_of(tam, area) == [HERS]


def test_one_page_inside_another_leaves_the_wall_up(area, tam):
    with behind_the_wall():
        with behind_the_wall():
            pass
        assert words_of(tam, area) == []


# ── with the first wall taken away ────────────────────────────────────────────────────────────────────────


def everybody_may(monkeypatch):
    """The first wall is gone: whoever asks is let in, on a basis that nobody gave them."""

    def lets_anybody_in(*, child, by, at):
        basis = BASES["allocated"]
        return Basis(
            code=basis.code, words=basis.words, cited=basis.cited, involvement=child, is_personal=True,
            goes_there=True, until=None,
        )  # fmt: skip

    monkeypatch.setattr(policies, "check_can_see", lets_anybody_in)


def test_without_the_first_wall_a_page_still_says_nothing_of_what_was_told(area, tam, monkeypatch):
    everybody_may(monkeypatch)
    for path in ("", "chronology/", "chronology/print/", "home/"):
        for code, sees in (("joel-prewett", True), ("hamish-orde", False), ("dana-ferris", False)):
            answer = signed_in(code).get(f"/children/{tam.id}/{path}")
            assert answer.status_code == 200
            if not sees:
                assert "locks the door" not in answer.content.decode(), (path, code)
    assert (
        "locks the door" in signed_in("joel-prewett").get(f"/children/{tam.id}/chronology/").content.decode()
    )


def test_a_view_that_forgets_to_ask_is_shown_nothing(area, tam, rf):
    @policy("signed_in")
    def forgets(request):
        from django.http import HttpResponse

        return HttpResponse(f"<main>{words_of(tam, area)}</main>")

    request = rf.get("/")
    request.user = type("Somebody", (), {"is_authenticated": True})()
    assert main_of(forgets(request)) == "[]"


# ── one rule, twice ───────────────────────────────────────────────────────────────────────────────────────


def test_the_database_lists_the_reasons_that_open_nothing():
    for code, one in BASES.items():
        assert (f"'{code}'" in UP.partition("NOT IN (")[2].partition(")")[0]) is not one.sees


def test_a_restricted_child_is_shown_to_those_personally_involved_alone():
    load()
    tam = child(tier="restricted")
    involve(tam, "joel-prewett")
    with behind_the_wall():
        for code, seen in (("joel-prewett", [(tam,)]), ("folasade-adeyemi", [])):
            opened_for(reader=actor(code).id, children=[tam], at=AT)
            with connection.cursor() as cursor:
                cursor.execute("SELECT kith_children_seen()")
                assert cursor.fetchall() == seen
