"""Who told of a worry is kept apart: counted without a name, revealed to three roles, and looked at before others read it."""

import copy
import json
import pickle
import traceback
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.core import serializers
from django.core.exceptions import FieldError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import DatabaseError, connection, connections, transaction
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from kith.kernel.clock import LONDON
from kith.kernel.errors import BadInput, Refused
from kith.kernel.ids import new_id
from kith.kernel.types import Actor
from kith.people import models, operations, queries
from kith.people.operations import referrers
from kith.people.referrer_types import NewReferrer, Referrer
from kith.people.same_teller import informant_of
from kith.people.types import NewPerson

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=LONDON)
SAM = Actor(id=new_id(), area="tolland-bay", agency="childrens_social_care", name="Sam Rowe")
CANARY = "Zebedee Quillfeather"
AUNT = NewReferrer(
    told_as="relative",
    name=CANARY,
    telephone="07700 900321",
    relation="her father's sister",
    safe_way="Text first, never ring the house",
    safe_hours="Weekdays 10 to 2",
)
doing = {"by": SAM, "at": AT}


def holding(*roles: str, area: str = "tolland-bay") -> Actor:
    return Actor(id=new_id(), area=area, agency="childrens_social_care", name="Philippa Venn", roles=roles)


def a_child(name: str = "Amira Haddad"):
    return operations.register_person(person=NewPerson(kind="child", display_name=name), **doing)


@pytest.fixture
def child():
    return a_child()


@pytest.fixture
def held(child):
    return operations.hold_referrer(referrer=AUNT, child=child, **doing)


@pytest.mark.parametrize(
    "rendering",
    [
        str,
        repr,
        lambda value: f"{value}",
        lambda value: f"{value!r:>30}",
        lambda value: value.__html__(),
        lambda value: "It was " + value,
        lambda value: json.dumps({"by": value}),
        lambda value: json.dumps({"by": value}, cls=DjangoJSONEncoder),
        lambda value: Environment(autoescape=True).from_string("{{ by }}").render(by=value),
        lambda value: str([value]) + str({"a": value}),
        lambda value: str(copy.deepcopy(value)),
    ],
)
def test_every_rendering_says_a_relative_and_no_more(held, rendering):
    said = rendering(held)
    assert "a relative" in said
    assert not any(word in said for word in ("Zebedee", "900321", "sister", str(held.informant)))


def test_two_relatives_look_alike_and_are_counted_as_two(child, held):
    other = operations.hold_referrer(
        referrer=NewReferrer(told_as="relative", name="Ottoline Made-Up", telephone="07700 900999"),
        child=child, by=SAM, at=AT + timedelta(days=1),
    )  # fmt: skip
    again = operations.hold_referrer(
        referrer=NewReferrer(told_as="relative", name="Z. Quillfeather", telephone="+44 (0)7700 900 321"),
        child=child, by=SAM, at=AT + timedelta(days=2),
    )  # fmt: skip
    told = queries.referrers_of(child=child)
    assert [str(one) for one in told] == ["a relative"] * 3
    assert told == (held, other, again)
    assert len({one.informant for one in told}) == 2 and held.informant == again.informant
    assert queries.referrers_called(informant=held.informant) == (held, again)


def test_the_same_person_is_somebody_else_at_another_child(held):
    elsewhere = operations.hold_referrer(referrer=AUNT, child=a_child("Tam Orrey"), **doing)
    assert elsewhere.informant != held.informant


def test_it_is_neither_pickled_nor_changed(held):
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(held)
    with pytest.raises(AttributeError):
        held.id = uuid4()
    assert not hasattr(held, "__dict__")


@pytest.mark.parametrize("role", sorted(referrers.MAY_KNOW_WHO_TOLD))
def test_three_roles_learn_who_told_and_that_is_written_first(held, role):
    revealed = operations.reveal_referrer(
        referrer=held, purpose="To ring them back.", by=holding(role), at=AT + timedelta(hours=1)
    )
    assert (revealed.name, revealed.telephone, revealed.relation) == (
        CANARY,
        "07700 900321",
        "her father's sister",
    )
    assert (revealed.safe_way, revealed.safe_hours) == (
        "Text first, never ring the house",
        "Weekdays 10 to 2",
    )
    assert revealed.asked_to_stay_unnamed is True
    assert CANARY not in repr(revealed) + str(revealed) + repr(AUNT)
    last = queries.asked_who_told(referrer=held)[-1]
    assert (last.what, last.done_by_name) == ("referrer_revealed", "Philippa Venn")
    assert "To ring them back." in last.sentence


