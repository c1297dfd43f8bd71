"""What stands before a view: who comes in, with how many proofs, and what whoever does not is answered."""

from types import SimpleNamespace
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import RequestFactory

from kith.access.types import NotInvolved
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.web.about_child import emergency_href
from kith.web.decision.door import AtDecision
from kith.web.policy import POLICIES, policy
from kith.web.prompt.door import AtPrompt

ONE_PROOF, TWO_PROOFS = {}, {"two_factors": True}
JOEL = Actor(id=uuid4(), area="tolland-bay", agency="childrens_social_care", name="Joel Prewett")
CHILD = UUID(int=7)


@pytest.fixture(autouse=True)
def two_are_required(settings):
    settings.KITH_SECOND_FACTOR = True


@pytest.fixture
def ask(db):
    """Asks for a view under a policy; answers what came back."""

    def asked(name, *, user=None, session=ONE_PROOF):
        request = RequestFactory().get("/a-page")
        request.user = user or SimpleNamespace(is_authenticated=True)
        request.session = session
        return policy(name)(lambda request, child: HttpResponse(f"shown of {child}"))(request, child="Amira")

    return asked


@pytest.mark.parametrize("name", sorted(set(POLICIES) - {"public"}))
def test_whoever_is_not_signed_in_is_asked_to_sign_in_before_every_page_but_a_public_one(ask, name):
    answer = ask(name, user=AnonymousUser())
    assert (answer.status_code, answer.url) == (302, "/sign-in?next=/a-page")


@pytest.mark.parametrize("name", sorted(set(POLICIES) - {"public", "own_sign_in"}))
def test_whoever_proved_one_thing_alone_is_sent_to_prove_another(ask, name):
    answer = ask(name)
    assert (answer.status_code, answer.url) == (302, "/sign-in/set-up")
    assert ask(name, session=TWO_PROOFS).content == b"shown of Amira"


def test_ones_own_sign_in_opens_with_one_proof_and_a_public_page_with_none(ask):
    assert ask("own_sign_in").content == b"shown of Amira"
    assert ask("public").content == b"shown of Amira"
    assert ask("public", user=AnonymousUser()).content == b"shown of Amira"


def test_where_one_proof_is_enough_one_proof_opens(ask, settings):
    settings.KITH_SECOND_FACTOR = False
    assert ask("sees_child").content == b"shown of Amira"


@pytest.mark.parametrize(
    ("what", "href"),
    [
        ("not_involved", f"/children/{CHILD}/open/"),
        ("restricted", f"/children/{CHILD}/open/"),
        ("sealed", ""),
        ("unknown", ""),
        ("own_family", ""),
    ],
)
def test_an_emergency_is_offered_where_a_reason_can_open_the_child_and_nowhere_else(what, href):
    assert emergency_href(NotInvolved(by=JOEL, child=CHILD, what=what, reason="No.")) == href


def test_no_emergency_is_offered_where_no_child_was_refused():
    assert emergency_href(Refused("No.")) == ""


@pytest.mark.parametrize(
    ("owner", "is_open", "mine"),
    [(JOEL.id, True, True), (JOEL.id, False, False), (uuid4(), True, False)],
)
def test_a_question_is_mine_while_it_waits_on_me(owner, is_open, mine):
    prompt = SimpleNamespace(owner=owner, is_open=is_open)
    assert AtPrompt(prompt=prompt, by=JOEL, at=None, opened=()).mine is mine


def of(agency, area):
    return SimpleNamespace(agency=agency, agency_area=area)


US, OTHERS = ("childrens_social_care", "tolland-bay"), ("police", "tolland-bay")
THERE = ("childrens_social_care", "another-area")


@pytest.mark.parametrize(("agencies", "ours"), [([US], True), ([OTHERS, US], True), ([OTHERS, THERE], False)])
def test_an_agency_was_asked_or_has_written_where_it_did_and_not_where_its_namesake_elsewhere_did(
    agencies, ours
):
    rows = [of(*one) for one in agencies]
    asked = SimpleNamespace(owner=JOEL.id, invitations=rows, positions=[])
    written = SimpleNamespace(owner=uuid4(), invitations=[], positions=rows)
    here = AtDecision(decision=asked, by=JOEL, at=None, opened=())
    assert (here.mine, here.asked, here.written) == (True, ours, False)
    here = AtDecision(decision=written, by=JOEL, at=None, opened=())
    assert (here.mine, here.asked, here.written) == (False, False, ours)
