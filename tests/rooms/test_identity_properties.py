"""What holds of identities whatever is said, by whom, and in whatever order."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import pairwise, permutations

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.identity import models, operations, queries
from kith.identity.projection import Said, fold
from kith.identity.types import NewDescription, Resolution
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from tests.rooms.identity_world import AMIRA, AREA, MORNING, SAM, describe, minutes, the_table_is_the_fold

pytestmark = pytest.mark.django_db
FEW = settings(max_examples=25, deadline=None)

CHILDREN = (
    {},
    {"full_name": "Amir Rahman", "sex": "male"},
    {"full_name": "Leo Brandt", "born_from": date(2013, 9, 9), "born_to": date(2013, 9, 9), "sex": "male"},
    {"full_name": "", "born_from": None, "born_to": None, "sex": ""},
    {"full_name": "Ameera Rehman", "nhs_number": "9990000018"},
)
SAYINGS = st.builds(
    lambda child, agency, key: replace(AMIRA, **child, said_by=agency, sender_key=key),
    st.sampled_from(CHILDREN),
    st.sampled_from(["school", "police", "gp"]),
    st.sampled_from(["", "1", "2"]),
)


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is as if it had not: each example begins with nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def no_wall_is_crossed() -> bool:
    """Whether no person has descriptions of both sides of what somebody said was not the same."""
    whose = dict(models.Link.objects.filter(to_at__isnull=True).values_list("description_id", "person_id"))
    sides: dict = {}
    for wall, description, side in models.NonLinkSide.objects.filter(
        non_link__withdrawn_at__isnull=True
    ).values_list("non_link_id", "description_id", "side"):
        sides.setdefault(wall, {1: set(), 2: set()})[side].add(whose[description])
    return all(not side[1] & side[2] for side in sides.values())


def links_now() -> dict:
    """Each description's person now."""
    return dict(models.Link.objects.filter(to_at__isnull=True).values_list("description_id", "person_id"))


class Desk:
    """Somebody who does this and that, in an order that chance gives."""

    def __init__(self, draw) -> None:
        self.draw = draw
        self.minute = 0
        self.steps: list = []
        self.walls: list = []

    def do(self, what: str) -> None:
        self.minute += 1
        try:
            getattr(self, what)({"by": SAM, "at": minutes(self.minute)})
        except Refused:
            pass
        except BadInput as error:
            assert error.field in {"to", "other", "keep", "person", "step", "review", "non_link"}

    def resolve(self, said: dict) -> None:
        operations.resolve(description=self.draw(SAYINGS), **said)

    def name(self, said: dict) -> None:
        operations.resolve_known(description=self.draw(SAYINGS), person=self._person(), **said)

    def unlink(self, said: dict) -> None:
        operations.unlink(description=self._description(), because="Not hers.", **said)

    def relink(self, said: dict) -> None:
        operations.relink(description=self._description(), to=self._person(), because="Hers.", **said)

    def merge(self, said: dict) -> None:
        self.steps.append(operations.merge(keep=self._person(), other=self._person(), because="One.", **said))

    def unmerge(self, said: dict) -> None:
        if self.steps:
            operations.unmerge(step=self.draw(st.sampled_from(self.steps)), because="Two.", **said)

    def say_not_the_same(self, said: dict) -> None:
        wall = operations.say_not_the_same(
            person=self._person(), other=self._person(), because="Two.", **said
        )
        self.walls.append(wall)

    def withdraw(self, said: dict) -> None:
        if self.walls:
            wall = self.draw(st.sampled_from(self.walls))
            operations.withdraw_not_the_same(non_link=wall, because="A mistake.", **said)

    def decide(self, said: dict) -> None:
        if asked := queries.open_reviews(area=AREA):
            decision = self.draw(st.sampled_from(models.DECISIONS))
            review = self.draw(st.sampled_from(asked))
            operations.decide_review(review=review.id, decision=decision, because="Asked.", **said)

    def ask_of_bulk(self, said: dict) -> None:
        one, other = self._description(), self._description()
        if one != other:
            before, apart = links_now(), self._are_said_apart(one, other)
            asked = operations.ask_of_bulk(asked=[(one, other, 9.0, (), "In bulk.")], **said)
            assert links_now() == before
            assert not (asked and apart)

    def _are_said_apart(self, *pair) -> bool:
        whose = links_now()
        walls = [
            {side: set(wall.sides.filter(side=side).values_list("description", flat=True)) for side in (1, 2)}
            for wall in models.NonLink.objects.filter(withdrawn_at__isnull=True)
        ]
        return any(
            pair[0] in wall[side] and whose[pair[1]] in {whose[one] for one in wall[3 - side]}
            for wall in walls
            for side in (1, 2)
        )

    def _description(self):
        return self.draw(st.sampled_from(sorted(links_now())))

    def _person(self):
        return self.draw(st.sampled_from(sorted(set(links_now().values()))))


DOINGS = "resolve name unlink relink merge unmerge say_not_the_same withdraw decide ask_of_bulk".split()


@FEW
@given(st.data(), st.lists(st.sampled_from(DOINGS), max_size=12))
def test_whatever_is_done_the_links_are_the_fold_no_wall_is_crossed_and_every_description_is_somebodys(
    data, doings
):
    with undone():
        desk = Desk(data.draw)
        for what in ("resolve", "resolve", *doings):
            desk.do(what)
            assert the_table_is_the_fold()
            assert no_wall_is_crossed()
            assert not queries.lookups_that_differ(area=AREA)
            assert set(links_now()) == set(models.Description.objects.values_list("pk", flat=True))