@pytest.mark.parametrize(
    "by",
    [
        SAM, holding("allocated_social_worker"), holding("guardian_desk"), holding("service_manager"),
        holding("team_manager", "police_supervisor"), holding("information_guardian", area="another-area"),
    ],
)  # fmt: skip
def test_nobody_else_does_and_that_they_asked_is_kept(held, by):
    with pytest.raises(Refused, match="guardian of information") as refused:
        operations.reveal_referrer(referrer=held, purpose="Curious.", by=by, at=AT)
    assert CANARY not in refused.value.reason
    assert [one.what for one in queries.asked_who_told(referrer=held)] == [
        "referrer_held",
        "referrer_refused",
    ]


def test_no_purpose_no_name_and_nobody_there_no_name(held):
    guardian = holding("information_guardian")
    with pytest.raises(BadInput) as refused:
        operations.reveal_referrer(referrer=held, purpose="  ", by=guardian, at=AT)
    assert refused.value.field == "purpose"
    nobody = Referrer(id=uuid4(), child=uuid4(), informant=uuid4(), told_as="public")
    with pytest.raises(BadInput, match="No such referrer"):
        operations.reveal_referrer(referrer=nobody, purpose="To ring.", by=guardian, at=AT)


def test_no_trail_row_no_name(held, monkeypatch):
    def broken(*args, **more):
        raise DatabaseError("the trail could not be written")

    monkeypatch.setattr(referrers, "_keep", broken)
    with pytest.raises(DatabaseError):
        operations.reveal_referrer(referrer=held, purpose="To ring.", by=holding("mash_manager"), at=AT)


