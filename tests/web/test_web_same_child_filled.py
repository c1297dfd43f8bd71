"""Two descriptions that may be of one child: who is asked, what they see, and what their answer does."""

from uuid import uuid4

import pytest

from kith.access import operations as access
from kith.access import queries as looks
from kith.access.types import Whom
from kith.identity import operations, queries
from kith.identity.types import NewDescription
from kith.kernel.clock import now
from kith.people import operations as people
from tests.web.living import by_code, days_ago, living_area, main_of, page, signed_in

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
    assert "The same birthday." in words
    assert "may be two people’s" in words
    assert "Same parent or carer: Amal Rahman." in words
    assert "Quay Street" not in answer.content.decode()
    assert "TQ12" not in answer.content.decode()


def test_the_same_joins_them_and_it_waits_no_more(dana, doubt):
    answer = dana.post(
        f"/same-child/{doubt.id}/", {"decision": "same", "because": "I asked his mother."}, follow=True
    )
    assert page(answer).all("h1")[0].text == "Answered: one child"
    assert "Dana Ferris" in main_of(answer) and "I asked his mother." in main_of(answer)
    assert "Are these the same child?" not in main_of(dana.get("/"))
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


# ── what stands side by side ──────────────────────────────────────────────────────────────────────────────────────


def rows(answer) -> dict[str, str]:
    body = page(answer).classed("side-by-side")[0].all("tbody")[0]
    return {row.all("th")[0].text: row.all("td")[-1].text for row in body.all("tr")}


def test_each_row_says_in_words_whether_the_two_agree(dana, doubt):
    answer = dana.get(f"/same-child/{doubt.id}/")
    said = rows(answer)
    assert said["Name"] == "Nearly. First names two letters apart, same last name: a spelling, or a twin."
    assert said["Born"] == "Agrees. The same birthday."
    assert said["NHS number"] == "Cannot be compared. Not given by both."
    assert "same address" in said["Where they live"]
    table = page(answer).classed("side-by-side")[0]
    assert all(head.attributes["scope"] in ("col", "row") for head in table.all("th"))
    assert table.all("caption")[0].text


def test_what_each_agency_told_is_counted_for_whoever_sees_the_child_and_for_nobody_else(area, dana, doubt):
    words = main_of(dana.get(f"/same-child/{doubt.id}/"))
    assert words.count("You do not work with them, so this is not shown. Ring the desk") == 2
    whom = Whom(practitioner=by_code(area, "dana-ferris").id)
    access.involve(child=doubt.other_person, whom=whom, basis="demonstration", by=area.system, at=now())
    words = main_of(dana.get(f"/same-child/{doubt.id}/"))
    assert words.count("Ring the desk") == 1
    assert "School describes them, and has told nothing that happened" in words


def test_each_reading_is_kept_with_its_basis(area, dana, doubt):
    dana.get(f"/same-child/{doubt.id}/")
    for side in (doubt.person, doubt.other_person):
        (look,) = looks.looks_at(child=side)
        assert (look.name, look.basis) == ("Dana Ferris", "owns_a_question")
        assert look.purpose == "answer whether two descriptions are of one child"


# ── after the answer ──────────────────────────────────────────────────────────────────────────────────────────────


def answered(dana, doubt, decision):
    return dana.post(f"/same-child/{doubt.id}/", {"decision": decision, "because": "I asked."}, follow=True)


def test_the_same_is_undone_on_its_own_page_which_then_says_what_moved(dana, doubt):
    answer = answered(dana, doubt, "same")
    assert "They are two children: undo it" in main_of(answer)
    answer = dana.post(f"/same-child/{doubt.id}/undo", {"because": "Two brothers."}, follow=True)
    assert answer.status_code == 200
    assert "from Hassan Rahman to Hussain Rahman" in main_of(answer)
    assert queries.stands_for(person=doubt.person, as_at=now()) == doubt.person
    again = dana.get(f"/same-child/{doubt.id}/")
    assert "Undone since. Dana Ferris" in main_of(again)
    assert "undo it" not in main_of(again)
    assert dana.post(f"/same-child/{doubt.id}/undo", {"because": "Again."}).status_code == 422


def test_not_the_same_is_taken_back_and_nothing_is_joined_by_that(dana, doubt):
    assert "Take it back" in main_of(answered(dana, doubt, "not_the_same"))
    answer = dana.post(f"/same-child/{doubt.id}/undo", {"because": "A slip."}, follow=True)
    assert "Undone since. Dana Ferris" in main_of(answer)
    assert queries.stands_for(person=doubt.person, as_at=now()) == doubt.person
    operations.merge(
        keep=doubt.other_person, other=doubt.person, because="One.", by=_dana_herself(), at=now()
    )


def _dana_herself():
    from tests.support.world import Area

    return by_code(Area("tolland-bay"), "dana-ferris").actor


def test_nobody_can_tell_leaves_nothing_to_undo(dana, doubt):
    words = main_of(answered(dana, doubt, "cannot_tell"))
    assert "Nothing was moved." in words
    assert "If that was wrong" not in words
    assert dana.post(f"/same-child/{doubt.id}/undo", {"because": "Hm."}).status_code == 422


def test_undoing_needs_a_reason_and_gives_the_page_back(dana, doubt):
    answered(dana, doubt, "same")
    answer = dana.post(f"/same-child/{doubt.id}/undo", {"because": "  "})
    assert answer.status_code == 422
    assert page(answer).all("title")[0].text.startswith("Error: ")
    assert queries.stands_for(person=doubt.person, as_at=now()) == doubt.other_person


