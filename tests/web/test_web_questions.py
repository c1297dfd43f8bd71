"""What is asked of a person who records a concern or a visit, and what must be answered."""

from datetime import UTC, datetime

import pytest
from django.http import QueryDict

from kith.web.concern import questions as concern
from kith.web.parts.form import Form, Problem
from kith.web.reading.posted import answers_from
from kith.web.visit_note import questions as visit_note

AT = datetime(2026, 11, 11, 14, 43, tzinfo=UTC)


def problems(topic, **answers):
    return [one.field for one in concern.problems_in(topic, answers, called="Casper", at=AT)]


def test_a_concern_needs_at_most_twelve_answers_each_with_its_reason():
    required = [field for topic in concern.TOPICS for field in topic.required]
    assert len(required) <= 12
    assert set(required) == set(concern.WHY_REQUIRED)


def test_an_empty_topic_says_everything_that_is_missing_in_the_order_of_the_page():
    assert problems(concern.WHERE) == ["where_now", "collected_by", "leaves", "safe_to_go"]
    assert problems(concern.CHILD) == ["child_name", "born"]
    assert problems(concern.SEEN) == ["happened", "seen_or_heard", "who_said"]
    assert problems(concern.URGENT) == ["how_soon", "family_told"]
    assert problems(concern.CHECK) == []


def test_not_knowing_is_an_answer():
    assert not problems(
        concern.WHERE,
        where_now="not_known",
        collected_by_not_known="yes",
        leaves_not_known="yes",
        safe_to_go="not_sure",
    )
    assert not problems(concern.CHILD, child_name="Casper", born_about="about 4")


def test_an_hour_without_its_minute_is_asked_again():
    answers = {"where_now": "here", "collected_by": "his father", "safe_to_go": "yes", "leaves": "3"}
    assert problems(concern.WHERE, **answers) == ["leaves"]
    assert not problems(concern.WHERE, **answers, leaves_minute="15")


def test_a_family_that_was_not_told_needs_a_reason():
    assert not problems(concern.URGENT, how_soon="today", family_told="told")
    assert problems(concern.URGENT, how_soon="today", family_told="danger") == ["why_not_told"]


def test_something_that_has_not_happened_yet_is_not_a_fact():
    answers = {"happened": "12", "happened_month": "11", "happened_year": "2026"}
    assert problems(concern.SEEN, seen_or_heard="x", who_said="self", **answers) == ["happened"]


@pytest.mark.parametrize(
    ("answers", "urgent"),
    [
        ({"how_soon": "now"}, True),
        ({"how_soon": "today", "safe_to_go": "no"}, True),
        ({"how_soon": "today"}, False),
    ],
)
def test_a_concern_is_urgent_when_its_writer_says_so(answers, urgent):
    assert concern.is_urgent(answers) is urgent


def test_a_visit_note_needs_five_answers():
    found = visit_note.problems_in({}, called="Tam")
    assert tuple(one.field for one in found) == visit_note.REQUIRED
    assert len(found) == 5


def test_only_the_fields_that_were_asked_for_are_taken():
    posted = QueryDict("seen=alone&also_about=jory&also_about=davy&is_admin=1&worry=x")
    taken = answers_from(posted, ("seen", "also_about", "worry", "where"))
    assert taken["also_about"] == "jory davy"
    assert set(taken) == {"seen", "also_about", "worry"}


def test_a_form_remembers_what_was_typed_and_what_is_wrong():
    form = Form(answers={"seen": "alone"}, problems=(Problem(field="where", words="Say where you were"),))
    assert form.chosen("seen", "alone") and not form.chosen("seen", "not_seen")
    assert form.problem("where") == "Say where you were"
    assert form.problem("seen") == ""