def seen() -> tuple[list, list]:
    """What plain SQL gets of the vault and of the keys, as the role that pages use."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("kith_app",)
        cursor.execute("SELECT words FROM people_referrervault")
        names = cursor.fetchall()
        cursor.execute("SELECT key FROM people_referrerkey")
        return names, cursor.fetchall()


def naming(change) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('kith.revealing', %s, true)", [str(change)])


def test_the_database_shows_a_row_only_to_whoever_has_just_written_why(child, held):
    operations.hold_referrer(referrer=NewReferrer(told_as="public", name="Another"), child=child, **doing)
    assert seen() == ([], [])
    naming(uuid4())
    assert seen() == ([], [])
    operations.reveal_referrer(referrer=held, purpose="To ring.", by=holding("mash_manager"), at=AT)
    assert seen() == ([], [])  # and the way is shut again behind it
    said = {one.what: one.id for one in queries.asked_who_told(referrer=held)}
    naming(said["referrer_revealed"])
    (names, keys) = seen()
    assert len(names) == 1 and CANARY in names[0][0] and keys == []
    naming(said["referrer_held"])
    assert [len(found) for found in seen()] == [0, 1]


def test_a_refusal_opens_nothing(held):
    with pytest.raises(Refused):
        operations.reveal_referrer(referrer=held, purpose="Curious.", by=SAM, at=AT)
    naming(queries.asked_who_told(referrer=held)[-1].id)
    assert seen() == ([], [])


def test_nothing_reads_it_back_through_the_orm_even_with_the_wall_open(held):
    operations.reveal_referrer(referrer=held, purpose="To ring.", by=holding("mash_manager"), at=AT)
    naming(queries.asked_who_told(referrer=held)[-1].id)
    row = models.ReferrerVault.objects.get()
    assert row.words == str(row) == repr(row) == "Name withheld"
    assert CANARY not in serializers.serialize("json", [row])
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(row)
    with pytest.raises(FieldError):
        list(models.ReferrerVault.objects.filter(words__contains="Zebedee"))


@pytest.mark.django_db(transaction=True)
def test_the_rules_own_role_may_not_even_ask(test_database):
    operations.hold_referrer(referrer=AUNT, child=a_child(), **doing)
    for table in ("people_referrervault", "people_referrerkey", "people_referrerchange"):
        with (
            test_database.acting_as("asker"),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608


@pytest.mark.django_db(transaction=True)
def test_the_first_two_of_an_area_who_come_at_once_share_its_key():
    child = a_child()

    def hold(_):
        try:
            return operations.hold_referrer(referrer=AUNT, child=child, **doing).informant
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as several:
        assert len(set(several.map(hold, range(4)))) == 1


def test_a_failing_database_does_not_quote_the_name(child, caplog):
    too_long = Actor(id=SAM.id, area="x" * 61, agency="police", name="Sam Rowe")
    with pytest.raises(BadInput) as refused:
        operations.hold_referrer(referrer=AUNT, child=child, by=too_long, at=AT)
    told = "".join(traceback.format_exception(refused.value))
    assert CANARY not in told + caplog.text
    assert refused.value.__cause__ is None and refused.value.__context__ is None


@pytest.mark.parametrize(
    ("referrer", "field"),
    [
        (NewReferrer(told_as="relative", name=" ", telephone=" "), "name"),
        (NewReferrer(told_as="professional", name="A"), "told_as"),
        (NewReferrer(told_as="public", name="A", safe_way="x" * 301), "safe_way"),
    ],
)
def test_what_cannot_be_held_is_said_by_field(child, referrer, field):
    with pytest.raises(BadInput) as refused:
        operations.hold_referrer(referrer=referrer, child=child, **doing)
    assert refused.value.field == field
    assert models.Referrer.objects.count() == models.ReferrerChange.objects.count() == 0


def test_no_row_outside_the_vault_holds_a_word_of_theirs(child, held):
    operations.reveal_referrer(referrer=held, purpose="To ring.", by=holding("mash_manager"), at=AT)
    rows = [
        *models.Referrer.objects.values(),
        *models.ReferrerChange.objects.values(),
        *models.PeopleChange.objects.values(),
    ]
    assert not any(word in str(rows) for word in ("Zebedee", "900321", "sister", "Text first"))


@given(st.text(max_size=40), st.text(max_size=20), st.binary(min_size=32, max_size=32))
def test_an_informants_id_is_steady_and_says_nothing_without_the_key(name, telephone, key):
    child, referrer = uuid4(), NewReferrer(told_as="public", name=name, telephone=telephone)
    first = informant_of(referrer=referrer, child=child, key=key)
    assert first == informant_of(referrer=referrer, child=child, key=key) and first.version == 8
    other_key = bytes(byte ^ 1 for byte in key)
    assert first not in (
        informant_of(referrer=referrer, child=child, key=other_key),
        informant_of(referrer=referrer, child=uuid4(), key=key),
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"name": "Zoë O'Neill"}, {"name": " zoe  ONEILL "}, True),
        ({"telephone": "01632 960 123"}, {"telephone": "+44 1632 960123", "name": "Anybody"}, True),
        ({"name": "Ann Lee", "telephone": "999"}, {"name": "ann lee"}, True),
        ({"name": "Ann Lee"}, {"name": "Ann Leigh"}, False),
        ({"telephone": "01632 960123"}, {"telephone": "01632 960124"}, False),
        ({"unnamed_as": UUID(int=1)}, {"unnamed_as": UUID(int=1)}, True),
        ({"unnamed_as": UUID(int=1)}, {"unnamed_as": UUID(int=2)}, False),
        (
            {"unnamed_as": UUID(int=1), "name": "Ann Lee"},
            {"unnamed_as": UUID(int=2), "name": "Ann Lee"},
            True,
        ),
    ],
)
def test_who_counts_as_the_same(one, other, same):
    child, key = uuid4(), b"k" * 32
    ids = {
        informant_of(referrer=NewReferrer(told_as="public", **who), child=child, key=key)
        for who in (one, other)
    }
    assert (len(ids) == 1) == same
