"""What is read back of looks, refusals, changes and own families: of that child, that person, that area and that time alone."""

from datetime import timedelta
from uuid import uuid4

import pytest

from kith.access import models, operations, queries
from kith.access.types import NotInvolved
from kith.people import operations as people
from kith.people.types import NewPerson
from tests.rooms.access_world import AREA, AT, actor, child, involve, load

pytestmark = pytest.mark.django_db
ELSEWHERE = "another-area"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


@pytest.fixture
def two():
    """Two children whom Joel Prewett and Siobhan Keane both work with."""
    children = child("Amira"), child("Tam")
    for one in children:
        for code in ("joel-prewett", "siobhan-keane"):
            involve(one, code)
    return children


def look(who, code, at=AT):
    operations.open_child(child=who, purpose="read", by=actor(code), at=at)


def seen_by(rows):
    return [(one.child, one.name, one.looked_at) for one in rows]


def test_looks_are_of_the_child_or_of_the_person_who_is_asked_about_the_newest_first(two):
    amira, tam = two
    for number, (who, code) in enumerate(
        ((amira, "joel-prewett"), (tam, "joel-prewett"), (amira, "siobhan-keane"))
    ):
        look(who, code, AT + number * HOUR)
    first, second, third = (
        (amira, "Joel Prewett", AT),
        (tam, "Joel Prewett", AT + HOUR),
        (amira, "Siobhan Keane", AT + 2 * HOUR),
    )
    assert seen_by(queries.looks_at(child=amira)) == [third, first]
    assert seen_by(queries.looks_at(child=amira, limit=1)) == [third]
    assert seen_by(queries.looks_by(practitioner=actor("joel-prewett").id)) == [second, first]


def test_a_last_look_is_somebodys_own_at_the_children_who_are_asked_about(two):
    amira, tam = two
    joel = actor("joel-prewett").id
    look(amira, "joel-prewett", AT)
    look(amira, "joel-prewett", AT + HOUR)
    look(amira, "siobhan-keane", AT + 2 * HOUR)
    look(tam, "joel-prewett", AT)
    assert queries.last_looks(practitioner=joel, children=[amira]) == {amira: AT + HOUR}
    assert queries.last_looks(practitioner=joel, children=[amira, uuid4()]) == {amira: AT + HOUR}


def test_who_looked_is_told_of_that_child_and_those_periods(two):
    amira, tam = two
    look(amira, "joel-prewett", AT)
    look(tam, "siobhan-keane", AT)
    look(amira, "siobhan-keane", AT + HOUR)
    found = queries.who_looked(child=amira, spans=[(AT, AT + HOUR)])
    assert [(one.name, one.looks) for one in found] == [("Joel Prewett", 1)]


def test_refusals_are_of_the_area_and_since_the_moment_that_are_asked_about():
    amira = child()
    for at in (AT, AT + HOUR):
        with pytest.raises(NotInvolved):
            operations.open_child(child=amira, purpose="Curious.", by=actor("anneka-bright"), at=at)
    assert [one.refused_at for one in queries.refusals_in(area=AREA, since=AT)] == [AT + HOUR, AT]
    assert [one.refused_at for one in queries.refusals_in(area=AREA, since=AT, limit=1)] == [AT + HOUR]
    assert [one.refused_at for one in queries.refusals_in(area=AREA, since=AT + HOUR)] == [AT + HOUR]
    assert queries.refusals_in(area=ELSEWHERE, since=AT) == ()


def test_the_trail_of_a_child_is_of_that_child_alone(two):
    amira, _ = two
    involve(child("Jory"), "piers-vane")
    said = [one.sentence for one in queries.changes_of(child=amira)]
    assert said == [
        "Joel Prewett: allocated to this child.",
        "Siobhan Keane: allocated to this child.",
    ]


def adult(name):
    new = NewPerson(kind="adult", display_name=name)
    return people.register_person(person=new, by=actor("dana-ferris"), at=AT)


def near(code, *, area=AREA, found_at=AT, had_sight=True, lifted=False):
    """A child who is near to somebody's own family; answers the child."""
    made = child()
    models.Conflict.objects.create(
        area=area,
        practitioner_id=actor(code).id,
        child_id=made,
        found_at=found_at,
        had_sight=had_sight,
        **({"lifted_at": AT, "lifted_by": uuid4(), "lifted_because": "A story."} if lifted else {}),
    )
    return made


def test_a_guardian_reads_conflicts_of_their_area_the_newest_first_and_never_their_own():
    guardian = actor("philippa-venn").id
    old, new = near("joel-prewett"), near("siobhan-keane", found_at=AT + HOUR, lifted=True)
    near("philippa-venn")
    near("gareth-pugh", area=ELSEWHERE)

    found = queries.conflicts_in(area=AREA, but_not_of=guardian)
    assert [(one.child, one.lifted_because) for one in found] == [(new, "A story."), (old, "")]


def test_conflicts_found_since_are_those_that_had_sight_and_stand():
    guardian = actor("philippa-venn").id
    later, first = near("joel-prewett", found_at=AT + HOUR), near("siobhan-keane")
    near("joel-prewett", found_at=AT - HOUR)
    near("ruth-abara", had_sight=False)
    near("gareth-pugh", lifted=True)
    near("folasade-adeyemi", area=ELSEWHERE)
    near("philippa-venn")

    found = queries.conflicts_found_since(area=AREA, since=AT, but_not_of=guardian)
    assert [one.child for one in found] == [first, later]


def own_person(code, *, area=AREA, **more):
    made = models.OwnPerson.objects.create(
        area=area,
        practitioner_id=actor(code).id,
        person_id=adult(code),
        said_at=AT,
        said_by=uuid4(),
        asked_at=AT,
        **more,
    )
    return made.practitioner_id, made.person_id


def test_who_practitioners_are_is_told_of_the_area_until_it_is_withdrawn():
    joel = own_person("joel-prewett")
    own_person("siobhan-keane", withdrawn_at=AT, withdrawn_by=uuid4())
    own_person("gareth-pugh", area=ELSEWHERE)
    assert queries.known_as(area=AREA) == (joel,)


def call(code="anneka-bright", *, area=AREA, due_at=AT, closed_at=None):
    done = {"rung_at": AT, "rung_by": uuid4(), "search_was_for": "A bruise.", "came_of_it": "told_nothing"}
    done |= {"closed_at": closed_at, "closed_by": uuid4()}
    row = models.DeskCall.objects.create(
        id=uuid4(),
        area=area,
        practitioner_id=actor(code).id,
        asked_at=AT,
        due_at=due_at,
        **(done if closed_at else {}),
    )
    return row.pk


def test_the_desk_reads_the_calls_of_its_area_that_wait_and_those_that_were_closed_since():
    late, soon = call(due_at=AT + HOUR), call(due_at=AT)
    call("philippa-venn")
    call(area=ELSEWHERE)
    closed = [call(closed_at=AT + HOUR), call(closed_at=AT), call(closed_at=AT - HOUR)]
    call(area=ELSEWHERE, closed_at=AT)

    waiting = queries.calls_waiting(area=AREA, but_not_of=actor("philippa-venn").id)
    assert [one.id for one in waiting] == [soon, late]
    assert [one.id for one in queries.calls_closed(area=AREA, since=AT)] == closed[:2]
    assert [one.id for one in queries.calls_closed(area=AREA, since=AT, limit=1)] == closed[:1]
