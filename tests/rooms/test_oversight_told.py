"""What a family is told in the database, to whom, and what is released."""

from datetime import date, timedelta

import pytest

from kith.kernel.errors import BadInput, Refused
from kith.oversight import models, operations, queries
from kith.oversight.types import Recipient
from kith.people import operations as people
from tests.rooms.access_world import AT, actor, child, load
from tests.rooms.oversight_world import household, looked

pytestmark = pytest.mark.django_db
GUARDIAN, ON_CALL, TEACHER = "philippa-venn", "margaret-oyelaran", "anneka-bright"
NEXT_DAY = AT + timedelta(days=1)


@pytest.fixture(autouse=True)
def tolland_bay():
    load()


def tell(of, kind="parent", code=GUARDIAN, at=AT):
    return operations.tell_family(
        child=of, recipient=Recipient(name="Leanne Carter", kind=kind), by=actor(code), at=at
    ).answer


def test_a_parent_is_told_by_role_and_sort_of_agency_and_it_is_kept_who_was_told():
    amira = child()
    looked("joel-prewett", amira, AT - timedelta(days=30), basis="allocated")
    looked(TEACHER, amira, AT - timedelta(days=5), basis="allocated")
    (line,) = tell(amira).lines
    assert line.role in ("", "allocated social worker") and line.agency_type == "children’s social care"
    assert "Prewett" not in str(line) and "Harbour" not in str(line)
    (kept,) = queries.told_of(child=amira)
    assert (kept.recipient, kept.lines, kept.refused_because) == ("Leanne Carter", 1, "")


def test_where_an_address_is_hidden_a_parent_is_refused_in_writing_and_a_young_person_is_not():
    amira = child()
    home, _ = household(amira)
    people.hold_confidential_address(
        household=home,
        whereabouts="1 Nowhere Street, TB1 4QA",
        from_on=date(2026, 1, 1),
        by=actor("dana-ferris"),
        at=AT,
    )
    assert tell(amira).ground == "address_is_confidential"
    assert tell(amira, kind="young_person").lines == ()
    assert [one.refused_because for one in queries.told_of(child=amira)] == [
        "",
        "address_is_confidential",
    ]


@pytest.mark.parametrize("code", [TEACHER, "joel-prewett", ON_CALL])
def test_nobody_but_the_guardian_tells_a_family_or_releases(code):
    amira = child()
    with pytest.raises(Refused):
        tell(amira, code=code)
    with pytest.raises(Refused):
        operations.release_looks(child=amira, until=AT, because="They know.", by=actor(code), at=AT)
    assert not models.FamilyTold.objects.exists()


def test_a_release_says_why_and_is_never_of_what_is_to_come():
    amira, by = child(), actor(GUARDIAN)
    with pytest.raises(BadInput) as bad:
        operations.release_looks(child=amira, until=NEXT_DAY, because="They know.", by=by, at=AT)
    assert bad.value.field == "until"
    with pytest.raises(BadInput):
        operations.release_looks(child=amira, until=AT, because=" ", by=by, at=AT)
    operations.release_looks(child=amira, until=AT, because="They were told on Monday.", by=by, at=AT)
    assert queries.released_until(child=amira) == AT