def test_nobody_without_the_role_reads_or_undoes_an_answer(area, dana, doubt):
    answered(dana, doubt, "same")
    joel = signed_in(by_code(area, "joel-prewett"))
    for answer in (
        joel.get(f"/same-child/{doubt.id}/"),
        joel.post(f"/same-child/{doubt.id}/undo", {"because": "Hm."}),
        joel.get("/same-child/"),
    ):
        assert answer.status_code == 403
        assert "Rahman" not in answer.content.decode()
    assert queries.stands_for(person=doubt.person, as_at=now()) == doubt.other_person


def test_who_answers_too_late_is_told_what_was_answered_and_gets_their_words_back(dana, doubt):
    answered(dana, doubt, "same")
    answer = dana.post(f"/same-child/{doubt.id}/", {"decision": "not_the_same", "because": "I know both."})
    assert answer.status_code == 409
    assert "Somebody answered before you." in main_of(answer) and "I know both." in main_of(answer)
    assert queries.stands_for(person=doubt.person, as_at=now()) == doubt.other_person


def test_a_question_of_another_area_is_refused(dana, doubt):
    from kith.identity import models

    elsewhere = models.Review.objects.create(
        area="elsewhere", description_id=doubt.other_description.id, other_description_id=doubt.description.id,
        reasons=["It is possible."], band="possible", owner_role="mash_manager", opened_at=now(),
    )  # fmt: skip
    for answer in (
        dana.get(f"/same-child/{elsewhere.pk}/"),
        dana.post(f"/same-child/{elsewhere.pk}/", {"decision": "same", "because": "Hm."}),
    ):
        assert answer.status_code == 403
        assert "Rahman" not in answer.content.decode()
    assert "One question is open." in main_of(dana.get("/same-child/"))


@pytest.mark.parametrize("path", ["", "undo"])
def test_a_question_that_was_never_asked_is_refused(dana, path):
    answer = dana.post(f"/same-child/{uuid4()}/{path}", {"because": "Hm.", "decision": "same"})
    assert answer.status_code == 403
    assert "This was never asked." in main_of(answer)


# ── the list ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_list_says_how_many_wait_how_long_for_what_doubt_and_who_answers(area, dana, doubt):
    words = main_of(dana.get("/same-child/"))
    assert "One question is open. None has waited longer than a working day." in words
    assert "Hussain Rahman and Hassan Rahman" in words
    assert "First names that are not the same" in words
    assert "Dana Ferris, 01632 960 102" in words or "01632" in words
    assert "Who is who: one question is open." in main_of(dana.get("/"))
    assert 'href="/same-child/"' in dana.get("/").content.decode()
    answered(dana, doubt, "not_the_same")
    words = main_of(dana.get("/same-child/"))
    assert "No question is open. One was answered in the last seven days." in words
    assert "That is not the same as every child being found" in words
    assert "Two children, says Dana Ferris" in words


def test_the_list_names_nobody_who_is_held_closely(area, dana, doubt):
    people.set_tier(person=doubt.person, tier="restricted", because="A story.", by=area.system, at=now())
    answer = dana.get("/same-child/")
    assert "One is held closely: ring the desk, 01632 960 140" in main_of(answer)
    assert "Rahman" not in answer.content.decode()
    people.set_tier(person=doubt.person, tier="sealed", because="A story.", by=area.system, at=now())
    answer = dana.get("/same-child/")
    assert "No question is open." in main_of(answer)
    assert "held closely" not in main_of(answer)


def test_what_waits_longest_stands_first_and_fifty_stand_on_a_page(area, dana):
    for day in range(52, 0, -1):
        ask_about(area, f"Child{day:02}", days_ago(day))
    first, second = (main_of(dana.get(f"/same-child/?page={page}")) for page in (1, 2))
    assert "1 to 50 of 52" in first
    assert first.index("Child52") < first.index("Child51") < first.index("Child03")
    assert "51 to 52 of 52" in second
    assert "Child02" in second and "Child03" not in second
    for odd in ("0", "x", "-1", "99999999", "²"):
        assert "1 to 50 of 52" in main_of(dana.get("/same-child/", {"page": odd}))
    assert "There is nothing on this page" in main_of(dana.get("/same-child/?page=9"))


def test_the_list_takes_as_many_statements_however_many_wait(area, dana, django_assert_max_num_queries):
    from kith.journeys.say_who_it_is import say_who_it_is

    for day in range(1, 13):
        ask_about(area, f"Child{day:02}", days_ago(day))
    for number, one in enumerate(queries.open_reviews(area=area.code)[:6]):
        decision = ("same", "not_the_same", "cannot_tell")[number % 3]
        by = by_code(area, "dana-ferris").actor
        say_who_it_is(review=one.id, decision=decision, because="I asked.", by=by, at=now())
    with django_assert_max_num_queries(45):
        dana.get("/same-child/")


def test_more_than_one_working_day_is_said(area, dana):
    ask_about(area, "Child01", days_ago(10))
    words = main_of(dana.get("/same-child/"))
    assert "One has waited more than one working day." in words


def ask_about(area, name, at):
    """Two descriptions of one birthday, and a question about them that somebody has left open."""
    from kith.identity import models

    born = at.date().replace(year=at.year - 6)
    both = []
    for code, agency in (("anneka-bright", "school"), ("sunita-grewal", "police")):
        surname = "".join(letter for letter in uuid4().hex if letter.isalpha())
        said = NewDescription(
            said_by=agency,
            said_by_area=area.code,
            full_name=f"{name} {surname}",
            born_from=born,
            born_to=born,
        )
        both.append(operations.resolve(description=said, by=by_code(area, code).actor, at=at))
    models.Review.objects.create(
        area=area.code,
        description_id=both[1].description,
        other_description_id=both[0].description,
        reasons=["The last names do not agree."],
        band="possible",
        owner_role="mash_manager",
        opened_at=at,
    )
