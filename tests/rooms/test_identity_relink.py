"""Linking again in bulk asks a person about each difference once, and changes nothing; reading again makes the same rows."""

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.identity import lookup, models, operations, queries
from kith.identity.commonness import AS_IN_A_TOWN
from kith.identity.commonness_held import commonness_of
from kith.identity.operations.newcomers import as_person
from kith.identity.traits import as_kept, traits_of
from kith.linkage import relink as relinking
from kith.linkage.people_file import Row, read_file
from kith.linkage.relink import DOUBTED, MISSED, relink
from kith.people.operations import register_people
from kith.simulation.population.writing import write_registry
from tests.rooms.identity_world import AMIRA, AREA, SAM, describe, minutes, the_table_is_the_fold
from tests.rooms.test_identity_properties import links_now, no_wall_is_crossed, undone

pytestmark = pytest.mark.django_db
LEO = replace(AMIRA, full_name="Leo Brandt", born_from=date(2013, 9, 9), born_to=date(2013, 9, 9), sex="male",
              postcode="M4 1AA", guardian_names=("Anna Brandt",))  # fmt: skip


def as_somebody_new(said, *, at):
    """Kept as somebody of their own, as when a key was missing on that day."""
    (person,) = register_people(people=[as_person(said)], by=SAM, at=at)
    return operations.resolve_known(description=said, person=person, by=SAM, at=at)


def missed():
    """Amira, whom the police know as somebody else."""
    return as_somebody_new(AMIRA, at=minutes(0)), as_somebody_new(
        replace(AMIRA, said_by="police"), at=minutes(1)
    )


def doubtful():
    """A school's key that has plainly gone from Leo to another child, whose birth it does not say."""
    first = describe(LEO, sender_key="7")
    second = describe(
        LEO, sender_key="7", full_name="Ngozi Adeyemi", sex="female", born=None, postcode="TR1 2AB",
        guardian_names=("Ada Adeyemi",), at=minutes(1),
    )  # fmt: skip
    assert (second.person, second.reviews) == (first.person, ())
    return first, second


def run(at=10):
    return relink(by=SAM, at=minutes(at))


def reasons():
    return [one.reasons for one in queries.open_reviews(area=AREA)]


def test_a_pair_that_was_missed_becomes_one_question_and_no_link_changes():
    one, other = missed()
    before = links_now()
    done = run()
    (asked,) = queries.open_reviews(area=AREA)
    assert (done.missed, done.doubted, done.asked) == (1, 0, 1)
    assert (asked.description.id, asked.other_description.id) == (other.description, one.description)
    assert asked.reasons == (MISSED,)
    assert sum(bit.bits for bit in asked.evidence) == pytest.approx(asked.weight)
    assert links_now() == before
    assert the_table_is_the_fold()


def test_a_link_that_hardly_agrees_becomes_one_question_and_no_link_changes():
    doubtful()
    before = links_now()
    done = run()
    assert (done.missed, done.doubted, done.asked) == (0, 1, 1)
    assert reasons() == [(DOUBTED,)]
    assert links_now() == before


def test_a_second_run_asks_nothing_new():
    missed()
    doubtful()
    assert run(10).asked == 2
    again = run(11)
    assert (again.missed, again.doubted, again.asked) == (1, 1, 0)
    assert sorted(reasons()) == sorted([(DOUBTED,), (MISSED,)])


@pytest.mark.parametrize("decision", models.DECISIONS)
def test_what_a_person_has_answered_is_not_asked_again(decision):
    missed()
    doubtful()
    run(10)
    for asked in queries.open_reviews(area=AREA):
        operations.decide_review(
            review=asked.id, decision=decision, because="I asked.", by=SAM, at=minutes(11)
        )
    before = links_now()
    assert run(12).asked == 0
    assert not queries.open_reviews(area=AREA)
    assert links_now() == before


def test_nobody_is_asked_to_doubt_what_a_person_has_joined():
    amira = describe()
    other = as_somebody_new(replace(LEO, said_by="police"), at=minutes(1))
    operations.merge(keep=amira.person, other=other.person, because="Renamed.", by=SAM, at=minutes(2))
    assert (run(3).doubted, reasons()) == (1, [])


def test_what_came_together_before_a_merge_is_doubted_after_it():
    first, second = doubtful()
    other = as_somebody_new(replace(AMIRA, said_by="police"), at=minutes(2))
    operations.merge(keep=other.person, other=first.person, because="Renamed.", by=SAM, at=minutes(3))
    held = models.Link.objects.filter(person=other.person, to_at=None).values_list(
        "description_id", flat=True
    )
    assert {first.description, second.description} < set(held)
    pair = (second.description, first.description, 0.0, (), DOUBTED)
    assert operations.ask_of_bulk(asked=[pair], by=SAM, at=minutes(4)) == 1


