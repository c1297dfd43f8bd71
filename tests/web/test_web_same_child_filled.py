"""Two descriptions that may be of one child: who is asked, what they see, and what their answer does."""

from uuid import uuid4

import pytest

from kith.identity import operations, queries
from kith.identity.types import NewDescription
from kith.kernel.clock import now
from kith.people import operations as people
from tests.web.living import by_code, living_area, main_of, page, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


@pytest.fixture
def area():
    return living_area()


@pytest.fixture
def dana(area):
    return signed_in(by_code(area, "dana-ferris"))


@pytest.fixture
def doubt(area):
    """Hassan, and somebody called Hussain in the same house with the same birthday."""
    _described(area, "anneka-bright", "school", "Hassan Rahman")
    found = _described(area, "sunita-grewal", "police", "Hussain Rahman")
    return queries.review(id=found.reviews[0])


def _described(area, code, agency, name):
    said = NewDescription(
        said_by=agency, said_by_area=area.code, full_name=name, sex="male", born_from=BORN, born_to=BORN,
        postcode="TQ12 3AB", address_lines=("7 Quay Street",), guardian_names=("Amal Rahman",),
    )  # fmt: skip
    return operations.resolve(description=said, by=by_code(area, code).actor, at=now())


BORN = (now().date()).replace(year=now().year - 6, day=1)


def test_it_waits_for_whoever_holds_the_role_and_for_nobody_else(dana, area, doubt):
    answer = dana.get("/")
    assert "Are these the same child? Hussain Rahman and Hassan Rahman" in main_of(answer)
    assert f"/same-child/{doubt.id}/" in answer.content.decode()
    assert "same child" not in main_of(signed_in(by_code(area, "joel-prewett")).get("/"))


def test_both_are_read_side_by_side_without_an_address(dana, doubt):
    answer = dana.get(f"/same-child/{doubt.id}/")
    words = main_of(answer)
    assert "Hussain Rahman" in words and "Hassan Rahman" in words
    assert "The dates of birth are the same." in words
    assert "may be two people’s" in words
    assert "Quay Street" not in answer.content.decode()
    assert "TQ12" not in answer.content.decode()


def test_the_same_joins_them_and_it_waits_no_more(dana, doubt):
    answer = dana.post(
        f"/same-child/{doubt.id}/", {"decision": "same", "because": "I asked his mother."}, follow=True
    )
    assert "Are these the same child?" not in main_of(answer)
    assert queries.stands_for(person=doubt.person, as_at=now()) == queries.stands_for(
        person=doubt.other_person, as_at=now()
    )


def test_an_answer_needs_a_choice_and_how_one_knows(dana, doubt):
    answer = dana.post(f"/same-child/{doubt.id}/", {"because": "I asked his mother."})
    assert answer.status_code == 422
    assert "Choose yes, no, or that you cannot tell" in page(answer).classed("error-summary")[0].text
    assert "I asked his mother." in main_of(answer)


def test_nobody_without_the_role_reads_or_answers_it(area, doubt):
    joel = signed_in(by_code(area, "joel-prewett"))
    for answer in (
        joel.get(f"/same-child/{doubt.id}/"),
        joel.post(f"/same-child/{doubt.id}/", {"decision": "same"}),
    ):
        assert answer.status_code == 403
        assert "Rahman" not in answer.content.decode()


def test_one_who_is_sealed_is_in_no_list_and_looks_like_a_question_never_asked(area, dana, doubt):
    people.set_tier(person=doubt.person, tier="sealed", because="A story.", by=area.system, at=now())
    assert "same child" not in main_of(dana.get("/"))
    assert main_of(dana.get(f"/same-child/{doubt.id}/")) == main_of(dana.get(f"/same-child/{uuid4()}/"))


def test_one_who_is_held_closely_is_looked_at_by_the_desk(area, dana, doubt):
    people.set_tier(person=doubt.person, tier="restricted", because="A story.", by=area.system, at=now())
    assert "one held closely" in main_of(dana.get("/"))
    answer = dana.get(f"/same-child/{doubt.id}/")
    assert answer.status_code == 403
    assert "Rahman" not in answer.content.decode()
