"""Doors to a child, a question and a decision, on real entries: who comes in, who is let in again, and what is kept of it."""

from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import RequestFactory

from kith.access import models as access_models
from kith.access import operations as access
from kith.access import queries as looks
from kith.journeys.answer_prompt import decline_prompt
from kith.journeys.decide_together import open_from_prompt
from kith.kernel.clock import now
from kith.web.about_child import about_child
from kith.web.decision.door import about_decision
from kith.web.prompt.door import about_prompt
from tests.web.living import amira_in, by_code, living_area, main_of, prompt_about, signed_in, worker

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]
PURPOSE = "read a page of this test"


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def amira(area):
    return amira_in(area)


@pytest.fixture
def asked(amira):
    return prompt_about(amira)


@pytest.fixture
def owner(area, asked):
    return worker(area, asked.owner)


def comes_in(who, guard, **which):
    """What a new view behind this guard answers to somebody."""
    request = RequestFactory().get("/a-page")
    request.user, request.session = get_user_model().objects.get(practitioner=who.id), {}
    return guard(purpose=PURPOSE)(_shows)(request, **which)


def _shows(request, *, child=None, here=None, by=None, at=None, basis=None):
    return HttpResponse(f"shown to {(by or here.by).name}")


def looked(amira):
    return [look.name for look in looks.looks_at(child=amira.id) if look.purpose == PURPOSE]


def test_a_child_a_question_and_a_decision_open_to_whoever_may_see_the_child_and_the_look_is_kept(
    area, amira, asked, owner
):
    area.involve(owner, amira)
    opened = open_from_prompt(prompt=asked.id, question="What do we know?", by=owner.actor, at=now())
    for guard, which in (
        (about_child, {"child": amira.id}),
        (about_prompt, {"prompt": asked.id}),
        (about_decision, {"decision": opened}),
    ):
        assert comes_in(owner, guard, **which).content.decode() == f"shown to {owner.actor.name}"
    assert looked(amira) == [owner.actor.name] * 3


@pytest.mark.parametrize(
    ("guard", "name"), [(about_child, "child"), (about_prompt, "prompt"), (about_decision, "decision")]
)
def test_what_is_not_there_is_refused_and_no_look_is_kept(area, amira, owner, guard, name):
    answer = comes_in(owner, guard, **{name: uuid4()})
    assert answer.status_code == 403
    assert "Nothing is found here that you may open" in main_of(answer)
    assert looked(amira) == []


def involvements(who):
    return access_models.Involvement.objects.filter(practitioner=who.id)


def ends_all(area, who):
    """Nothing lets them see any child any more."""
    for row in involvements(who).values_list("pk", flat=True):
        access.end_involvement(involvement=row, because="A story.", by=area.system, at=now())


def test_whoever_owns_an_open_question_is_let_in_again_when_their_basis_ended(area, amira, asked, owner):
    ends_all(area, owner)
    assert comes_in(owner, about_child, child=amira.id).status_code == 403
    assert comes_in(owner, about_prompt, prompt=asked.id).status_code == 200
    assert comes_in(owner, about_child, child=amira.id).status_code == 200


def test_whoever_owns_an_open_question_and_sees_the_child_is_let_in_to_nothing_more(asked, owner):
    before = set(involvements(owner).values_list("pk", flat=True))
    assert before
    assert comes_in(owner, about_prompt, prompt=asked.id).status_code == 200
    assert set(involvements(owner).values_list("pk", flat=True)) == before


def test_whoever_owned_a_question_that_was_answered_is_not_let_in_by_it(area, asked, owner):
    decline_prompt(prompt=asked.id, because="We hold it already.", by=owner.actor, at=now())
    ends_all(area, owner)
    assert comes_in(owner, about_prompt, prompt=asked.id).status_code == 403


def test_whoever_does_not_own_a_question_is_not_let_in_by_it(area, asked):
    stranger = by_code(area, "imran-hussain")
    assert comes_in(stranger, about_prompt, prompt=asked.id).status_code == 403
    assert not involvements(stranger).exists()


def test_whoever_sees_the_child_and_whose_agency_was_not_asked_does_not_read_an_open_decision(
    area, amira, asked, owner
):
    opened = open_from_prompt(prompt=asked.id, question="What do we know?", by=owner.actor, at=now())
    midwife = by_code(area, "ines-roskilly")
    area.involve(midwife, amira)
    answer = signed_in(midwife).get(f"/decisions/{opened}/")
    assert answer.status_code == 403
    assert "Your agency was not asked about this" in main_of(answer)