@FEW
@given(st.data(), st.lists(st.sampled_from(DOINGS), max_size=6))
def test_undoing_a_merge_restores_every_link_exactly(data, doings):
    with undone():
        desk = Desk(data.draw)
        for what in ("resolve", "resolve", "resolve", *doings):
            desk.do(what)
        before = links_now()
        merged = len(desk.steps)
        desk.do("merge")
        if len(desk.steps) > merged:
            assert links_now() != before
            operations.unmerge(step=desk.steps[-1], because="Two.", by=SAM, at=minutes(desk.minute + 1))
        assert links_now() == before


@FEW
@given(st.lists(SAYINGS, min_size=1, max_size=7))
def test_many_at_once_end_as_one_by_one(sayings):
    def outcome(found: tuple[Resolution, ...]) -> list:
        people: dict = {}
        descriptions: dict = {}
        return [
            (
                one.outcome,
                people.setdefault(one.person, len(people)),
                descriptions.setdefault(one.description, len(descriptions)),
                one.band,
                one.repeated,
                len(one.reviews),
                [
                    (people.setdefault(c.person, len(people)), c.weight, c.band, c.held_back_by)
                    for c in one.candidates
                ],
            )
            for one in found
        ]

    with undone():
        alone = outcome(tuple(operations.resolve(description=one, by=SAM, at=MORNING) for one in sayings))
        steps_alone = _steps()
    with undone():
        together = outcome(operations.resolve_many(descriptions=sayings, by=SAM, at=MORNING))
        steps_together = _steps()
        assert the_table_is_the_fold()
    assert alone == together
    assert steps_alone == steps_together


def test_a_load_keeps_the_very_rows_that_one_by_one_would():
    """Many are written another way than few: the rows must be equal all the same."""
    family = [
        replace(
            AMIRA,
            full_name=f"Child{letter} Rahman’s \\ \t“{letter}”",
            known_as=letter,
            other_names=("Ann, Lee", "Null", ""),
            born_from=date(2008 + number % 18, 1 + number % 12, 1 + number),
            born_to=date(2008 + number % 18, 1 + number % 12, 1 + number),
            payload={"pupil": [number, None, {"ü": "\\N"}]},
            sender_key=str(number),
            nhs_number="9990000018" if number % 2 else "",
        )
        for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
    ]
    many = [
        replace(one, said_by=agency) for agency in ("school", "police", "gp", "housing") for one in family
    ]
    rows = []
    for slices in (many,), ([one] for one in many):
        with undone():
            for some in slices:
                operations.resolve_many(descriptions=some, by=SAM, at=MORNING)
            rows.append(_rows())
            assert the_table_is_the_fold()
    assert len(rows[0][0]) == len(many)
    assert rows[0] == rows[1]


def _rows() -> tuple[list, ...]:
    """All rows of each table, without their ids."""
    return tuple(
        list(
            model.objects.order_by("pk").values_list(
                *(
                    field.name
                    for field in model._meta.local_concrete_fields
                    if field.get_internal_type() not in IDS
                )
            )
        )
        for model in (models.Description, models.LinkStep, models.Link, models.IdentityStep, models.Review)
    )


IDS = {"UUIDField", "ForeignKey"}


def _steps() -> list:
    return sorted(
        models.LinkStep.objects.values_list("number", "status", "band", "weight", "because", "evidence"),
        key=str,
    )


@FEW
@given(st.permutations(["school", "police", "gp", "hospital", "housing"]))
def test_the_same_description_from_several_agencies_is_one_person_in_whatever_order(agencies):
    with undone():
        people = {describe(said_by=agency, at=minutes(at)).person for at, agency in enumerate(agencies)}
        assert len(people) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_spellings_of_one_child_are_one_person_in_whatever_order(order):
    names = ["Amira Rahman", "Ameera Rehman", "Amira Leila Rahman"]
    people = {describe(full_name=names[at], said_by=f"agency {at}", at=minutes(at)).person for at in order}
    assert len(people) == 1


STATUSES = st.sampled_from(models.STATUSES)


@given(st.lists(st.tuples(STATUSES, st.integers(0, 3)), max_size=12))
def test_a_fold_never_gives_a_description_to_two_people_at_once(steps):
    description, people = new_id(), [new_id() for _ in range(4)]
    said = [
        Said(
            id=new_id(),
            description=description,
            number=n,
            person=people[who],
            status=status,
            decided_at=minutes(n),
        )
        for n, (status, who) in enumerate(steps, start=1)
    ]
    spans = fold(reversed(said))
    assert all(span.to_at is not None for span in spans[:-1])
    assert all(a.to_at <= b.from_at for a, b in pairwise(spans))


def test_a_sentence_of_the_evidence_never_holds_an_address_a_number_or_a_telephone():
    said = {"nhs_number": "9990000018", "phone": "01632 960 123", "uprn": "100012345", "upn": "B801200005001"}
    describe(**said)
    second = describe(**said, said_by="police", at=minutes(1))
    words = " ".join(one.words for one in second.candidates[0].evidence)
    assert "The same address. The same telephone number. The same parent or carer." in words
    for secret in ("LS1", "9990000018", "960", "100012345", "B8012", "Rahman"):
        assert secret not in words


def test_what_leaves_the_room_has_no_field_for_an_address():
    names = set(queries.description(id=describe().description).__dataclass_fields__)
    assert not names & {"address_lines", "postcode", "uprn", "phone", "payload"}
    assert {"address_lines", "postcode", "uprn", "phone", "payload"} <= set(
        NewDescription.__dataclass_fields__
    )
