"""An item refers to what its agency sent or was told of, and no reference tells whom anybody was found to be."""

from uuid import UUID, uuid4

from kith.chronology import queries as chronology
from tests.api.conftest import item, kept, person

SOMEBODY_ELSE = {"full_name": "Tom Pascoe", "born": "2021-09-09", "sender_key": "pupil-9"}


def refers_to(entry) -> set[tuple[str, UUID]]:
    return {(row.relation, row.entry) for row in entry.refers_to}


def test_an_entry_refers_to_another_by_id_or_by_the_senders_own_reference(school):
    first = kept(school.send(item(sender_reference="cpoms-1")))
    by_id = kept(school.send(item(text="2", references=[{"relation": "about", "id": str(first.id)}])))
    by_own = kept(
        school.send(item(text="3", references=[{"relation": "answers", "sender_reference": "cpoms-1"}]))
    )
    assert refers_to(by_id) == {("about", first.id)}
    assert refers_to(by_own) == {("answers", first.id)}


def test_an_item_refers_to_an_earlier_one_of_the_same_request_and_not_to_a_later(school):
    later = [{"relation": "about", "sender_reference": "two"}]
    earlier = [{"relation": "about", "sender_reference": "one"}]
    answer = school.send(
        item(sender_reference="one", references=later),
        item(sender_reference="two"),
        item(sender_reference="three", references=[{"relation": "about", "sender_reference": "two"}]),
        item(sender_reference="four", references=earlier),
    )
    assert [one["status"] for one in answer.json()["entries"]] == ["refused", "kept", "kept", "refused"]


def test_an_agency_may_answer_what_it_was_told_of(school, police):
    told = kept(school.send(item(told=["police"])))
    answering = kept(
        police.send(item(text="We attended.", references=[{"relation": "answers", "id": str(told.id)}]))
    )
    assert refers_to(answering) == {("answers", told.id)}


def test_another_agencys_entry_that_it_was_not_told_of_looks_like_none(school, police):
    """The same child, and yet no word of it."""
    hidden = kept(school.send(item()))
    answers = [
        police.problems(item(references=[{"relation": "about", "id": str(one)}]))
        for one in (hidden.id, uuid4())
    ]
    assert answers[0] == answers[1] == {"entries[0].references[0]": answers[0]["entries[0].references[0]"]}


def test_a_reference_that_joins_no_child_is_left_out_and_tells_the_sender_nothing(school, police):
    """To refuse it would say that the two were not found to be one child, which a sender could then test guess by guess."""
    told = kept(school.send(item(told=["police"])))
    reference = [{"relation": "answers", "id": str(told.id)}]

    same = police.send(item(text="A.", references=reference))
    other = police.send(item(text="B.", people=[person(**SOMEBODY_ELSE)], references=reference))

    assert refers_to(kept(same)) == {("answers", told.id)}
    assert refers_to(kept(other)) == set()
    told_of = [{**one.json()["entries"][0], "id": None} for one in (same, other)]
    assert told_of[0] == told_of[1]
    assert b"answers" in chronology.envelope(id=kept(other).envelope).body


def test_an_agency_corrects_and_withdraws_its_own(school):
    first = kept(school.send(item(sender_reference="cpoms-1")))
    second = kept(
        school.send(
            item(
                text="The right arm.",
                references=[{"relation": "corrects", "id": str(first.id)}],
                because="Wrong arm.",
            )
        )
    )
    assert chronology.entry(first.id).corrected_by == second.id
    third = kept(
        school.send(
            item(
                kind="other",
                details={},
                references=[{"relation": "withdraws", "id": str(second.id)}],
                because="Wrong child.",
            )
        )
    )
    assert chronology.entry(second.id).withdrawn_by == third.id
    again = item(references=[{"relation": "withdraws", "id": str(second.id)}], because="Again.")
    assert "already" in school.problems(again)["entries[0].references[0]"]


def test_nobody_corrects_or_withdraws_what_another_agency_said(school, police):
    told = kept(school.send(item(told=["police"])))
    mine = item(references=[{"relation": "withdraws", "id": str(told.id)}], because="We know better.")
    assert "Only the agency" in police.problems(mine)["entries[0].references[0]"]
    assert chronology.entry(told.id).counts


def test_whoever_withdraws_says_why_and_names_the_same_person_by_their_own_key(school):
    first = kept(school.send(item()))
    reference = [{"relation": "withdraws", "id": str(first.id)}]
    assert list(school.problems(item(references=reference))) == ["entries[0].because"]
    for stranger in (
        person(**SOMEBODY_ELSE),
        {"key": "child", "full_name": "Amira Haddad", "born": "2019-05-04"},
    ):
        problems = school.problems(item(people=[stranger], references=reference, because="Wrong child."))
        assert "sender_key" in problems["entries[0].references[0]"]
    assert chronology.entry(first.id).counts
