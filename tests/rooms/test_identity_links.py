"""A link can always be undone, and a "not the same" is never crossed."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from kith.identity import models, operations, queries
from kith.kernel.errors import BadInput, Refused
from tests.rooms.identity_world import (
    AREA,
    NADIA,
    SAM,
    describe,
    minutes,
    person_of,
    the_table_is_the_fold,
)

pytestmark = pytest.mark.django_db
BECAUSE = "The school rang: this is her cousin."


def two_people():
    """Two children of whom each has a description, nobody having linked them."""
    return describe(), describe(full_name="Leo Brandt", born=date(2013, 9, 9), sex="male", at=minutes(1))


def one_with_two():
    """A child whom two agencies describe."""
    return describe(), describe(said_by="police", at=minutes(1))


def test_an_unlinked_description_goes_to_somebody_new_and_what_was_true_then_stays_readable():
    first, second = one_with_two()

    person = operations.unlink(description=second.description, because=BECAUSE, by=SAM, at=minutes(5))

    assert person != first.person
    assert person_of(second.description, at=minutes(4)) == first.person
    assert person_of(second.description, at=minutes(5)) == person
    assert [one.said_by for one in queries.descriptions_of(person=first.person, as_at=minutes(4))] == [
        "school",
        "police",
    ]
    assert [one.said_by for one in queries.descriptions_of(person=first.person, as_at=minutes(5))] == [
        "school"
    ]
    assert [one.person for one in queries.shown_on(description=second.description)] == [first.person, person]
    link = queries.link_as_at(description=second.description, as_at=minutes(5))
    assert (link.decided_by, link.because) == (SAM.id, BECAUSE)
    assert the_table_is_the_fold()


def test_after_unlinking_nothing_links_the_two_again():
    first, second = one_with_two()
    person = operations.unlink(description=second.description, because=BECAUSE, by=SAM, at=minutes(5))
    with pytest.raises(Refused, match="Sam Reed said on 3 March 2026 that these are not the same person"):
        operations.relink(
            description=second.description, to=first.person, because="Hm.", by=SAM, at=minutes(6)
        )
    with pytest.raises(Refused, match="not the same person"):
        operations.merge(keep=first.person, other=person, because="Hm.", by=SAM, at=minutes(6))
    with pytest.raises(Refused, match="not the same person"):
        operations.merge(keep=person, other=first.person, because="Hm.", by=SAM, at=minutes(6))


def test_the_same_words_again_after_unlinking_go_to_a_person():
    first, second = one_with_two()
    operations.unlink(description=second.description, because=BECAUSE, by=SAM, at=minutes(5))
    again = describe(said_by="police", at=minutes(6))
    assert again.outcome == "possible"
    assert again.person != first.person


def test_the_only_description_of_somebody_cannot_be_taken_away():
    first = describe()
    with pytest.raises(Refused, match="only description"):
        operations.unlink(description=first.description, because=BECAUSE, by=SAM, at=minutes(5))


def test_unlinking_what_was_moved_by_hand_puts_it_back():
    first, second = two_people()
    third = describe(said_by="police", at=minutes(2))
    operations.relink(
        description=third.description, to=second.person, because="A slip.", by=SAM, at=minutes(3)
    )
    assert person_of(third.description, at=minutes(3)) == second.person

    back = operations.unlink(description=third.description, because="No slip.", by=SAM, at=minutes(4))

    assert back == first.person == person_of(third.description, at=minutes(4))
    assert the_table_is_the_fold()


def test_a_merge_moves_links_only_and_says_who_goes_on_for_whom():
    first, second = two_people()
    step = operations.merge(keep=first.person, other=second.person, because="One boy.", by=SAM, at=minutes(5))

    assert len(queries.descriptions_of(person=first.person, as_at=minutes(5))) == 2
    assert not queries.descriptions_of(person=second.person, as_at=minutes(5))
    assert queries.stands_for(person=second.person, as_at=minutes(5)) == first.person
    assert queries.stands_for(person=second.person, as_at=minutes(4)) == second.person
    assert queries.steps_of(person=second.person)[-1].id == step
    assert queries.description(id=second.description).full_name == "Leo Brandt"


def test_merges_are_undone_one_after_the_other_until_all_is_as_it_was():
    first, second = two_people()
    third = describe(full_name="Ada Nowak", born=date(2015, 2, 2), at=minutes(2))
    inner = operations.merge(keep=second.person, other=third.person, because="One.", by=SAM, at=minutes(5))
    outer = operations.merge(keep=first.person, other=second.person, because="One.", by=SAM, at=minutes(6))
    assert queries.stands_for(person=third.person, as_at=minutes(6)) == first.person
    with pytest.raises(Refused, match="merged again since"):
        operations.unmerge(step=inner, because="Two.", by=SAM, at=minutes(7))

    operations.unmerge(step=outer, because="Two.", by=SAM, at=minutes(7))
    operations.unmerge(step=inner, because="Two.", by=SAM, at=minutes(8))

    for one in (first, second, third):
        assert person_of(one.description, at=minutes(8)) == one.person
        assert queries.stands_for(person=one.person, as_at=minutes(8)) == one.person
    with pytest.raises(BadInput, match="undone already"):
        operations.unmerge(step=outer, because="Again.", by=SAM, at=minutes(9))
    assert the_table_is_the_fold()


def test_what_was_moved_by_hand_after_a_merge_stays_where_it_was_put():
    first, second = two_people()
    third = describe(full_name="Ada Nowak", born=date(2015, 2, 2), at=minutes(2))
    step = operations.merge(keep=first.person, other=second.person, because="One.", by=SAM, at=minutes(5))
    operations.relink(description=second.description, to=third.person, because="Hers.", by=SAM, at=minutes(6))
    operations.unmerge(step=step, because="Two.", by=SAM, at=minutes(7))
    assert person_of(second.description, at=minutes(7)) == third.person


def test_nothing_is_linked_to_somebody_who_was_merged_away():
    first, second = two_people()
    third = describe(full_name="Ada Nowak", born=date(2015, 2, 2), at=minutes(2))
    operations.merge(keep=first.person, other=second.person, because="One.", by=SAM, at=minutes(5))
    with pytest.raises(BadInput, match="merged into somebody else"):
        operations.relink(
            description=third.description, to=second.person, because="Hm.", by=SAM, at=minutes(6)
        )
    with pytest.raises(BadInput, match="merged into somebody else"):
        operations.merge(keep=second.person, other=third.person, because="Hm.", by=SAM, at=minutes(6))


def test_not_the_same_holds_until_it_is_withdrawn_with_a_reason():
    first, second = two_people()
    wall = operations.say_not_the_same(
        person=first.person, other=second.person, because="I know both.", by=SAM, at=minutes(5)
    )
    with pytest.raises(Refused, match="I know both"):
        operations.merge(keep=first.person, other=second.person, because="Hm.", by=SAM, at=minutes(6))

    operations.withdraw_not_the_same(non_link=wall, because="I was wrong.", by=SAM, at=minutes(7))

    operations.merge(keep=first.person, other=second.person, because="One.", by=SAM, at=minutes(8))
    assert person_of(second.description, at=minutes(8)) == first.person
    with pytest.raises(BadInput, match="withdrawn already"):
        operations.withdraw_not_the_same(non_link=wall, because="Again.", by=SAM, at=minutes(9))


def test_not_the_same_goes_with_the_descriptions_when_they_move():
    first, second = two_people()
    third = describe(full_name="Ada Nowak", born=date(2015, 2, 2), at=minutes(2))
    operations.say_not_the_same(
        person=first.person, other=second.person, because="Both seen.", by=SAM, at=minutes(5)
    )
    operations.merge(keep=third.person, other=second.person, because="One.", by=SAM, at=minutes(6))
    with pytest.raises(Refused, match="Both seen"):
        operations.merge(keep=first.person, other=third.person, because="Hm.", by=SAM, at=minutes(7))


@pytest.mark.parametrize("because", ["", "   "])
def test_every_change_by_a_person_has_a_reason(because):
    first, second = two_people()
    said = {"because": because, "by": SAM, "at": minutes(5)}
    for change in (
        lambda: operations.unlink(description=first.description, **said),
        lambda: operations.relink(description=first.description, to=second.person, **said),
        lambda: operations.merge(keep=first.person, other=second.person, **said),
        lambda: operations.say_not_the_same(person=first.person, other=second.person, **said),
    ):
        with pytest.raises(BadInput) as refused:
            change()
        assert refused.value.field == "because"


def test_history_is_not_rewritten_by_a_change_dated_before_the_link():
    first, second = two_people()
    with pytest.raises(BadInput) as refused:
        operations.relink(
            description=second.description, to=first.person, because="Hm.", by=SAM, at=minutes(0)
        )
    assert refused.value.field == "at"
    assert the_table_is_the_fold()


def test_another_area_changes_nothing_here():
    first, second = two_people()
    said = {"because": "Ours.", "by": NADIA, "at": minutes(5)}
    with pytest.raises(Refused, match="another area"):
        operations.unlink(description=first.description, **said)
    with pytest.raises(Refused, match="another area"):
        operations.merge(keep=first.person, other=second.person, **said)
    with pytest.raises(Refused, match="another area"):
        operations.say_not_the_same(person=first.person, other=second.person, **said)


def test_the_database_keeps_one_person_for_a_description_at_a_time():
    first, second = two_people()
    link = models.Link.objects.get(description=first.description)
    twice = models.Link(
        id=second.description,
        area=AREA,
        description_id=first.description,
        person_id=second.person,
        from_at=minutes(3),
    )
    with (
        pytest.raises(IntegrityError, match="a_description_is_linked_to_one_person_at_a_time"),
        transaction.atomic(),
    ):
        twice.save(force_insert=True)
    assert link.to_at is None


@pytest.mark.parametrize(
    "change",
    [
        lambda: models.Description.objects.update(full_name="Nobody"),
        lambda: models.LinkStep.objects.update(because="Nothing"),
        lambda: models.IdentityStep.objects.update(because="Nothing"),
        lambda: models.Link.objects.update(from_at=minutes(-60)),
        lambda: models.Link.objects.filter(to_at__isnull=False).update(to_at=None),
        lambda: models.NonLink.objects.update(because="Nothing"),
        lambda: models.NonLinkSide.objects.update(side=1),
        lambda: models.Link.objects.all()._raw_delete("default"),
        lambda: models.NonLink.objects.all()._raw_delete("default"),
    ],
)
def test_the_database_refuses_to_change_or_remove_what_was_said(change):
    _, second = one_with_two()
    operations.unlink(description=second.description, because=BECAUSE, by=SAM, at=minutes(5))
    with pytest.raises(DatabaseError), transaction.atomic():
        change()
    assert the_table_is_the_fold()