def test_two_whom_somebody_said_are_not_the_same_are_not_asked_about_by_another_of_their_descriptions():
    one, other = missed()
    operations.say_not_the_same(person=one.person, other=other.person, because="Two.", by=SAM, at=minutes(2))
    operations.resolve_known(
        description=replace(AMIRA, said_by="gp"), person=other.person, by=SAM, at=minutes(3)
    )
    assert run().asked == 0
    assert no_wall_is_crossed()


def test_two_about_whom_a_person_is_being_asked_are_not_asked_about_twice():
    one, other = missed()
    operations.resolve_known(
        description=replace(AMIRA, said_by="gp"), person=other.person, by=SAM, at=minutes(3)
    )
    run(10)
    operations.resolve_known(
        description=replace(AMIRA, said_by="camhs", nhs_number="9990000018"),
        person=one.person,
        by=SAM,
        at=minutes(11),
    )
    operations.resolve_known(
        description=replace(AMIRA, said_by="nursery", nhs_number="9990000018"),
        person=other.person,
        by=SAM,
        at=minutes(11),
    )
    assert run(12).asked == 0


def test_a_run_that_breaks_leaves_everything_as_it_was(monkeypatch):
    missed()
    doubtful()
    before, looked_for = links_now(), list(lookup.everything(area=AREA))

    def broken(**_):
        raise RuntimeError("The power went.")

    monkeypatch.setattr(relinking, "ask_of_bulk", broken)
    with pytest.raises(RuntimeError):
        run()
    assert commonness_of(area=AREA) == AS_IN_A_TOWN
    assert not queries.open_reviews(area=AREA)
    assert (links_now(), list(lookup.everything(area=AREA))) == (before, looked_for)


def test_an_area_that_holds_nobody_is_linked_again_without_trouble():
    assert run().asked == 0


def test_another_areas_people_are_left_alone():
    missed()
    elsewhere = replace(SAM, area="elsewhere")
    operations.resolve(description=AMIRA, by=elsewhere, at=minutes(2))
    assert relink(by=elsewhere, at=minutes(10)).descriptions == 1
    assert run().descriptions == 2


def test_reading_everything_again_makes_the_same_rows():
    missed()
    doubtful()
    describe(kind="unborn", full_name="", born=None, expected_on=date(2026, 5, 1), sex="", at=minutes(4))
    before = set(map(tuple, models.Lookup.objects.values_list("description_id", "person_id", "traits")))
    assert not queries.lookups_that_differ(area=AREA)
    models.Lookup.objects.update(traits="", keys=[1])
    assert queries.lookups_that_differ(area=AREA)
    assert lookup.renew(area=AREA) == len(before)
    assert not queries.lookups_that_differ(area=AREA)
    assert before == set(
        map(tuple, models.Lookup.objects.values_list("description_id", "person_id", "traits"))
    )


def test_an_area_of_which_anybody_was_read_in_another_form_or_never_is_due_to_be_read_again():
    missed()
    assert lookup.stale_areas() == []
    models.Lookup.objects.update(traits="1\tchild")
    assert lookup.stale_areas() == [AREA]
    models.Lookup.objects.all().delete()
    assert lookup.stale_areas() == [AREA]
    lookup.renew(area=AREA)
    assert lookup.stale_areas() == []


@pytest.fixture(scope="module")
def registry(tmp_path_factory):
    folder = tmp_path_factory.mktemp("registry")
    write_registry(folder, descriptions_wanted=100, queries=0, seed=11)
    rows = [row.said for row in read_file(folder / "registry.csv") if isinstance(row, Row)]
    return [replace(said, kind=said.kind or "child") for said in rows]


@pytest.mark.slow
@settings(max_examples=2, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_arrivals_in_any_order_are_the_same_people_once_linked_again_and_answered(registry, seed):
    shuffled = list(registry)
    Random(seed).shuffle(shuffled)
    assert _people_when_answered(registry) == _people_when_answered(shuffled)


def _people_when_answered(said) -> Counter:
    """Each arrives alone, all are linked again, and a person says yes to whom the run joins."""
    with undone():
        for minute, one in enumerate(said):
            operations.resolve(description=one, by=SAM, at=minutes(minute))
        at = minutes(len(said))
        with patch.object(relinking, "ask_of_bulk", wraps=operations.ask_of_bulk) as asking:
            relink(by=SAM, at=at)
        for one, other, _, _, why in asking.call_args.kwargs["asked"]:
            if why == MISSED:
                _join(one, other, at)
        assert the_table_is_the_fold()
        assert not queries.lookups_that_differ(area=AREA)
        return _people()


def _join(one, other, at) -> None:
    """Asked of these two now, or since one of them came, a person says yes."""
    whose = links_now()
    if whose[one] != whose[other]:
        operations.merge(keep=whose[other], other=whose[one], because="Asked.", by=SAM, at=at)


def _people() -> Counter:
    people: dict = {}
    for row in models.Description.objects.filter(links__to_at__isnull=True).values_list(
        "pk", "links__person"
    ):
        people.setdefault(row[1], []).append(as_kept(traits_of(models.Description.objects.get(pk=row[0]))))
    return Counter(tuple(sorted(one)) for one in people.values())
