"""A doubt is a question to a person, and their answer moves links or keeps people apart."""

import pytest

from kith.identity import operations, queries
from kith.kernel.errors import BadInput, Refused
from tests.rooms.identity_world import AREA, NADIA, SAM, describe, minutes, person_of, the_table_is_the_fold

pytestmark = pytest.mark.django_db


def doubt():
    """Hassan, and somebody called Hussain in the same house with the same birthday."""
    hassan = describe(full_name="Hassan Rahman", sex="male")
    hussain = describe(full_name="Hussain Rahman", sex="male", said_by="police", at=minutes(1))
    return hassan, hussain, hussain.reviews[0]


def decide(review, decision, at=5, by=SAM):
    return operations.decide_review(
        review=review, decision=decision, because="I asked his mother.", by=by, at=minutes(at)
    )


def test_a_review_shows_both_descriptions_and_why_a_person_is_asked():
    hassan, hussain, review = doubt()
    asked = queries.review(id=review)
    assert asked == queries.open_reviews(area=AREA)[0]
    assert asked.description.full_name == "Hussain Rahman"
    assert asked.other_description.full_name == "Hassan Rahman"
    assert (asked.person, asked.other_person) == (hussain.person, hassan.person)
    assert "The first names are alike, but may be two people’s." in asked.reasons
    assert asked.band == "possible"
    assert (
        queries.open_reviews_of(person=hassan.person)
        == queries.open_reviews_of(person=hussain.person)
        == (asked,)
    )


def test_the_same_merges_into_whoever_was_known_before():
    hassan, hussain, review = doubt()
    step = decide(review, "same")
    assert person_of(hussain.description, at=minutes(5)) == hassan.person
    assert not queries.open_reviews(area=AREA)
    operations.unmerge(step=step, because="Two after all.", by=SAM, at=minutes(6))
    assert person_of(hussain.description, at=minutes(6)) == hussain.person
    assert the_table_is_the_fold()


def test_not_the_same_keeps_them_apart_for_good():
    hassan, hussain, review = doubt()
    decide(review, "not_the_same")
    assert person_of(hussain.description, at=minutes(5)) == hussain.person
    assert not queries.open_reviews(area=AREA)
    with pytest.raises(Refused, match="I asked his mother"):
        operations.merge(keep=hassan.person, other=hussain.person, because="Hm.", by=SAM, at=minutes(6))


def test_cannot_tell_closes_the_question_and_moves_nothing():
    hassan, hussain, review = doubt()
    assert decide(review, "cannot_tell") is None
    assert person_of(hussain.description, at=minutes(5)) == hussain.person
    assert not queries.open_reviews(area=AREA)
    operations.merge(keep=hassan.person, other=hussain.person, because="Now I know.", by=SAM, at=minutes(6))


def test_a_merge_answers_the_questions_between_the_two():
    hassan, hussain, review = doubt()
    operations.merge(keep=hassan.person, other=hussain.person, because="One boy.", by=SAM, at=minutes(5))
    assert not queries.open_reviews(area=AREA)
    with pytest.raises(BadInput, match="decided already"):
        decide(review, "not_the_same", at=6)


@pytest.mark.parametrize(("decision", "field"), [("perhaps", "decision"), ("", "decision")])
def test_only_the_three_answers_are_taken(decision, field):
    _, _, review = doubt()
    with pytest.raises(BadInput) as refused:
        decide(review, decision)
    assert refused.value.field == field


def test_a_review_is_decided_once_after_it_was_asked_and_by_its_own_area():
    _, _, review = doubt()
    with pytest.raises(BadInput, match="not been asked"):
        decide(review, "same", at=0)
    with pytest.raises(Refused, match="another area"):
        decide(review, "same", by=NADIA)
    decide(review, "same")
    with pytest.raises(BadInput, match="decided already"):
        decide(review, "same", at=6)
