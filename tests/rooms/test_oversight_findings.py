"""From a day of looks in the database to findings, to whose they are, and to their answers."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from kith.access import operations as access
from kith.access.types import Whom
from kith.agencies import shifts
from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.oversight import models, operations, policies, queries
from kith.oversight.gathering import day_of_looks, span_of
from kith.people import operations as people
from kith.people.types import NewAddress
from tests.rooms.access_world import AREA, AT, actor, child, involve, load
from tests.rooms.oversight_world import household, looked

pytestmark = pytest.mark.django_db
GUARDIAN, ON_CALL, TEACHER = "philippa-venn", "margaret-oyelaran", "anneka-bright"
NEXT_DAY = AT + timedelta(days=1)
NIGHT = AT.replace(hour=23, minute=10)


@pytest.fixture(autouse=True)
def tolland_bay(settings):
    settings.KITH_LOOKS_KEY = "a key for tests"
    load()


def ask(at=NEXT_DAY):
    return operations.ask_about_looks(at=at)


def waiting(code=GUARDIAN, at=NEXT_DAY):
    by = actor(code)
    return queries.findings_waiting(
        area=AREA, owner_roles=policies.reviews_as(by=by, at=at), but_not_of=by.id
    )


def only():
    (found,) = waiting()
    return found


def answered(answer="acceptable", because="I rang her.", code=GUARDIAN, at=NEXT_DAY):
    operations.answer(finding=only().id, answer=answer, because=because, by=actor(code), at=at)


def test_a_night_is_found_once_and_quotes_its_looks():
    amira = child()
    involve(amira, "joel-prewett", basis="team_duty", at=NIGHT - timedelta(hours=2))
    look = looked("joel-prewett", amira, NIGHT)
    assert ask() == 14
    found = only()
    assert (found.rule, found.day) == ("out_of_shift", AT.date())
    assert queries.looks_quoted(finding=found.id) == (look,)
    assert found.owner == actor(GUARDIAN).id
    assert f"{(found.due_at - timedelta(seconds=1)).astimezone(LONDON):%A %d %B}" == "Wednesday 25 November"
    assert ask() == 0
    assert len(waiting()) == 1


def test_a_day_that_is_not_over_is_not_asked_of():
    looked("joel-prewett", child(), NIGHT)
    ask(at=AT.replace(hour=23, minute=59))
    assert waiting() == ()
    ask(at=AT.replace(hour=0, minute=0) + timedelta(days=1))
    assert len(waiting()) > 0


def test_whoever_is_on_the_rota_at_night_is_left_alone():
    amira = child()
    involve(amira, "ravi-chandran", basis="team_duty", at=NIGHT - timedelta(hours=2))
    looked("ravi-chandran", amira, NIGHT)
    ask()
    assert waiting() == ()


def test_the_rota_is_read_over_midnight():
    since, until = span_of(date(2026, 11, 17))
    held = shifts.shifts_between(area=AREA, since=since, until=until)[actor("ravi-chandran").id]
    nights = [[f"{one.astimezone(LONDON):%d %H:%M}" for one in night] for night in sorted(set(held))]
    assert nights == [["16 17:30", "17 08:30"], ["17 17:30", "18 08:30"]]


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)])
def test_a_day_is_whole_where_the_clocks_change(day, hours):
    since, until = span_of(day)
    assert until - since == timedelta(hours=hours)


def test_a_look_without_a_basis_that_held_is_found():
    looked("joel-prewett", child(), AT, basis="allocated")
    ask()
    assert only().rule == "no_relationship"


@pytest.mark.parametrize("whose", ["practitioner", "team", "agency"])
def test_sight_of_a_person_a_team_and_an_agency_all_hold(whose):
    amira, joel = child(), actor("joel-prewett")
    whom = {
        "practitioner": Whom(practitioner=joel.id),
        "team": Whom(
            team=next(iter(shifts.teams_between(practitioners=[joel.id], since=AT, until=NEXT_DAY)[joel.id]))
        ),
        "agency": Whom(agency=shifts.agencies_of(practitioners=[joel.id])[joel.id]),
    }[whose]
    access.involve(child=amira, whom=whom, basis="team_duty", by=actor("dana-ferris"), at=AT)
    access.open_child(child=amira, purpose="read the chronology", by=joel, at=AT)
    (look,) = day_of_looks(area=AREA, day=AT.date()).looks
    assert (look.held, look.personal) == (True, whose == "practitioner")
    ask()
    assert waiting() == ()


def test_the_last_name_of_an_adult_at_home_is_found_and_after_an_answer_the_rule_is_quiet():
    amira = child("Amira Haddad")
    household(amira, "Ines Prewett")
    involve(amira, "joel-prewett")
    looked("joel-prewett", amira, AT, basis="allocated")
    ask()
    assert only().rule == "same_surname"
    answered()
    for days in (1, 80):
        looked("joel-prewett", amira, AT + timedelta(days=days), basis="allocated")
        ask(at=NEXT_DAY + timedelta(days=days))
        assert waiting(at=NEXT_DAY + timedelta(days=days)) == ()
    looked("joel-prewett", amira, AT + timedelta(days=120), basis="allocated")
    ask(at=NEXT_DAY + timedelta(days=120))
    assert only().day == (AT + timedelta(days=120)).date()


def test_a_family_of_ones_own_street_is_found_by_hashes_alone():
    amira = child()
    home, _ = household(amira)
    given = NewAddress(lines=("12 Quay St", "Tolland"), postcode="TB1 4QA", from_on=date(2026, 1, 1))
    people.give_address(household=home, address=given, by=actor("dana-ferris"), at=AT)
    by, joel = actor(GUARDIAN), actor("joel-prewett").id
    operations.keep_home(practitioner=joel, street="Quay Street", postcode="TB1 9ZZ", by=by, at=AT)
    row = models.PractitionerHome.objects.get()
    assert "quay" not in str(vars(row)).lower() and len(row.street_key) == 64
    involve(amira, "joel-prewett")
    looked("joel-prewett", amira, AT, basis="allocated")
    ask()
    assert only().rule == "own_street"
    operations.forget_home(practitioner=joel, by=by, at=AT)
    assert not models.PractitionerHome.objects.exists()


@pytest.mark.parametrize("street", ["Tolland Bay", "", "Rose Cottage"])
def test_a_home_that_names_no_street_is_not_kept(street):
    with pytest.raises(BadInput) as bad:
        operations.keep_home(
            practitioner=actor(TEACHER).id, street=street, postcode="TB1 9ZZ", by=actor(GUARDIAN), at=AT
        )
    assert bad.value.field == "street"


def test_without_a_key_no_street_is_kept(settings):
    settings.KITH_LOOKS_KEY = ""
    with pytest.raises(Refused, match="KITH_LOOKS_KEY"):
        operations.keep_home(
            practitioner=actor(TEACHER).id,
            street="Quay Street",
            postcode="TB1 9ZZ",
            by=actor(GUARDIAN),
            at=AT,
        )


@pytest.mark.parametrize("code", ["dana-ferris", TEACHER, "ruth-abara"])
def test_nobody_but_the_guardian_writes_down_where_somebody_lives(code):
    by = actor(code)
    with pytest.raises(Refused):
        operations.keep_home(practitioner=by.id, street="Quay Street", postcode="TB1 9ZZ", by=by, at=AT)


def test_a_look_at_ones_own_family_is_found_once_the_guardian_linked_them():
    amira = child("Amira Haddad")
    _, (mum,) = household(amira, "Ines Carter")
    involve(amira, "joel-prewett")
    looked("joel-prewett", amira, AT, basis="allocated")
    access.say_who_they_are(practitioner=actor("joel-prewett").id, person=mum, by=actor(GUARDIAN), at=AT)
    ask()
    assert only().rule == "colleague"


def test_a_look_after_the_days_to_write_up_is_found():
    amira, by = child(), actor("dana-ferris")
    made = access.allocate(
        child=amira, practitioner=actor("joel-prewett").id, role="allocated_social_worker", by=by, at=AT
    )
    access.end_allocation(allocation=made, because="Moved.", by=by, at=AT)
    whom = Whom(agency=shifts.agencies_of(practitioners=[by.id])[by.id])
    access.involve(child=amira, whom=whom, basis="invited_to_decision", by=by, at=AT)
    for days in (9, 20):
        at = AT + timedelta(days=days)
        access.open_child(child=amira, purpose="read the chronology", by=actor("joel-prewett"), at=at)
    ask(at=AT + timedelta(days=22))
    found = only()
    assert (found.rule, found.day) == ("after_allocation", (AT + timedelta(days=20)).date())


# ── whose it is ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_is_found_of_the_guardian_is_the_on_call_managers_and_unseen_by_the_guardian():
    looked(GUARDIAN, child(), AT, basis="allocated")
    with pytest.raises(Refused):
        policies.reviews_as(by=actor(ON_CALL), at=AT)
    ask()
    assert waiting() == ()
    (found,) = waiting(ON_CALL)
    assert found.owner_role == "area_on_call_manager" and found.owner != actor(GUARDIAN).id
    with pytest.raises(Refused, match="no such finding"):
        operations.answer(
            finding=found.id, answer="acceptable", because="Mine.", by=actor(GUARDIAN), at=NEXT_DAY
        )
    operations.answer(
        finding=found.id, answer="refer", because="To the director.", by=actor(ON_CALL), at=NEXT_DAY
    )


@pytest.mark.parametrize("code", ["ruth-abara", "joel-prewett", "dana-ferris", ON_CALL, TEACHER])
def test_nobody_else_reviews_not_the_manager_and_not_the_person(code):
    looked("joel-prewett", child(), AT, basis="allocated")
    ask()
    finding = only().id
    with pytest.raises(Refused):
        operations.answer(finding=finding, answer="acceptable", because="Fine.", by=actor(code), at=NEXT_DAY)
    assert not models.Answer.objects.exists()


def test_the_owner_is_never_whoever_leads_a_team_of_theirs():
    joel = actor("joel-prewett")
    leads = shifts.who_leads(
        teams=shifts.teams_between(practitioners=[joel.id], since=AT, until=NEXT_DAY)[joel.id], at=AT
    )
    assert actor("ruth-abara").id in leads
    owner, role = policies.owner_of(found=joel.id, area=AREA, at=AT)
    assert owner.id not in leads and role == "information_guardian"


def test_the_database_refuses_a_finding_that_somebody_owns_about_themselves():
    looked("joel-prewett", child(), AT, basis="allocated")
    ask()
    row = models.Finding.objects.get()
    row.pk, row.day, row.owner_id, row._state.adding = (
        child(),
        AT.date() - timedelta(days=3),
        row.practitioner_id,
        True,
    )
    with pytest.raises(IntegrityError, match="nobody_owns_a_finding_about_themselves"), transaction.atomic():
        row.save(force_insert=True)


# ── answers ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def one_finding():
    looked("joel-prewett", child(), AT, basis="allocated")
    ask()


@pytest.mark.parametrize("answer", ["acceptable", "refer"])
def test_an_answer_closes_it_once(one_finding, answer):
    finding = only().id
    answered(answer)
    assert waiting() == ()
    closed = queries.finding(id=finding).closed
    assert (closed.answer, closed.because, closed.reviewed_by) == (answer, "I rang her.", actor(GUARDIAN).id)
    with pytest.raises(Refused, match="already"):
        operations.answer(finding=finding, answer="refer", because="Again.", by=actor(GUARDIAN), at=NEXT_DAY)


def test_asking_the_person_leaves_it_open(one_finding):
    answered("ask_the_person", "I shall ring on Thursday.")
    assert [one.answer for one in only().answers] == ["ask_the_person"]
    answered("acceptable", "She was asked to, by the school.")
    assert waiting() == ()


@pytest.mark.parametrize(
    ("answer", "because", "field"),
    [("", "I rang.", "answer"), ("refer", "  ", "because"), ("refer", "x" * 301, "because")],
)
def test_an_answer_is_listed_and_has_a_reason(one_finding, answer, because, field):
    with pytest.raises(BadInput) as bad:
        answered(answer, because)
    assert bad.value.field == field


def test_the_counts_show_a_rule_that_cries_wolf(one_finding):
    answered()
    counts = {one.rule: one for one in queries.counts_by_rule(area=AREA, since=AT)}
    assert len(counts) == 11
    assert (counts["no_relationship"].found, counts["no_relationship"].acceptable) == (1, 1)
    assert counts["out_of_shift"].found == 0


# ── the lot ───────────────────────────────────────────────────────────────────────────────────────────────────────

NEXT_WEEK = AT + timedelta(days=7)


def test_a_lot_falls_on_twenty_looks_of_a_team_and_is_drawn_once():
    amira = child()
    involve(amira, "joel-prewett")
    looks = {
        looked("joel-prewett", amira, AT + timedelta(minutes=one), basis="allocated") for one in range(30)
    }
    assert operations.draw_lots(at=NEXT_WEEK) == 1
    found = only()
    assert found.rule == "by_lot" and "A lot drew them" in found.words
    quoted = queries.looks_quoted(finding=found.id)
    assert len(quoted) == 20 and set(quoted) < looks
    assert operations.draw_lots(at=NEXT_WEEK) == 0


def test_the_lot_is_drawn_of_each_team():
    amira = child()
    for code in ("joel-prewett", "siobhan-keane"):
        involve(amira, code)
        for one in range(25):
            looked(code, amira, AT + timedelta(minutes=one), basis="allocated")
    operations.draw_lots(at=NEXT_WEEK)
    assert sorted(len(queries.looks_quoted(finding=one.id)) for one in waiting()) == [20, 20]
